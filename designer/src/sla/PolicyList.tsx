import { conditionSentence, parseCondition } from '@alur/engine';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCalendar } from '../calendars/calendar-documents.ts';
import { useReferences } from '../canvas/references/references-context.ts';
import { useLocale } from '../canvas/references/use-locale.ts';
import { moved } from '../forms/moved.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { draftOf, type StoredPolicy } from './policy-draft.ts';
import { SlaPoliciesDocument, UpdateSlaPolicyDocument } from './sla-documents.ts';
import { targetSentence } from './target-sentence.ts';

interface PolicyListProps {
  readonly policies: readonly StoredPolicy[];
  readonly calendars: readonly StoredCalendar[];
  readonly isEditable: boolean;
}

/** The policies in the order in which a ticket meets them; drag one, or move it with Alt and the arrow keys. */
export function PolicyList({ policies, calendars, isEditable }: PolicyListProps) {
  const { t } = useTranslation();
  const [order, setOrder] = useState(policies);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const listRef = useRef<HTMLOListElement>(null);
  const [update] = useAction(UpdateSlaPolicyDocument);
  useEffect(() => setOrder(policies), [policies]);

  const store = async (id: string, position: number) => {
    const variables = { input: { id, position } };
    const { data } = await update({ variables, refetchQueries: [SlaPoliciesDocument] });
    if (!data || showUserErrors(data.updateSlaPolicy.userErrors)) setOrder(policies);
  };
  const move = (from: number, to: number) => {
    const next = moved(order, from, to);
    const policy = order[from];
    if (next === order || !policy) return;
    setOrder(next);
    setSaid(t('sla.moved', { name: policy.name, place: to + 1, total: order.length }));
    void store(policy.id, to);
  };
  const moveByKey = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const dragOver = (index: number) => {
    const from = order.findIndex(({ id }) => id === dragged);
    if (from !== -1 && from !== index) setOrder(moved(order, from, index));
  };
  const drop = () => {
    const to = order.findIndex(({ id }) => id === dragged);
    const from = policies.findIndex(({ id }) => id === dragged);
    setDragged(null);
    if (dragged && to !== from) void store(dragged, to);
  };

  return (
    <>
      <ol className="policy-list" ref={listRef}>
        {order.map((policy, index) => (
          <li
            key={policy.id}
            className="alur-card policy"
            data-dragged={policy.id === dragged || undefined}
            draggable={isEditable}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(policy.id);
            }}
            onDragOver={(event) => {
              event.preventDefault();
              dragOver(index);
            }}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={drop}
            onKeyDown={isEditable ? (event) => moveByKey(event, index) : undefined}
          >
            {isEditable && <IconGripVertical size={18} className="policy-grip" aria-hidden />}
            <span className="policy-place alur-number">{index + 1}</span>
            <PolicySummary
              policy={policy}
              calendars={calendars}
              above={order.slice(0, index).find(({ condition }) => condition === null)?.name}
            />
            {isEditable && (
              <span className="policy-moves">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  disabled={index === 0}
                  aria-label={t('sla.up', { name: policy.name })}
                  onClick={() => move(index, index - 1)}
                >
                  <IconArrowUp size={17} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  disabled={index === order.length - 1}
                  aria-label={t('sla.down', { name: policy.name })}
                  onClick={() => move(index, index + 1)}
                >
                  <IconArrowDown size={17} />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className="policy-said" role="status">
        {said}
      </p>
      <p className="alur-faint policy-hint">{t('sla.orderHelp')}</p>
    </>
  );
}

interface PolicySummaryProps {
  readonly policy: StoredPolicy;
  readonly calendars: readonly StoredCalendar[];
  /** A policy above that takes every ticket, so that none is left for this one. */
  readonly above: string | undefined;
}

function PolicySummary({ policy, calendars, above }: PolicySummaryProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { names } = useReferences();
  const parsed = policy.condition === null ? null : parseCondition(policy.condition);
  const who = parsed?.ok
    ? t('sla.ticketsThat', { condition: conditionSentence(parsed.condition, names, locale) })
    : t('sla.everyTicket');
  const nameOf = (id: string | null) => (id === null ? null : calendars.find((each) => each.id === id)?.name);
  return (
    <div className="policy-summary">
      <Link to="/settings" search={{ tab: 'sla', item: policy.id }} className="policy-link" draggable={false}>
        {policy.name}
      </Link>
      <p>{who}</p>
      {above !== undefined && <p className="policy-unreached">{t('sla.unreached', { name: above })}</p>}
      <ul>
        {draftOf(policy).targets.map((target) => (
          <li key={target.metric}>{targetSentence(target, nameOf(target.calendarId), locale)}</li>
        ))}
        {policy.targets.length === 0 && <li>{t('sla.noTargets')}</li>}
      </ul>
    </div>
  );
}
