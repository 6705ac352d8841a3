import type { Issue } from '../flow/issue.ts';
import { dropNumbers, type RouteTarget, stayMs } from './route-target.ts';

/** Asking less of agents sooner than this counts as early, in milliseconds. */
const EARLIEST_MS = 15 * 60_000;

/**
 * A warning where a ladder asks less skill of agents within its first 15 minutes: in overload that makes waiting worse
 * (see "Policies" in the design of routing). The fallback queue, after a last target with a timeout, asks for nothing.
 * Named is the first place that does. A target that only a condition leads on from is not judged.
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
    if (sinceMs < EARLIEST_MS && asksLess(target, next?.requirement.skills ?? [])) {
      return [warning(next ? ['ladder', index, 'requirement', 'skills'] : [...path, 'timeoutMs'], sinceMs)];
    }
  }
  return [];
}

/** Whether a mandatory skill of the target is missing or lower among those asked for next. */
function asksLess(target: RouteTarget, next: RouteTarget['requirement']['skills']): boolean {
  const levels = new Map(next.map(({ skillId, level }) => [skillId, level]));
  return target.requirement.skills.some(
    ({ skillId, level, drop }) => drop === undefined && (levels.get(skillId) ?? 0) < level,
  );
}

function warning(path: Issue['path'], afterMs: number): Issue {
  return { code: 'LADDER_RELAXES_EARLY', severity: 'warning', path, params: { afterMs, earliestMs: EARLIEST_MS } };
}
