import { Button, Input, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moved } from '../../forms/moved.ts';
import { ConfigField } from './ConfigField.tsx';
import { errorText, issuesAt, issuesOutside, rowsOf } from './field-issues.ts';
import { type Config, type ConfigFieldProps, useFieldWords, withSetting } from './field-props.ts';
import { ListRow } from './ListRow.tsx';

const TEN_MINUTES_MS = 600_000;

/** Where a ticket goes when its time at the target before is over: an ordered list of further targets. */
export function LadderField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { t } = useTranslation();
  const value = config[field.key];
  const targets = Array.isArray(value) ? (value as readonly Config[]) : [];
  const change = (next: readonly Config[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <Input.Wrapper
      size="xs"
      {...useFieldWords({ field, issues: issuesOutside(issues, rowsOf(targets)) })}
      labelElement="div"
    >
      <Stack gap="sm" mt={6}>
        {targets.map((target, index) => {
          const name = t('canvas.inspector.target', { number: index + 2 });
          return (
            <ListRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two targets may be alike
              key={index}
              name={name}
              index={index}
              count={targets.length}
              testId="target"
              error={errorText(
                issuesOutside(
                  issuesAt(issues, index),
                  field.fields.map(({ key }) => key),
                ),
              )}
              onMove={(to) => change(moved(targets, index, to))}
              onRemove={() => change(targets.toSpliced(index, 1))}
              head={
                <Text size="xs" fw={600}>
                  {name}
                </Text>
              }
            >
              <Stack gap="sm">
                {field.fields.map((inner) => (
                  <ConfigField
                    key={inner.key}
                    field={inner}
                    config={target}
                    issues={issuesAt(issues, index, inner.key)}
                    onChange={(next) => change(targets.with(index, withSetting(target, inner.key, next)))}
                  />
                ))}
              </Stack>
            </ListRow>
          );
        })}
        <div>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              change([...targets, { queueId: '', requirement: { skills: [] }, timeoutMs: TEN_MINUTES_MS }])
            }
          >
            {t('canvas.inspector.addTarget')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}
