import type { DraftComparison } from '../condition/draft-condition.ts';
import { cellFacts, type DecisionRow, readRow, withCell, writeRow } from './decision-row.ts';
import type { SwitchCase } from './switch-cases.ts';

/** The columns of a table: those shown so far, then the facts that cells of the cases ask about and none shows yet. */
export function columnsOf(cases: readonly SwitchCase[], shown: readonly string[]): readonly string[] {
  return [...new Set([...shown, ...cases.flatMap(({ condition }) => cellFacts(readRow(condition)))])];
}

/** The cases with one cell changed, or emptied by null. Ids, names and order stay; so does every other case itself. */
export function withCaseCell(
  cases: readonly SwitchCase[],
  index: number,
  fact: string,
  comparison: DraftComparison | null,
): readonly SwitchCase[] {
  const own = cases[index];
  return own
    ? cases.with(
        index,
        changed(own, (row) => withCell(row, fact, comparison)),
      )
    : cases;
}

/** The cases with a column emptied. What they say of the fact outside its cells stays. */
export function withoutColumn(cases: readonly SwitchCase[], fact: string): readonly SwitchCase[] {
  return cases.map((own) => changed(own, (row) => withCell(row, fact, null)));
}

function changed(own: SwitchCase, change: (row: DecisionRow) => DecisionRow): SwitchCase {
  const row = readRow(own.condition);
  const after = change(row);
  return after === row ? own : { ...own, condition: writeRow(after) };
}
