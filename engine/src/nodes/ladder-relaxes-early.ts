import type { Issue } from '../flow/issue.ts';
import { dropNumbers, type RouteTarget, stayMs } from './route-target.ts';

/** Asking less of agents sooner than this counts as early, in milliseconds. */
const EARLIEST_MS = 15 * 60_000;

/**
 * A warning where a ladder asks less skill of agents within its first 15 minutes: in overload that makes waiting worse
 * (see "Policies" in the design of routing). Named is the first place that does.
 */
export function ladderRelaxesEarly(targets: readonly RouteTarget[]): readonly Issue[] {
  let sinceMs = 0;
  for (const [index, target] of targets.entries()) {
    const stay = stayMs(target);
    if (target.timeoutMs === undefined || stay === null) return [];
    const path = index === 0 ? [] : ['ladder', index - 1];
    const firstDropMs = sinceMs + target.timeoutMs;
    if (dropNumbers(target).length > 0 && firstDropMs < EARLIEST_MS) {
      return [warning([...path, 'requirement', 'skills'], firstDropMs)];
    }
    sinceMs += stay;
    const next = targets[index + 1];
    if (next && sinceMs < EARLIEST_MS && asksLess(target, next)) {
      return [warning(['ladder', index, 'requirement', 'skills'], sinceMs)];
    }
  }
  return [];
}

/** Whether a mandatory skill of the one is missing or lower in the other. */
function asksLess(target: RouteTarget, next: RouteTarget): boolean {
  const levels = new Map(next.requirement.skills.map(({ skillId, level }) => [skillId, level]));
  return target.requirement.skills.some(
    ({ skillId, level, drop }) => drop === undefined && (levels.get(skillId) ?? 0) < level,
  );
}

function warning(path: Issue['path'], afterMs: number): Issue {
  return { code: 'LADDER_RELAXES_EARLY', severity: 'warning', path, params: { afterMs, earliestMs: EARLIEST_MS } };
}
