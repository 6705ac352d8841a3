import { LISTABLE_ACTIONS, nodeDefinition } from '@alur/engine';
import { Input, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { moved } from '../../forms/moved.ts';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { ConfigField } from './ConfigField.tsx';
import { errorText, issuesAt, issuesOutside, rowsOf } from './field-issues.ts';
import { type Config, type ConfigFieldProps, useFieldWords, withSetting } from './field-props.ts';
import { formFields } from './form-fields.ts';
import { ListRow } from './ListRow.tsx';

interface InnerAction {
  readonly kind: string;
  readonly config: Config;
}

/** Actions inside one step: a list of `{kind, config}`, each with the form of its kind. */
export function ActionsField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const value = config[field.key];
  const actions = Array.isArray(value) ? (value as readonly InnerAction[]) : [];
  return (
    <Input.Wrapper
      size="xs"
      {...useFieldWords({ field, issues: issuesOutside(issues, rowsOf(actions)) })}
      labelElement="div"
    >
      <Stack gap="sm" mt={6}>
        {actions.map((action, index) => {
          const definition = nodeDefinition(action.kind);
          const name = definition?.label[locale] ?? action.kind;
          const fields = definition ? formFields(definition) : [];
          const own = issuesAt(issues, index);
          const inConfig = issuesAt(own, 'config');
          const outside = [
            ...issuesOutside(own, ['config']),
            ...issuesOutside(
              inConfig,
              fields.map(({ key }) => key),
            ),
          ];
          return (
            <ListRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two actions of a list may be alike
              key={index}
              name={`${index + 1}. ${name}`}
              index={index}
              count={actions.length}
              testId="inner-action"
              error={errorText(outside)}
              onMove={(to) => onChange(moved(actions, index, to))}
              onRemove={() => onChange(actions.toSpliced(index, 1))}
              head={
                <Text size="xs" fw={600} title={definition?.sentence(action.config, names, locale)}>
                  {index + 1}. {name}
                </Text>
              }
            >
              <Stack gap="sm">
                {fields.map((inner) => (
                  <ConfigField
                    key={inner.key}
                    field={inner}
                    config={action.config}
                    issues={issuesAt(inConfig, inner.key)}
                    onChange={(next) =>
                      onChange(actions.with(index, { ...action, config: withSetting(action.config, inner.key, next) }))
                    }
                  />
                ))}
              </Stack>
            </ListRow>
          );
        })}
        <Select
          size="xs"
          searchable
          value={null}
          aria-label={t('canvas.inspector.addAction')}
          placeholder={t('canvas.inspector.addAction')}
          data={LISTABLE_ACTIONS.map(({ kind, label }) => ({ value: kind, label: label[locale] }))}
          onChange={(kind) => {
            const definition = kind === null ? undefined : nodeDefinition(kind);
            if (definition) {
              onChange([...actions, { kind: definition.kind, config: structuredClone(definition.defaultConfig) }]);
            }
          }}
        />
      </Stack>
    </Input.Wrapper>
  );
}
