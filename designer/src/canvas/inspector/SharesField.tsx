import { Button, Group, Input, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moved } from '../../forms/moved.ts';
import { newId } from '../edit/new-id.ts';
import { errorText, issuesAt, issuesOutside, rowsOf } from './field-issues.ts';
import { type ConfigFieldProps, useFieldWords } from './field-props.ts';
import { ListRow } from './ListRow.tsx';

interface Share {
  readonly id: string;
  readonly label?: string;
  readonly percent: number;
}

/** The shares of a split: a list of `{id, label?, percent}`; each id is a port. */
export function SharesField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { t } = useTranslation();
  const value = config[field.key];
  const shares = Array.isArray(value) ? (value as readonly Share[]) : [];
  const sum = shares.reduce((total, { percent }) => total + percent, 0);
  const rename = (own: Share, index: number, label: string) => {
    const { label: _before, ...rest } = own;
    onChange(shares.with(index, label === '' ? rest : { ...rest, label }));
  };
  return (
    <Input.Wrapper
      size="xs"
      {...useFieldWords({ field, issues: issuesOutside(issues, rowsOf(shares)) })}
      labelElement="div"
    >
      <Stack gap="sm" mt={6}>
        {shares.map((own, index) => {
          const name = own.label || t('canvas.inspector.share', { number: index + 1 });
          return (
            <ListRow
              key={own.id}
              name={name}
              index={index}
              count={shares.length}
              testId="share"
              error={errorText(issuesAt(issues, index))}
              onMove={(to) => onChange(moved(shares, index, to))}
              onRemove={() => onChange(shares.toSpliced(index, 1))}
              head={
                <Group gap={6} wrap="nowrap">
                  <TextInput
                    flex={1}
                    size="xs"
                    aria-label={t('canvas.inspector.shareName', { number: index + 1 })}
                    placeholder={t('canvas.inspector.share', { number: index + 1 })}
                    value={own.label ?? ''}
                    onChange={(event) => rename(own, index, event.currentTarget.value)}
                  />
                  <NumberInput
                    w={76}
                    size="xs"
                    min={0}
                    max={100}
                    hideControls
                    suffix=" %"
                    aria-label={t('canvas.inspector.sharePercent', { name })}
                    value={own.percent}
                    onChange={(percent) => onChange(shares.with(index, { ...own, percent: Number(percent) || 0 }))}
                  />
                </Group>
              }
            />
          );
        })}
        <Group justify="space-between">
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...shares, { id: newId(), percent: Math.max(0, 100 - sum) }])}
          >
            {t('canvas.inspector.addShare')}
          </Button>
          <Text size="xs" className="alur-number" {...(sum === 100 ? {} : { c: 'red' })} aria-live="polite">
            {t('canvas.inspector.shareSum', { sum })}
          </Text>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
