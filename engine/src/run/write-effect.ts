import type { FieldChanges } from '../facts/event.ts';
import { type Facts, type FactValue, presentValue, readFact } from '../facts/fact-value.ts';
import { foldText } from '../facts/fold-text.ts';
import type { EffectDraft } from '../nodes/behaviour.ts';

/** What an effect does to the facts: the effect as it will be applied (null: it changes nothing) and the changes. */
export interface WrittenEffect {
  readonly draft: EffectDraft | null;
  readonly changes: FieldChanges;
}

type Transfer = Extract<EffectDraft, { readonly type: 'transfer' }>;

/**
 * What an effect changes in the facts. Fields, tags and hand-overs that change nothing ask for nothing; an enqueue, a
 * message, a call or a notice always does. Tags are compared folded and come out sorted. Another queue than before
 * takes the ticket from its agent, and so does a hand-over to another team.
 */
export function writeEffect(draft: EffectDraft, facts: Facts): WrittenEffect {
  switch (draft.type) {
    case 'setField':
      return unlessSame(draft, changeOf(facts, draft.field, draft.value));
    case 'setTags':
      return writeTags(draft, facts);
    case 'enqueue':
      return { draft, changes: movedTo(facts, 'ticket.queue', draft.queueId) };
    case 'assign':
      return unlessSame(draft, {
        ...(draft.agentId === null ? {} : changeOf(facts, 'ticket.assignee', draft.agentId)),
        ...(draft.teamId === null ? {} : changeOf(facts, 'ticket.team', draft.teamId)),
      });
    case 'unassign':
      return unlessSame(draft, {
        ...(draft.from === 'team' ? {} : changeOf(facts, 'ticket.assignee', null)),
        ...(draft.from === 'agent' ? {} : changeOf(facts, 'ticket.team', null)),
      });
    case 'transfer':
      return unlessSame(draft, writeTransfer(draft, facts));
    case 'addNote':
    case 'notify':
    case 'sendReply':
    case 'sendSurvey':
    case 'callWebhook':
    case 'lookupContact':
    case 'askAi':
    case 'failRun':
    case 'setFiring':
      return { draft, changes: {} };
  }
}

function unlessSame(draft: EffectDraft, changes: FieldChanges): WrittenEffect {
  return { draft: Object.keys(changes).length > 0 ? draft : null, changes };
}

function writeTransfer({ agentId, teamId, queueId }: Transfer, facts: Facts): FieldChanges {
  if (agentId !== null) return changeOf(facts, 'ticket.assignee', agentId);
  if (teamId !== null) return movedTo(facts, 'ticket.team', teamId);
  return queueId === null ? {} : movedTo(facts, 'ticket.queue', queueId);
}

/** A place that is another than before takes the ticket from its agent. */
function movedTo(facts: Facts, fact: 'ticket.queue' | 'ticket.team', id: string): FieldChanges {
  const changes = changeOf(facts, fact, id);
  return Object.keys(changes).length > 0 ? { ...changes, ...changeOf(facts, 'ticket.assignee', null) } : changes;
}

function writeTags(draft: Extract<EffectDraft, { readonly type: 'setTags' }>, facts: Facts): WrittenEffect {
  const seen = readFact(facts, 'ticket.tags');
  const before = typeof seen === 'object' && seen !== null ? seen : [];
  const have = new Set(before.map(foldText));
  const added: string[] = [];
  for (const tag of draft.added) {
    if (!have.has(foldText(tag))) added.push(tag);
    have.add(foldText(tag));
  }
  const unwanted = new Set(draft.removed.map(foldText));
  const removed = before.filter((tag) => unwanted.has(foldText(tag))).sort();
  if (added.length + removed.length === 0) return { draft: null, changes: {} };
  const after = [...before.filter((tag) => !unwanted.has(foldText(tag))), ...added].sort();
  return {
    draft: { type: 'setTags', added, removed },
    changes: { 'ticket.tags': { from: seen, to: presentValue(after) } },
  };
}

function changeOf(facts: Facts, fact: string, value: FactValue | null): FieldChanges {
  const from = readFact(facts, fact);
  const to = presentValue(value);
  return isSame(from, to) ? {} : { [fact]: { from, to } };
}

function isSame(a: FactValue | null, b: FactValue | null): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
