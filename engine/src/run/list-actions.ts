import type { CompiledStep } from '../compile/compile-flow.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Behaviour, InnerAction } from '../nodes/behaviour.ts';
import type { FailureReason } from '../nodes/effect.ts';
import type { FactsView } from './facts-view.ts';
import type { RunRecord } from './run-record.ts';
import type { StayingTokens } from './staying-tokens.ts';

export type ListBehaviour = Extract<Behaviour, { readonly type: 'sequence' | 'parallel' }>;

/** A list of actions that a token of a run is at. */
export interface ListPlace {
  readonly step: CompiledStep;
  readonly list: ListBehaviour;
  readonly branch: string;
  readonly view: FactsView;
}

/** How a token leaves a list of actions; `stays` while outcomes are not known. */
export type ListExit = 'done' | 'failed' | 'stays';

/**
 * Lists of actions inside one node. In a sequence each sees what those before it wrote, and a token that waits for an
 * outcome goes on with the next. Side by side all see one snapshot, a token stays for each outcome, and the list is
 * left when all are known: by `failed` where any failed.
 */
export class ListActions {
  private readonly record: RunRecord;
  private readonly staying: StayingTokens;

  constructor(record: RunRecord, staying: StayingTokens) {
    this.record = record;
    this.staying = staying;
  }

  begin(place: ListPlace, event: TicketEvent): ListExit {
    return place.list.type === 'sequence' ? this.sequence(place, event, 0) : this.sideBySide(place, event);
  }

  /** Goes on once the outcome is known that the item of this token, gone by now, stayed for. */
  resume(place: ListPlace, event: TicketEvent, item: number, failure: FailureReason | undefined): ListExit {
    const { step, list, branch } = place;
    this.record.tell({ nodeId: step.nodeId, kind: list.actions[item]?.kind ?? step.kind }, branch, exitPort(failure), {
      item,
      ...(failure === undefined ? {} : { failure }),
    });
    if (list.type === 'sequence') {
      return failure !== undefined && list.onError === 'stop' ? 'failed' : this.sequence(place, event, item + 1);
    }
    const sisters = this.staying.all.filter((token) => token.nodeId === step.nodeId && token.branch === branch);
    if (sisters.some((token) => token.for === 'outcome')) {
      if (failure !== undefined) this.keepFailed(place, item);
      return 'stays';
    }
    this.staying.remove(sisters);
    return failure !== undefined || sisters.length > 0 ? 'failed' : 'done';
  }

  private sequence(place: ListPlace, event: TicketEvent, from: number): ListExit {
    const { list, view } = place;
    for (const [item, inner] of list.actions.entries()) {
      if (item < from) continue;
      const exit = this.perform(place, event, inner, item, view);
      if (exit === 'stays') return 'stays';
      if (exit === 'failed' && list.type === 'sequence' && list.onError === 'stop') return 'failed';
    }
    return 'done';
  }

  private sideBySide(place: ListPlace, event: TicketEvent): ListExit {
    const { list, view } = place;
    const snapshot = view.fork();
    const exits = list.actions.map((inner, item) => this.perform(place, event, inner, item, snapshot));
    if (!exits.includes('stays')) return exits.includes('failed') ? 'failed' : 'done';
    for (const [item, exit] of exits.entries()) if (exit === 'failed') this.keepFailed(place, item);
    return 'stays';
  }

  /** Remembers that an item failed, while its sisters are out. */
  private keepFailed({ step: { nodeId }, branch }: ListPlace, item: number): void {
    this.staying.add(this.record.takeTokenId(), { nodeId, branch, item, for: 'branches' });
  }

  private perform(
    { step, list, branch, view }: ListPlace,
    event: TicketEvent,
    { kind, behaviour }: InnerAction,
    item: number,
    read: FactsView,
  ): ListExit {
    const { record } = this;
    const inner = { nodeId: step.nodeId, kind };
    const views = { read: list.type === 'sequence' ? view : read, write: view };
    const { failure, awaitedBy, told } = record.perform(behaviour, step, event, views);
    if (failure !== undefined) {
      record.tell(inner, branch, exitPort(failure), { item, failure });
      return 'failed';
    }
    if (awaitedBy !== null) {
      this.staying.add(awaitedBy, { nodeId: step.nodeId, branch, item, for: 'outcome' });
      record.tell(inner, branch, null, { ...told, item, waits: { untilMs: null, for: 'outcome' } });
      return 'stays';
    }
    record.tell(inner, branch, exitPort(failure), { ...told, item });
    return 'done';
  }
}

/** An item has no ports of its own: it is done, or its failure ends it. */
function exitPort(failure: FailureReason | undefined): 'done' | null {
  return failure === undefined ? 'done' : null;
}
