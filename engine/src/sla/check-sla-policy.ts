import * as z from 'zod';
import { checkCondition } from '../conditions/check-condition.ts';
import { parseCondition } from '../conditions/condition.ts';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import { SLA_METRICS } from '../facts/sla-facts.ts';
import type { Issue } from '../flow/issue.ts';
import { zodIssues } from '../flow/zod-issues.ts';
import { SLA_PRIORITIES, type SlaPolicy } from './sla-policy.ts';

/** Ten years: longer promises are mistakes. */
const LONGEST_TARGET_MS = 10 * 366 * 86_400_000;

const length = z.number().int().min(1000).max(LONGEST_TARGET_MS);

const policySchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).max(200),
  position: z.number().int(),
  condition: z.record(z.string(), z.unknown()).nullable(),
  targets: z
    .array(
      z.strictObject({
        metric: z.enum(SLA_METRICS),
        byPriority: z.partialRecord(z.enum(SLA_PRIORITIES), length),
        calendarId: z.string().min(1).nullable(),
      }),
    )
    .max(SLA_METRICS.length),
});

export type ParsedSlaPolicy =
  | { readonly ok: true; readonly policy: SlaPolicy }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a policy from unknown JSON and checks it. `calendarIds` are those of the workspace; the catalogue gives the
 * facts its condition may ask. Targets are at least a second and at most ten years. Issues in the order written, as for
 * flows. Never throws. Codes: those of conditions; MISSING_CONFIG, UNKNOWN_KEY, INVALID_VALUE, DUPLICATE_ID (a metric
 * twice), UNKNOWN_REFERENCE (calendar).
 */
export function parseSlaPolicy(
  input: unknown,
  catalogue: readonly FactDefinition[],
  calendarIds: ReadonlySet<string>,
): ParsedSlaPolicy {
  const parsed = policySchema.safeParse(input);
  if (!parsed.success) return { ok: false, issues: zodIssues(parsed.error, [], input) };
  const { id, name, position, condition, targets } = parsed.data;
  const issues: Issue[] = [];
  const asked = condition === null ? null : parseCondition(condition, ['condition']);
  if (asked?.ok === false) issues.push(...asked.issues);
  if (asked?.ok) issues.push(...checkCondition(asked.condition, catalogue, ['condition']));
  const seen = new Set<string>();
  for (const [index, { metric, calendarId }] of targets.entries()) {
    const path = ['targets', index];
    if (seen.has(metric)) issues.push(error('DUPLICATE_ID', [...path, 'metric'], { id: metric }));
    seen.add(metric);
    if (calendarId !== null && !calendarIds.has(calendarId)) {
      issues.push(error('UNKNOWN_REFERENCE', [...path, 'calendarId'], { kind: 'calendar', id: calendarId }));
    }
  }
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const own = asked?.ok ? asked.condition : null;
  return { ok: true, policy: { id, name, position, condition: own, targets: targets.map(withoutUndefined) } };
}

function withoutUndefined(target: z.infer<typeof policySchema>['targets'][number]): SlaPolicy['targets'][number] {
  const { byPriority } = target;
  const lengths = SLA_PRIORITIES.flatMap((priority) => {
    const lengthMs = byPriority[priority];
    return lengthMs === undefined ? [] : [[priority, lengthMs] as const];
  });
  return { ...target, byPriority: Object.fromEntries(lengths) };
}

function error(code: Issue['code'], path: Issue['path'], params: Issue['params']): Issue {
  return { code, severity: 'error', path, params };
}
