import type { CompiledStep, Way } from '../compile/compile-flow.ts';
import { innerBranches } from './branches.ts';
import type { BranchViews } from './facts-view.ts';

/** The branch a token is in, and the nodes it came by since it last stayed. */
export interface Whereabouts {
  readonly branch: string;
  readonly passed: ReadonlySet<string>;
}

/** A token on its way along one of these edges; along each of them, as one of several, where it forks. */
interface MovingToken {
  readonly ways: readonly Way[];
  readonly at: Whereabouts;
}

/** Where a token comes to: the edge it took and the step it enters. */
interface Arrival {
  readonly edgeId: string;
  readonly step: CompiledStep;
  readonly at: Whereabouts;
}

/** The tokens of a run that are on their way. */
export class MovingTokens {
  private tokens: readonly MovingToken[] = [];

  get isAny(): boolean {
    return this.tokens.length > 0;
  }

  /** Sends a token on its way before all others: it goes on. */
  goFirst(ways: readonly Way[], at: Whereabouts): void {
    this.tokens = [{ ways, at }, ...this.tokens];
  }

  /** Sends a token on its way behind all others: it begins. */
  goLast(ways: readonly Way[], at: Whereabouts): void {
    this.tokens = [...this.tokens, { ways, at }];
  }

  /** Where the first of them comes to; none, where no edge leads on. One that forks becomes a token for each edge. */
  next(views: BranchViews): Arrival | undefined {
    for (let token = this.take(); token; token = this.take()) {
      const { ways, at } = token;
      const [first, ...others] = ways;
      if (first && others.length === 0) return { ...first, at };
      if (first) this.fork(token, views);
    }
    return undefined;
  }

  private take(): MovingToken | undefined {
    const [first, ...others] = this.tokens;
    this.tokens = others;
    return first;
  }

  private fork({ ways, at }: MovingToken, views: BranchViews): void {
    const edgeIds = ways.map(({ edgeId }) => edgeId);
    const branches = innerBranches(at.branch, edgeIds);
    views.fork(at.branch, branches);
    const tokens = ways.map((way, index) => ({ ways: [way], at: { ...at, branch: branches[index] ?? at.branch } }));
    this.tokens = [...tokens, ...this.tokens];
  }
}
