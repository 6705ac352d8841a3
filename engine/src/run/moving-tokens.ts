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
  private readonly tokens: MovingToken[] = [];

  get isAny(): boolean {
    return this.tokens.length > 0;
  }

  /** Sends a token on its way before all others: it goes on. */
  goFirst(ways: readonly Way[], at: Whereabouts): void {
    this.tokens.unshift({ ways, at });
  }

  /** Sends a token on its way behind all others: it begins. */
  goLast(ways: readonly Way[], at: Whereabouts): void {
    this.tokens.push({ ways, at });
  }

  /** Where the first of them comes to; none, where no edge leads on. One that forks becomes a token for each edge. */
  next(views: BranchViews): Arrival | undefined {
    for (let token = this.tokens.shift(); token; token = this.tokens.shift()) {
      const [first] = token.ways;
      if (first && token.ways.length === 1) return { ...first, at: token.at };
      if (first) this.fork(token, views);
    }
    return undefined;
  }

  private fork({ ways, at }: MovingToken, views: BranchViews): void {
    const edgeIds = ways.map(({ edgeId }) => edgeId);
    const branches = innerBranches(at.branch, edgeIds);
    views.fork(at.branch, branches);
    const tokens = ways.map((way, index) => ({ ways: [way], at: { ...at, branch: branches[index] ?? at.branch } }));
    this.tokens.unshift(...tokens);
  }
}
