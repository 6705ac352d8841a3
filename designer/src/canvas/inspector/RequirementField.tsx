import { Fieldset, Stack } from '@mantine/core';
import { ConfigField } from './ConfigField.tsx';
import { type ConfigFieldProps, recordOf, useFieldWords, withSetting } from './field-props.ts';

/** A group of settings inside the settings. */
export function RequirementField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const { label } = useFieldWords(props);
  const group = recordOf(config[field.key]);
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="sm">
        {field.fields.map((inner) => (
          <ConfigField
            key={inner.key}
            field={inner}
            config={group}
            onChange={(next) => onChange(withSetting(group, inner.key, next))}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
