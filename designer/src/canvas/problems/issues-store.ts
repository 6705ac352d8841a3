import { checkFlow, type Flow, type Issue, issueText, type Locale, type Names, type References } from '@alur/engine';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useEditor } from '../editor/editor-context.ts';

/** A finding with its text in the reader's language. */
export interface KnownIssue extends Issue {
  readonly text: string;
  /** The same without saying which step it is about. */
  readonly shortText: string;
}

export interface KnownIssues {
  /** Errors first, then as the engine orders them. */
  readonly all: readonly KnownIssue[];
  readonly byNode: ReadonlyMap<string, readonly KnownIssue[]>;
  readonly errorCount: number;
  /** The document they are about; null before the first check. */
  readonly flow: Flow | null;
}

export type IssuesStore = StoreApi<KnownIssues>;

const NONE: readonly KnownIssue[] = [];

export function createIssuesStore(): IssuesStore {
  return createStore<KnownIssues>(() => ({ all: NONE, byNode: new Map(), errorCount: 0, flow: null }));
}

/** Checks a flow. A node's list keeps its identity while it says the same, so that only changed nodes draw again. */
export function checkedIssues(
  flow: Flow,
  references: References,
  names: Names,
  locale: Locale,
  before: KnownIssues,
): KnownIssues {
  const found = checkFlow(flow, references).map((issue) => {
    const { nodeId: _nodeId, ...unplaced } = issue;
    return { ...issue, text: issueText(issue, locale, names), shortText: issueText(unplaced, locale, names) };
  });
  const all = [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter(({ severity }) => severity === 'warning'),
  ];
  const byNode = new Map<string, readonly KnownIssue[]>();
  for (const issue of all) {
    if (issue.nodeId !== undefined) byNode.set(issue.nodeId, [...(byNode.get(issue.nodeId) ?? []), issue]);
  }
  for (const [nodeId, issues] of byNode) {
    const earlier = before.byNode.get(nodeId);
    if (earlier && JSON.stringify(earlier) === JSON.stringify(issues)) byNode.set(nodeId, earlier);
  }
  return { all, byNode, errorCount: all.filter(({ severity }) => severity === 'error').length, flow };
}

export function useIssues<T>(select: (issues: KnownIssues) => T): T {
  return useStore(useEditor().issues, select);
}

/** The findings that sit on one node. */
export function useNodeIssues(nodeId: string): readonly KnownIssue[] {
  return useIssues(({ byNode }) => byNode.get(nodeId) ?? NONE);
}

/** What the findings of one node say, each text once. */
export function textsOf(issues: readonly KnownIssue[]): readonly string[] {
  return [...new Set(issues.map(({ shortText }) => shortText))];
}
