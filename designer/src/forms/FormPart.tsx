import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import './forms.css';

interface FormPartProps {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** Fields of a long form that belong together, under a title. */
export function FormPart({ title, help, children }: FormPartProps) {
  return (
    <fieldset className="forms-part">
      <legend>{title}</legend>
      {help && (
        <Text size="xs" className="alur-faint">
          {help}
        </Text>
      )}
      {children}
    </fieldset>
  );
}
