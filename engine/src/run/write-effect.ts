import type { FieldChanges } from '../facts/event.ts';
import { type Facts, type FactValue, presentValue, readFact } from '../facts/fact-value.ts';
import { foldText } from '../facts/fold-text.ts';
import type { EffectDraft } from '../nodes/behaviour.ts';

/** What an effect does to the facts: the effect as it will be applied (null: it changes nothing) and the changes. */
export interface WrittenEffect {
  readonly draft: EffectDraft | null;
  readonly changes: FieldChanges;
}

/**
 * What an effect changes in the facts. Fields, tags and assignments that change nothing ask for nothing; an enqueue,
 * note or notice always does. Tags are compared folded and come out sorted.
 */
export function writeEffect(draft: EffectDraft, facts: Facts): WrittenEffect {
  switch (draft.type) {
    case 'setField': {
      const changes = changeOf(facts, draft.field, draft.value);
      return { draft: Object.keys(changes).length > 0 ? draft : null, changes };
    }
    case 'setTags':
      return writeTags(draft, facts);
    case 'enqueue':
      return { draft, changes: changeOf(facts, 'ticket.queue', draft.queueId) };
    case 'assign': {
      const changes = {
        ...(draft.agentId === null ? {} : changeOf(facts, 'ticket.assignee', draft.agentId)),
        ...(draft.teamId === null ? {} : changeOf(facts, 'ticket.team', draft.teamId)),
      };
      return { draft: Object.keys(changes).length > 0 ? draft : null, changes };
    }
    case 'addNote':
    case 'notify':
      return { draft, changes: {} };
  }
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
