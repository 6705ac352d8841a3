import { IconAlertTriangle, IconExclamationCircle } from '@tabler/icons-react';
import type { FieldIssue } from '../inspector/field-issues.ts';

interface RowIssuesProps {
  readonly issues: readonly FieldIssue[];
  /** How many columns the table has. */
  readonly span: number;
}

/** What the check found about a row, below it; each text once. */
export function RowIssues({ issues, span }: RowIssuesProps) {
  const said = issues.filter(({ text }, index) => issues.findIndex((other) => other.text === text) === index);
  if (said.length === 0) return null;
  return (
    <tr className="decision-found">
      <td colSpan={span}>
        <ul>
          {said.map(({ text, severity }) => (
            <li key={text} data-severity={severity}>
              {severity === 'error' ? (
                <IconExclamationCircle size={15} aria-hidden />
              ) : (
                <IconAlertTriangle size={15} aria-hidden />
              )}
              {text}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
