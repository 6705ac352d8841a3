import type { CompiledStep } from '../compile/compile-flow.ts';
import type { TicketEvent } from '../facts/event.ts';
import type { Behaviour } from '../nodes/behaviour.ts';
import type { FailureReason } from '../nodes/effect.ts';
import type { FactsView } from './facts-view.ts';
import type { RunRecord } from './run-record.ts';
import type { StayingTokens } from './staying-tokens.ts';
import type { Token } from './waiting-run.ts';

type ListBehaviour = Extract<Behaviour, { readonly type: 'sequence' | 'parallel' }>;

/** A list of actions that a token of a run is at. */
interface ListPlace {
  readonly step: CompiledStep;
  readonly list: ListBehaviour;
  readonly branch: string;
  readonly view: FactsView;
  /** Which passing of the list this is. */
  readonly visit: string | undefined;
}

/** How a token leaves a list of actions; `stays` while outcomes are not known. */
export type ListExit = 'done' | 'failed' | 'stays';

/**
 * Lists of actions inside one node. In a sequence each sees what those before it wrote, and a token that waits for an
 * outcome goes on with the next. Side by side all see one snapshot, and a token stays for each outcome. A list is left
 * when all is known: by `failed` where any failed, in a sequence at once if it is to stop there.
 */
export class ListActions {
  private readonly record: RunRecord;
  private readonly staying: StayingTokens;

  constructor(record: RunRecord, staying: StayingTokens) {
    this.record = record;
    this.staying = staying;
  }

  begin(at: Omit<ListPlace, 'visit'>, event: TicketEvent): ListExit {
    const place = { ...at, visit: this.record.nextTokenId };
    if (place.list.type === 'sequence') return this.sequence(place, event, 0);
    const snapshot = place.view.fork();
    for (const item of place.list.actions.keys()) this.perform(place, event, item, snapshot);
    return this.leave(place);
  }

  /** Goes on once the outcome is known that the item of this token, gone by now, stayed for. */
  resume(place: ListPlace, event: TicketEvent, item: number, failure: FailureReason | undefined): ListExit {
    const { step, list, branch } = place;
    const inner = { nodeId: step.nodeId, kind: list.actions[item]?.kind ?? step.kind };
    if (failure === undefined) this.record.tell(inner, branch, 'done', { item });
    else this.failItem(place, item, failure);
    return list.type === 'sequence' ? this.sequence(place, event, item + 1) : this.leave(place);
  }

  private sequence(place: ListPlace, event: TicketEvent, from: number): ListExit {
    const { list, view } = place;
    for (let item = from; item < list.actions.length; item += 1) {
      if (list.type === 'sequence' && list.onError === 'stop' && this.hasFailed(place)) break;
      if (this.perform(place, event, item, view) === 'stays') return 'stays';
    }
    return this.leave(place);
  }

  private leave(place: ListPlace): ListExit {
    const sisters = this.sistersAt(place);
    if (sisters.some((token) => token.for === 'outcome')) return 'stays';
    this.staying.remove(sisters);
    return sisters.length > 0 ? 'failed' : 'done';
  }

  private sistersAt({ step, branch, visit }: ListPlace): readonly Token[] {
    const isHere = (token: Token) => token.nodeId === step.nodeId && token.branch === branch;
    return this.staying.all.filter((token) => isHere(token) && token.visit === visit);
  }

  private hasFailed(place: ListPlace): boolean {
    return this.sistersAt(place).some((token) => token.for === 'branches');
  }

  /** An item that failed leaves a token behind until the list is left. */
  private failItem({ step, list, branch, visit }: ListPlace, item: number, failure: FailureReason): void {
    const { nodeId } = step;
    const { record } = this;
    this.staying.add(record.takeTokenId(), { nodeId, branch, item, visit, for: 'branches' });
    record.tell({ nodeId, kind: list.actions[item]?.kind ?? step.kind }, branch, null, { item, failure });
  }

  private perform(place: ListPlace, event: TicketEvent, item: number, read: FactsView): ListExit {
    const { record } = this;
    const { step, list, branch, view, visit } = place;
    const { nodeId } = step;
    const action = list.actions[item];
    if (!action) return 'done';
    const { failure, awaitedBy, told } = record.perform(action.behaviour, step, event, { read, write: view });
    const inner = { nodeId, kind: action.kind };
    if (failure !== undefined) {
      this.failItem(place, item, failure);
      return 'failed';
    }
    if (awaitedBy !== null) {
      this.staying.add(awaitedBy, { nodeId, branch, item, visit, for: 'outcome' });
      record.tell(inner, branch, null, { ...told, item, waits: { untilMs: null, for: 'outcome' } });
      return 'stays';
    }
    record.tell(inner, branch, 'done', { ...told, item });
    return 'done';
  }
}
