import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkilledAgent } from './all-agents.ts';
import { levelAt, type Matrix, type SkillLevel } from './matrix-edits.ts';

interface MatrixRowProps {
  readonly row: number;
  readonly agent: SkilledAgent;
  readonly skills: readonly { readonly id: string; readonly name: string }[];
  readonly matrix: Matrix;
  readonly least: SkillLevel;
  /** The column of the focused cell, where it is in this row. */
  readonly activeColumn: number | null;
  readonly onPick: (row: number, column: number) => void;
}

/** One person's levels. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, agent, skills, matrix, least, activeColumn, onPick } = props;
  const { t } = useTranslation();
  return (
    <tr aria-rowindex={row + 2}>
      <th scope="row" className="skills-person" title={agent.teams.map(({ name }) => name).join(', ') || undefined}>
        <span>{agent.name}</span>
      </th>
      {skills.map((skill, column) => {
        const level = levelAt(matrix, agent.id, skill.id);
        const isActive = column === activeColumn;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it listens to the keys of its focused cell
          <td
            key={skill.id}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus
            role="gridcell"
            tabIndex={isActive ? 0 : -1}
            data-active={isActive || undefined}
            data-level={level}
            data-below={(level > 0 && level < least) || undefined}
            aria-colindex={column + 2}
            aria-label={t('skills.cell', { level, skill: skill.name, person: agent.name })}
            onClick={() => onPick(row, column)}
          >
            {level > 0 ? level : ''}
          </td>
        );
      })}
    </tr>
  );
});
