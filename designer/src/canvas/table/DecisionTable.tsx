import { type FlowNode, nodeDefinition } from '@alur/engine';
import { ActionIcon, Button, Group, Input, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moved } from '../../forms/moved.ts';
import { capital } from '../../words/capital.ts';
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx';
import { FactSelect } from '../condition/FactSelect.tsx';
import { newId } from '../edit/new-id.ts';
import { useEditor } from '../editor/editor-context.ts';
import { historyActionOf } from '../editor/use-shortcuts.ts';
import { errorText, type FieldIssue, issuesAt, issuesOutside, rowsOf } from '../inspector/field-issues.ts';
import { withSetting } from '../inspector/field-props.ts';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { type Column, DecisionRow } from './DecisionRow.tsx';
import { columnsOf, withCaseCell, withoutColumn } from './decision-table.ts';
import { RowIssues } from './RowIssues.tsx';
import { casesOf, newCase, renamed, type SwitchCase } from './switch-cases.ts';
import { OTHERWISE } from './table-issues.ts';
import { cellAfterArrow, isListOpen } from './table-keys.ts';
import { useFocusAfter } from './use-focus-after.ts';
import { useWaysOn } from './use-ways-on.ts';

interface DecisionTableProps {
  readonly step: FlowNode;
  /** What the check found, as `tableIssues` sorts it. */
  readonly issues: readonly FieldIssue[];
  /** What is being edited: a cell by its fact, or, with null, the whole condition of a case. */
  readonly open: OpenPart | null;
  readonly onOpen: (part: OpenPart | null) => void;
}

export interface OpenPart {
  readonly caseId: string;
  readonly fact: string | null;
}

/** The cases of a switch as rows, the facts they ask about as columns. Every edit is one of the step's settings. */
export function DecisionTable({ step, issues, open, onOpen }: DecisionTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts, names } = useReferences();
  const { actions, isReadOnly } = useEditor();
  const rootRef = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter();
  const leadsTo = useWaysOn(step);
  const cases = casesOf(step.config);
  const [shown, setShown] = useState(() => columnsOf(cases, []));
  const present = columnsOf(cases, shown);
  if (present.length > shown.length) setShown(present);
  const columns = present.map((fact): Column => {
    const definition = facts.find((candidate) => candidate.fact === fact);
    const name = definition ? names.fact(fact, locale) : t('canvas.condition.deleted', { value: fact });
    return { fact, name, definition };
  });
  const width = columns.length + (isReadOnly ? 3 : 4);

  const edit = (next: readonly SwitchCase[], what: string) =>
    actions.configure(step, withSetting(step.config, 'cases', next), `cases.${what}`);
  const find = (selector: string) => rootRef.current?.querySelector<HTMLElement>(selector);
  const inCase = (id: string, selector: string) => find(`tr[data-case="${CSS.escape(id)}"] ${selector}`);

  const move = (index: number, to: number, name: string) => {
    const own = cases[index];
    const next = moved(cases, index, to);
    if (!own || next === cases) return;
    const { activeElement } = document;
    edit(next, `move.${own.id}.${to}`);
    actions.announce(t('canvas.table.moved', { name, place: to + 1, total: cases.length }));
    // A row that moves loses the focus, and its button may be off at the end of the table.
    focusAfter(() =>
      activeElement instanceof HTMLElement && !activeElement.hasAttribute('disabled')
        ? activeElement
        : inCase(own.id, '[data-name]'),
    );
  };
  const remove = (index: number, name: string) => {
    const next = cases.toSpliced(index, 1);
    const neighbour = next[Math.min(index, next.length - 1)];
    edit(next, `remove.${cases[index]?.id}`);
    actions.announce(t('canvas.table.removed', { name }));
    focusAfter(() => (neighbour ? inCase(neighbour.id, '[data-name]') : find('[data-add]')));
  };
  const add = () => {
    const added = newCase(newId());
    edit([...cases, added], `add.${added.id}`);
    focusAfter(() => inCase(added.id, '[data-name]'));
  };
  const removeColumn = ({ fact, name }: Column) => {
    setShown(shown.filter((other) => other !== fact));
    edit(withoutColumn(cases, fact), `column.${fact}`);
    actions.announce(t('canvas.table.columnRemoved', { name }));
    focusAfter(() => find('thead button') ?? find('[data-add]'));
  };
  const close = ({ caseId, fact }: OpenPart) => {
    onOpen(null);
    focusAfter(() => inCase(caseId, fact === null ? '[data-whole]' : `[data-fact="${CSS.escape(fact)}"]`));
  };
  const toggleWhole = (caseId: string) => {
    const isShown = open?.caseId === caseId && open.fact === null;
    onOpen(isShown ? null : { caseId, fact: null });
    requestAnimationFrame(() => find('.decision-whole')?.scrollIntoView({ block: 'nearest' }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.isDefaultPrevented()) return;
    const isTyping = target.closest('input, textarea') !== null;
    const history = isReadOnly || isTyping ? undefined : historyActionOf(event, actions);
    const next = target.matches('.decision-cell') ? cellAfterArrow(target, event.key) : null;
    const id = target.closest('tr')?.getAttribute('data-case');
    const index = cases.findIndex((own) => own.id === id);
    const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as Record<string, number>)[event.key] : undefined;
    if (history) history();
    else if (by !== undefined && index !== -1 && !isReadOnly) move(index, index + by, nameOf(index));
    else if (event.key === 'Escape' && open && !isListOpen(target)) close(open);
    else if (next && !event.altKey) next.focus();
    else return;
    event.preventDefault();
  };
  const nameOf = (index: number) => cases[index]?.label || t('canvas.inspector.case', { number: index + 1 });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the cells and fields inside, which have roles of their own
    <div ref={rootRef} onKeyDown={onKeyDown} className="decision">
      <div className="decision-scroll">
        <table aria-label={t('canvas.table.title', { step: step.label ?? nodeDefinition(step.kind)?.label[locale] })}>
          <thead>
            <tr>
              <th scope="col">{t('canvas.table.case')}</th>
              {columns.map((column) => (
                <th key={column.fact} scope="col" className="decision-column">
                  <Group gap={2} wrap="nowrap" justify="space-between">
                    <span>{capital(column.name)}</span>
                    {!isReadOnly && (
                      <Tooltip label={t('canvas.table.removeColumn', { name: column.name })}>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size={24}
                          aria-label={t('canvas.table.removeColumn', { name: column.name })}
                          onClick={() => removeColumn(column)}
                        >
                          <IconX size={14} />
                        </ActionIcon>
                      </Tooltip>
                    )}
                  </Group>
                </th>
              ))}
              <th scope="col">{t('canvas.table.also')}</th>
              <th scope="col">{t('canvas.table.leadsTo')}</th>
              {!isReadOnly && (
                <th scope="col" className="decision-tools">
                  <VisuallyHidden>{t('canvas.table.tools')}</VisuallyHidden>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {cases.map((own, index) => {
              const name = nameOf(index);
              const isOpen = open?.caseId === own.id;
              return (
                <Fragment key={own.id}>
                  <DecisionRow
                    own={own}
                    name={name}
                    index={index}
                    count={cases.length}
                    columns={columns}
                    issues={issuesAt(issues, index)}
                    leadsTo={leadsTo(own.id)}
                    isReadOnly={isReadOnly}
                    openFact={isOpen ? open.fact : null}
                    onRename={(label) => edit(cases.with(index, renamed(own, label)), `${own.id}.label`)}
                    onCell={(fact, comparison) =>
                      edit(withCaseCell(cases, index, fact, comparison), `${own.id}.${fact}`)
                    }
                    onOpenCell={(fact) => onOpen({ caseId: own.id, fact })}
                    onCloseCell={() => open && close(open)}
                    isWholeOpen={isOpen && open.fact === null}
                    onOpenWhole={() => toggleWhole(own.id)}
                    onMove={(to) => move(index, to, name)}
                    onRemove={() => remove(index, name)}
                  />
                  {isOpen && open.fact === null && !isReadOnly && (
                    <tr className="decision-whole">
                      <td colSpan={width}>
                        <ConditionBuilder
                          label={t('canvas.table.whole', { name })}
                          value={own.condition}
                          onChange={(condition) =>
                            edit(cases.with(index, { ...own, condition }), `${own.id}.condition`)
                          }
                        />
                        <Button size="compact-sm" mt={8} onClick={() => close(open)}>
                          {t('canvas.table.done')}
                        </Button>
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
            {cases.length === 0 && (
              <tr className="decision-none">
                <td colSpan={width}>{t('canvas.table.noCases')}</td>
              </tr>
            )}
            <tr className="decision-otherwise" data-found={issuesAt(issues, OTHERWISE).length > 0 || undefined}>
              <th scope="row" className="decision-name">
                {t('canvas.table.otherwise')}
              </th>
              <td colSpan={columns.length + 1}>{t('canvas.table.otherwiseText')}</td>
              <td data-label={t('canvas.table.leadsTo')} className="decision-leads">
                <span>{capital(leadsTo(OTHERWISE))}</span>
              </td>
              {!isReadOnly && <td className="decision-tools" />}
            </tr>
            <RowIssues issues={issuesAt(issues, OTHERWISE)} span={width} />
          </tbody>
        </table>
      </div>
      <Input.Error size="xs">{errorText(issuesOutside(issues, [...rowsOf(cases), OTHERWISE]))}</Input.Error>
      {!isReadOnly && (
        <Group gap="sm" className="decision-foot">
          <Button size="xs" variant="light" leftSection={<IconPlus size={14} />} data-add onClick={add}>
            {t('canvas.inspector.addCase')}
          </Button>
          <div className="decision-add-column">
            <FactSelect
              key={columns.length}
              label={t('canvas.table.addColumn')}
              facts={facts.filter(({ fact }) => !present.includes(fact))}
              value=""
              locale={locale}
              onChange={({ fact }) => {
                setShown([...present, fact]);
                focusAfter(() => find(`[data-fact="${CSS.escape(fact)}"]`) ?? find('[data-add]'));
              }}
            />
          </div>
          <Text size="xs" className="alur-faint decision-keys">
            {t('canvas.table.keys')}
          </Text>
        </Group>
      )}
    </div>
  );
}
