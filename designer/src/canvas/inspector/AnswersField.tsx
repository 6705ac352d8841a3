import type { FactType } from '@alur/engine';
import { Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moved } from '../../forms/moved.ts';
import { errorText, issuesAt, issuesOutside, rowsOf } from './field-issues.ts';
import { type ConfigFieldProps, useFieldWords } from './field-props.ts';
import { ListRow } from './ListRow.tsx';

interface AnswerField {
  readonly name: string;
  readonly path: string;
  readonly type: FactType;
}

const TYPES = ['text', 'number', 'boolean', 'option', 'instant', 'set'] as const satisfies readonly FactType[];

/** What to keep of a call's answer: a list of `{name, path, type}`. */
export function AnswersField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { t } = useTranslation();
  const value = config[field.key];
  const answers = Array.isArray(value) ? (value as readonly AnswerField[]) : [];
  const set = (index: number, answer: AnswerField) => onChange(answers.with(index, answer));
  return (
    <Input.Wrapper
      size="xs"
      {...useFieldWords({ field, issues: issuesOutside(issues, rowsOf(answers)) })}
      labelElement="div"
    >
      <Stack gap={6} mt={4}>
        {answers.map((answer, index) => (
          <ListRow
            // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed
            key={index}
            name={answer.name || t('canvas.inspector.answer', { number: index + 1 })}
            index={index}
            count={answers.length}
            error={errorText(issuesAt(issues, index))}
            onMove={(to) => onChange(moved(answers, index, to))}
            onRemove={() => onChange(answers.toSpliced(index, 1))}
            head={
              <TextInput
                size="xs"
                aria-label={t('canvas.inspector.answerName', { number: index + 1 })}
                placeholder={t('canvas.inspector.answer', { number: index + 1 })}
                value={answer.name}
                onChange={(event) => set(index, { ...answer, name: event.currentTarget.value })}
              />
            }
          >
            <Group gap={6} wrap="nowrap">
              <TextInput
                flex={1}
                size="xs"
                aria-label={t('canvas.inspector.answerPath')}
                placeholder="order.status"
                value={answer.path}
                onChange={(event) => set(index, { ...answer, path: event.currentTarget.value })}
              />
              <Select
                w={120}
                size="xs"
                aria-label={t('canvas.inspector.answerType')}
                allowDeselect={false}
                data={TYPES.map((type) => ({ value: type, label: t(`canvas.inspector.types.${type}`) }))}
                value={answer.type}
                onChange={(type) => {
                  const next = TYPES.find((each) => each === type);
                  if (next) set(index, { ...answer, type: next });
                }}
              />
            </Group>
          </ListRow>
        ))}
        <div>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={12} />}
            onClick={() => onChange([...answers, { name: '', path: '', type: 'text' }])}
          >
            {t('canvas.inspector.addAnswer')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}
