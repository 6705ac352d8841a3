import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SkilledAgent } from './all-agents.ts';
import { LevelPicker } from './LevelPicker.tsx';
import { MatrixRow } from './MatrixRow.tsx';
import { countSkilled, LEVELS, levelAt, type Matrix, type SkillLevel } from './matrix-edits.ts';
import { cellAfterKey, visibleRows } from './visible-rows.ts';

interface MatrixGridProps {
  readonly skills: readonly { readonly id: string; readonly name: string }[];
  readonly agents: readonly SkilledAgent[];
  readonly matrix: Matrix;
  /** From which level a person counts as able. */
  readonly least: SkillLevel;
  /** Absent for those who may only read. */
  readonly onSet: ((agentId: string, skillId: string, level: SkillLevel) => void) | undefined;
  readonly emptyText: string;
}

const ROW_PX = 38;

/** People by skills as a grid of levels: one cell has the focus, arrows move it, digits set it. Only rows in sight are drawn. */
export function MatrixGrid({ skills, agents, matrix, least, onSet, emptyText }: MatrixGridProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [isPicking, setIsPicking] = useState(false);
  const [scrolledPx, setScrolledPx] = useState(0);
  const { ref: sizeRef, height } = useElementSize<HTMLDivElement>();
  const gridRef = useRef<HTMLTableElement>(null);
  const hasFocus = useRef(false);
  const size = { rows: agents.length, columns: skills.length };
  const active = { row: Math.min(at.row, size.rows - 1), column: Math.min(at.column, size.columns - 1) };
  const { first, end } = visibleRows(size.rows, ROW_PX, scrolledPx, height || 600);
  const agent = agents[active.row];
  const skill = skills[active.column];

  const able = useMemo(() => {
    const agentIds = agents.map(({ id }) => id);
    return new Map(skills.map(({ id }) => [id, countSkilled(matrix, agentIds, id, least)]));
  }, [agents, skills, matrix, least]);

  useEffect(() => {
    if (!hasFocus.current) return;
    const cell = gridRef.current?.querySelector<HTMLElement>('[data-active]');
    cell?.focus({ preventScroll: false });
  });

  const goTo = useCallback((row: number, column: number) => {
    setAt({ row, column });
    hasFocus.current = true;
    const box = gridRef.current?.parentElement;
    if (!box) return;
    const headPx = gridRef.current?.tHead?.offsetHeight ?? 0;
    const top = row * ROW_PX;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW_PX > box.scrollTop + box.clientHeight - headPx)
      box.scrollTop = top + ROW_PX - box.clientHeight + headPx;
  }, []);

  const pick = useCallback(
    (row: number, column: number) => {
      goTo(row, column);
      setIsPicking(true);
    },
    [goTo],
  );

  const setTo = (level: SkillLevel) => {
    if (agent && skill) onSet?.(agent.id, skill.id, level);
    setIsPicking(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const next = cellAfterKey(event.key, active, size, event.ctrlKey || event.metaKey);
    if (next) {
      event.preventDefault();
      setIsPicking(false);
      return goTo(next.row, next.column);
    }
    if (!onSet || !agent || !skill || event.ctrlKey || event.metaKey) return;
    const present = levelAt(matrix, agent.id, skill.id);
    const step = { '+': 1, '=': 1, '-': -1 }[event.key];
    const digit = event.key === 'Delete' || event.key === 'Backspace' ? '0' : event.key;
    const level = LEVELS.find((each) => (step === undefined ? String(each) === digit : each === present + step));
    if (level !== undefined) {
      event.preventDefault();
      setTo(level);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setIsPicking(true);
    }
  };

  if (agents.length === 0) return <p className="alur-card skills-none alur-faint">{emptyText}</p>;
  return (
    <div
      className="alur-card skills-scroll"
      ref={sizeRef}
      onScroll={(event) => setScrolledPx(event.currentTarget.scrollTop)}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
        role="grid"
        ref={gridRef}
        className="skills-grid"
        aria-label={t('skills.grid')}
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 1}
        aria-readonly={onSet ? undefined : true}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) hasFocus.current = false;
        }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="skills-person">
              {t('skills.person')}
            </th>
            {skills.map(({ id, name }) => {
              const count = able.get(id) ?? 0;
              return (
                <th key={id} scope="col" title={name}>
                  <span className="skills-name">{name}</span>
                  <span className="skills-able alur-number" data-few={count <= 1 ? count : undefined}>
                    {count === 0 ? t('skills.nobody') : t('skills.able', { count })}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr aria-hidden style={{ height: first * ROW_PX }} />}
          {agents.slice(first, end).map((each, index) => (
            <MatrixRow
              key={each.id}
              row={first + index}
              agent={each}
              skills={skills}
              matrix={matrix}
              least={least}
              activeColumn={first + index === active.row ? active.column : null}
              onPick={pick}
            />
          ))}
          {end < size.rows && <tr aria-hidden style={{ height: (size.rows - end) * ROW_PX }} />}
        </tbody>
      </table>
      {onSet && isPicking && agent && skill && (
        <LevelPicker
          target={() => gridRef.current?.querySelector<HTMLElement>('[data-active]') ?? null}
          label={t('skills.levelFor', { person: agent.name, skill: skill.name })}
          level={levelAt(matrix, agent.id, skill.id)}
          onPick={setTo}
          onClose={() => setIsPicking(false)}
        />
      )}
    </div>
  );
}
