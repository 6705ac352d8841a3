import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { Observable } from 'rxjs';
import { waitForRetry } from './retry-wait.ts';
import { isCloseLike, isSignedOutClose } from './socket.ts';

/** Variables to send when a subscription starts again, for example the cursor of the last message. */
export type Resume = () => Record<string, unknown>;

/** What a subscription's `context` may carry for this link. */
export interface LiveContext {
  readonly resume?: Resume;
}

/**
 * Sends subscriptions over the socket. A subscription outlives the connection: the socket sends it again after every
 * reconnection, and then with the variables that `context.resume` gives at that moment.
 */
export class LiveLink extends ApolloLink {
  readonly #socket: Client;

  constructor(socket: Client) {
    super();
    this.#socket = socket;
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    const { resume } = operation.getContext() as LiveContext;
    const payload = {
      query: print(operation.query),
      operationName: operation.operationName ?? null,
      // A getter, because the socket reads it again on each reconnection.
      get variables() {
        return { ...operation.variables, ...resume?.() };
      },
    };
    return new Observable((observer) => {
      let stop = () => {};
      let isOver = false;
      let failures = 0;
      const start = () => {
        stop = this.#socket.subscribe(payload, {
          next: (result) => {
            failures = 0;
            observer.next(result as ApolloLink.Result);
          },
          complete: () => observer.complete(),
          error: (reason) => {
            if (isCloseLike(reason) && !isSignedOutClose(reason)) {
              waitForRetry(failures++).then(() => isOver || start());
              return;
            }
            observer.error(errorOf(reason));
          },
        });
      };
      start();
      return () => {
        isOver = true;
        stop();
      };
    });
  }
}

function errorOf(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  if (Array.isArray(reason)) return new CombinedGraphQLErrors({ errors: reason });
  return new Error(isCloseLike(reason) ? `Socket closed: ${reason.code} ${reason.reason}` : 'Socket failed');
}
