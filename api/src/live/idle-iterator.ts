/**
 * An iterator that yields nothing: graphql-ws waits on it while the hub sends the messages. It ends when the client
 * ends the subscription (`onReturn` is told), or fails when the hub ends it.
 */
export class IdleIterator implements AsyncGenerator<never, void, void> {
  readonly #onReturn: () => void;
  readonly #over = Promise.withResolvers<IteratorReturnResult<void>>();

  constructor(onReturn: () => void) {
    this.#onReturn = onReturn;
    // Failing before anybody waits is no unhandled rejection: graphql-ws sees it with its first `next`.
    this.#over.promise.catch(() => {});
  }

  next(): Promise<IteratorResult<never, void>> {
    return this.#over.promise;
  }

  return(): Promise<IteratorResult<never, void>> {
    this.#onReturn();
    this.#over.resolve({ done: true, value: undefined });
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Ends the subscription with an error message to the client. */
  throw(error: unknown): Promise<IteratorResult<never, void>> {
    this.#onReturn();
    this.#over.reject(error);
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
