import type { Config } from '../inspector/field-props.ts';

/** One case of a switch. Its id is a port, so that edges hold on to it through every edit. */
export interface SwitchCase {
  readonly id: string;
  readonly label?: string;
  readonly condition: unknown;
}

/** The cases of a switch in the order they are asked. */
export function casesOf(config: Config, key = 'cases'): readonly SwitchCase[] {
  const value = config[key];
  return Array.isArray(value) ? (value as readonly SwitchCase[]) : [];
}

/** An empty name takes the name away. */
export function renamed(own: SwitchCase, label: string): SwitchCase {
  const { label: _before, ...rest } = own;
  return label === '' ? rest : { ...rest, label };
}

/** A case to fill in. */
export function newCase(id: string): SwitchCase {
  return { id, condition: { all: [] } };
}
