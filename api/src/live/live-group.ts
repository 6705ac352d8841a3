import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DocumentNode, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { frameTail } from './live-frame.ts';
import type { Subscriber } from './subscriber.ts';

/** An operation as many subscribers sent it. */
export interface LiveOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a group's executions need from outside. */
export interface LiveExecution {
  /** Makes the context of one execution. */
  contextFor(actor: Actor): unknown;
  /** Makes an error fit for clients: masks what is none of their business. */
  formatError(error: GraphQLError): GraphQLError;
}

/** After so many messages other work of the process gets a turn. */
const SLICE = 500;

/**
 * Subscribers that ask the same with the same rights: an operation is executed and written out once for all of them.
 */
export class LiveGroup {
  /** Who is sent what comes. */
  readonly members = new Set<Subscriber>();
  /** Members, and those on the way to it. */
  subscriberCount = 0;
  /** The last state that was sent; a joiner gets it at once. */
  last: string | null = null;
  readonly #operation: LiveOperation;
  readonly #actor: Actor;
  readonly #execution: LiveExecution;

  /** @param actor one whose rights are those of every member. */
  constructor(operation: LiveOperation, actor: Actor, execution: LiveExecution) {
    this.#operation = operation;
    this.#actor = actor;
    this.#execution = execution;
  }

  /**
   * Executes the operation on a root value.
   *
   * @throws GraphQLError when nothing came of it; `isForClient` tells whether the clients must know.
   */
  async frame(root: unknown): Promise<string> {
    const { schema, document, operationName, variables } = this.#operation;
    const result: ExecutionResult = await execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      rootValue: root,
      contextValue: this.#execution.contextFor(this.#actor),
    });
    if (result.data != null) return frameTail(result, this.#execution.formatError);
    throw result.errors?.[0] ?? new Error('An execution gave neither data nor errors');
  }

  /** Sends to those who are members now. @returns who doesn't keep up. */
  async broadcast(tail: string): Promise<Subscriber[]> {
    const slow: Subscriber[] = [];
    let sent = 0;
    for (const member of [...this.members]) {
      if (!this.members.has(member)) continue;
      if (!member.send(tail)) slow.push(member);
      if (++sent % SLICE === 0) await nextTurn();
    }
    return slow;
  }

  /** Ends every member's subscription. */
  fail(error: GraphQLError): void {
    for (const member of this.members) member.fail(error);
    this.members.clear();
  }
}

/** True for an error made for clients, such as NOT_FOUND; false for a failure of ours, which may pass. */
export function isForClient(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && (error.originalError == null || error.originalError instanceof GraphQLError);
}
