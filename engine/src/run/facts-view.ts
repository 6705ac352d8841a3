import type { FieldChanges } from '../facts/event.ts';
import type { Facts, FactValue } from '../facts/fact-value.ts';
import type { EffectDraft } from '../nodes/behaviour.ts';
import { outerBranch } from './branches.ts';
import { type WrittenEffect, writeEffect } from './write-effect.ts';

/**
 * The facts as one branch of a run sees them: those of the moment it forked, and what it wrote itself. What is written
 * to a view is written to all views beneath it as well, down to the ticket's own.
 */
export class FactsView {
  /** What steps read. It changes as the view is written to. */
  readonly facts: Facts;
  private readonly own: Record<string, FactValue | null | undefined>;
  private readonly beneath: FactsView | null;

  constructor(facts: Facts, beneath: FactsView | null = null) {
    this.own = { ...facts };
    this.facts = this.own;
    this.beneath = beneath;
  }

  /** The ticket's own facts, which all views stand on. */
  get ticket(): Facts {
    return this.beneath?.ticket ?? this.facts;
  }

  /** A view of this moment, with further facts that only it has. */
  fork(more: Facts = {}): FactsView {
    return new FactsView({ ...this.own, ...more }, this);
  }

  /** Writes an effect; what it gives is what changed in the ticket's own facts. */
  write(draft: EffectDraft): WrittenEffect {
    const below = this.beneath?.write(draft);
    const written = writeEffect(draft, this.own);
    for (const [fact, { to }] of Object.entries(written.changes)) this.own[fact] = to;
    return below ?? written;
  }
}

/** What the branches of a run see at one moment, by branch: each sees what the one around it saw when it began. */
export class BranchViews {
  private readonly views: Map<string, FactsView>;

  constructor(view: FactsView) {
    this.views = new Map([['', view]]);
  }

  of(branch: string): FactsView {
    const view = this.views.get(branch) ?? this.of(outerBranch(branch)).fork();
    this.views.set(branch, view);
    return view;
  }

  /** Begins branches anew: each sees what `from` sees at this moment, and what it writes itself. */
  fork(from: string, branches: readonly string[]): void {
    const snapshot = this.of(from);
    for (const branch of branches) this.views.set(branch, snapshot.fork());
  }
}

/** The changes of two effects of one action, as one change of each fact. */
export function mergeChanges(earlier: FieldChanges, later: FieldChanges): FieldChanges {
  const merged = { ...earlier };
  for (const [fact, { from, to }] of Object.entries(later)) {
    merged[fact] = { from: (Object.hasOwn(earlier, fact) ? earlier[fact] : undefined)?.from ?? from, to };
  }
  return merged;
}
