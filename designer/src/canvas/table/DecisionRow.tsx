import {
  comparisonPredicate,
  conditionSentence,
  type FactDefinition,
  isOperator,
  type Locale,
  type Names,
  parseCondition,
} from '@alur/engine';
import { ActionIcon, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { capital } from '../../words/capital.ts';
import type { DraftComparison } from '../condition/draft-condition.ts';
import { type FieldIssue, issuesAt } from '../inspector/field-issues.ts';
import { RowButtons } from '../inspector/ListRow.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { CellEditor } from './CellEditor.tsx';
import { cellAt, placeOf, type DecisionRow as Row, readRow, restOf } from './decision-row.ts';
import { RowIssues } from './RowIssues.tsx';
import type { SwitchCase } from './switch-cases.ts';

/** A column: the fact, what it is called, and its definition where it still exists. */
export interface Column {
  readonly fact: string;
  readonly name: string;
  readonly definition: FactDefinition | undefined;
}

export interface DecisionRowProps {
  readonly own: SwitchCase;
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly columns: readonly Column[];
  /** What the check found about this case. */
  readonly issues: readonly FieldIssue[];
  readonly leadsTo: string;
  readonly isReadOnly: boolean;
  /** The fact whose cell is being edited. */
  readonly openFact: string | null;
  readonly isWholeOpen: boolean;
  readonly onRename: (label: string) => void;
  readonly onCell: (fact: string, comparison: DraftComparison | null) => void;
  readonly onOpenCell: (fact: string) => void;
  readonly onCloseCell: () => void;
  readonly onOpenWhole: () => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One case: its name, a cell for each column, what no cell can say, where it leads, and what the check found. */
export function DecisionRow(props: DecisionRowProps) {
  const { own, name, index, count, columns, issues, leadsTo, isReadOnly, onMove, onRemove } = props;
  const { t } = useTranslation();
  const { names } = useReferences();
  const locale = useLocale();
  const row = readRow(own.condition);
  const rest = restOf(row);
  return (
    <>
      <tr data-case={own.id} data-testid="decision-row" data-found={issues.length > 0 || undefined}>
        <th scope="row" className="decision-name">
          <span className="decision-place alur-number">{index + 1}</span>
          {isReadOnly ? (
            <Text size="sm" fw={600} py={4}>
              {name}
            </Text>
          ) : (
            <TextInput
              size="xs"
              data-name
              aria-label={t('canvas.inspector.caseName', { number: index + 1 })}
              placeholder={name}
              value={own.label ?? ''}
              maxLength={200}
              onChange={(event) => props.onRename(event.currentTarget.value)}
            />
          )}
        </th>
        {columns.map((column) => (
          <DecisionCell key={column.fact} {...props} row={row} column={column} />
        ))}
        <td data-label={t('canvas.table.also')} className="decision-also">
          <div>
            <span className="decision-words">
              {rest !== null && (sentenceOf(rest, names, locale) ?? t('canvas.table.unfinished'))}
            </span>
            {!isReadOnly && (
              <Tooltip label={t('canvas.table.editWhole', { name })}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  data-whole
                  aria-expanded={props.isWholeOpen}
                  aria-label={t('canvas.table.editWhole', { name })}
                  onClick={props.onOpenWhole}
                >
                  <IconPencil size={15} />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        </td>
        <td data-label={t('canvas.table.leadsTo')} className="decision-leads">
          <span>{capital(leadsTo)}</span>
        </td>
        {!isReadOnly && (
          <td className="decision-tools">
            <RowButtons {...{ name, index, count, onMove, onRemove }} />
          </td>
        )}
      </tr>
      <RowIssues issues={issues} span={columns.length + (isReadOnly ? 3 : 4)} />
    </>
  );
}

interface DecisionCellProps extends DecisionRowProps {
  readonly row: Row;
  readonly column: Column;
}

function DecisionCell({ row, column, name, issues, isReadOnly, openFact, ...props }: DecisionCellProps) {
  const { t } = useTranslation();
  const { names } = useReferences();
  const locale = useLocale();
  const { fact } = column;
  const cell = cellAt(row, fact);
  const comparison = cell.type === 'comparison' ? cell.comparison : null;
  const words = comparison ? predicateOf(comparison, names, locale) : null;
  const text = cell.type === 'comparison' ? (words ?? t('canvas.table.unfinished')) : t(`canvas.table.${cell.type}`);
  const place = placeOf(row, fact);
  const isWrong = issuesAt(issues, 'condition', ...(row.isGroup ? ['all', place] : [])).some(
    ({ severity }) => severity === 'error',
  );
  const isOpen = openFact === fact && cell.type !== 'elsewhere';
  return (
    <td data-label={capital(column.name)} data-wrong={(comparison !== null && isWrong) || undefined}>
      {isOpen ? (
        <CellEditor
          label={t('canvas.table.cellFields', { fact: column.name, name })}
          definition={column.definition}
          comparison={comparison}
          onChange={(next) => props.onCell(fact, next)}
          onClose={props.onCloseCell}
        />
      ) : isReadOnly ? (
        <span className="decision-words" data-faint={!comparison || undefined}>
          {text}
        </span>
      ) : (
        <UnstyledButton
          className="decision-cell"
          data-fact={fact}
          data-faint={!comparison || undefined}
          aria-label={t('canvas.table.cell', { fact: column.name, name, words: text })}
          onClick={() => (cell.type === 'elsewhere' ? props.onOpenWhole() : props.onOpenCell(fact))}
        >
          {text}
        </UnstyledButton>
      )}
    </td>
  );
}

function sentenceOf(condition: unknown, names: Names, locale: Locale): string | null {
  const parsed = parseCondition(condition);
  return parsed.ok ? conditionSentence(parsed.condition, names, locale) : null;
}

/** Null while no operator is chosen. */
function predicateOf({ op, ...rest }: DraftComparison, names: Names, locale: Locale): string | null {
  return isOperator(op) ? comparisonPredicate({ ...rest, op }, names, locale) : null;
}
