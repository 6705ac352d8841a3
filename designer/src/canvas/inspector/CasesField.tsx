import { Button, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moved } from '../../forms/moved.ts';
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx';
import { newId } from '../edit/new-id.ts';
import { casesOf, newCase, renamed } from '../table/switch-cases.ts';
import { errorText, issuesAt, issuesOutside, rowsOf } from './field-issues.ts';
import { type ConfigFieldProps, useFieldWords } from './field-props.ts';
import { ListRow } from './ListRow.tsx';

/** The cases of a switch, in the order they are asked: a list of `{id, label?, condition}`; each id is a port. */
export function CasesField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { t } = useTranslation();
  const cases = casesOf(config, field.key);
  return (
    <Input.Wrapper
      size="xs"
      {...useFieldWords({ field, issues: issuesOutside(issues, rowsOf(cases)) })}
      labelElement="div"
    >
      <Stack gap="sm" mt={6}>
        {cases.map((own, index) => {
          const name = own.label || t('canvas.inspector.case', { number: index + 1 });
          return (
            <ListRow
              key={own.id}
              name={name}
              index={index}
              count={cases.length}
              testId="case"
              error={errorText(issuesAt(issues, index))}
              onMove={(to) => onChange(moved(cases, index, to))}
              onRemove={() => onChange(cases.toSpliced(index, 1))}
              head={
                <TextInput
                  size="xs"
                  aria-label={t('canvas.inspector.caseName', { number: index + 1 })}
                  placeholder={t('canvas.inspector.case', { number: index + 1 })}
                  value={own.label ?? ''}
                  onChange={(event) => onChange(cases.with(index, renamed(own, event.currentTarget.value)))}
                />
              }
            >
              <ConditionBuilder
                value={own.condition}
                label={name}
                onChange={(condition) => onChange(cases.with(index, { ...own, condition }))}
              />
            </ListRow>
          );
        })}
        <div>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...cases, newCase(newId())])}
          >
            {t('canvas.inspector.addCase')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}
