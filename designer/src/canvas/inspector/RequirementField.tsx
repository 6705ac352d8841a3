import { Fieldset, Input, Stack } from '@mantine/core';
import { ConfigField } from './ConfigField.tsx';
import { errorText, issuesAt, issuesOutside } from './field-issues.ts';
import { type ConfigFieldProps, recordOf, useFieldWords, withSetting } from './field-props.ts';

/** A group of settings inside the settings. */
export function RequirementField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { label } = useFieldWords(props);
  const outside = issuesOutside(
    issues,
    field.fields.map(({ key }) => key),
  );
  const error = errorText(outside);
  const group = recordOf(config[field.key]);
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="sm">
        {field.fields.map((inner) => (
          <ConfigField
            key={inner.key}
            field={inner}
            config={group}
            issues={issuesAt(issues, inner.key)}
            onChange={(next) => onChange(withSetting(group, inner.key, next))}
          />
        ))}
        {error !== undefined && <Input.Error size="xs">{error}</Input.Error>}
      </Stack>
    </Fieldset>
  );
}
