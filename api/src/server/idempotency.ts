import { createHash } from 'node:crypto';
import { OperationTypeNode, parse } from 'graphql';
import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import type { OperationAnswer } from './graphql-endpoint.ts';
import { IdempotencyKeyEntity } from './idempotency-key.entity.ts';
import { BadBody, type GraphqlBody } from './request-body.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;
/** After this long, a request under the key that was never answered counts as lost with its process. */
const UNDER_WAY_MS = 60_000;
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Runs a mutation under an `Idempotency-Key`: the first request runs, and its answer is kept for 24 hours; the same
 * request again gets that answer. Queries are run as they come. Keys are told apart by who sends them.
 *
 * A process that ends between running and keeping the answer leaves the key open; a repetition then runs again, so
 * tickets still carry an external id where they must never double.
 *
 * @throws BadBody 409 for another request under the key, or while the first is under way
 */
export async function idempotent(
  app: App,
  actor: Actor,
  givenKey: string,
  body: GraphqlBody,
  run: () => Promise<OperationAnswer>,
): Promise<OperationAnswer> {
  if (!KEY.test(givenKey))
    throw new BadBody(400, 'BAD_USER_INPUT', 'Idempotency-Key must be 1 to 200 visible ASCII characters.');
  if (!isMutation(body.query)) return run();
  const key = `${actor.id} ${givenKey}`;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([body.query, body.operationName ?? null, body.variables ?? null]))
    .digest();
  const now = new Date(app.clock.nowMs());
  const before = await app.database.inWorkspace(actor.workspaceId, async (em) => {
    await em.nativeDelete(IdempotencyKeyEntity, { createdAt: { $lt: new Date(now.getTime() - KEPT_MS) } });
    const rows = await em.execute<{ key: string }[]>(
      `insert into idempotency_key (workspace_id, key, request_hash, created_at) values (?, ?, ?, ?)
       on conflict do nothing returning key`,
      [actor.workspaceId, key, requestHash, now],
    );
    return rows.length > 0 ? null : em.findOneOrFail(IdempotencyKeyEntity, { key });
  });
  if (before) {
    if (!requestHash.equals(before.requestHash))
      throw new BadBody(409, 'CONFLICT', 'This Idempotency-Key was used for another request. Use a new key.');
    if (before.response) return toAnswer(before.response as StoredAnswer);
    if (now.getTime() - before.createdAt.getTime() < UNDER_WAY_MS)
      throw new BadBody(
        409,
        'CONFLICT',
        'The first request with this Idempotency-Key is still under way. Try again shortly.',
      );
  }
  let answer: OperationAnswer | null = null;
  try {
    answer = await run();
    return answer;
  } finally {
    // A failure of ours may pass: nothing is kept, so that the repetition runs.
    const kept = answer && answer.status === 200 && !hasFailed(answer.body) ? answer : null;
    await app.database.inWorkspace(actor.workspaceId, (em) =>
      kept
        ? em.nativeUpdate(IdempotencyKeyEntity, { key }, { response: { status: kept.status, body: kept.body } })
        : em.nativeDelete(IdempotencyKeyEntity, { key }),
    );
  }
}

interface StoredAnswer {
  readonly status: number;
  readonly body: string;
}

function toAnswer({ status, body }: StoredAnswer): OperationAnswer {
  return { status, body, headers: new Map([['idempotent-replayed', 'true']]) };
}

function hasFailed(body: string): boolean {
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors.some(({ extensions }) => ['INTERNAL', 'UNAVAILABLE', 'TIMED_OUT'].includes(extensions?.code ?? ''));
}

function isMutation(query: string): boolean {
  try {
    return parse(query, { noLocation: true, maxTokens: 4_000 }).definitions.some(
      (definition) => 'operation' in definition && definition.operation === OperationTypeNode.MUTATION,
    );
  } catch {
    return false;
  }
}
