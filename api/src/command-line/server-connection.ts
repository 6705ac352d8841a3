import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from '../config/config.ts';

/** Thrown with a message for the person at the terminal; the program ends with exit code 1. */
export class CommandFailed extends Error {}

/** Where the server is and how to be let in. */
export interface ServerAddress {
  /** Without `/graphql`. */
  readonly url: string;
  readonly token: string;
}

/**
 * Finds the running server: `--url` and `--token`, else `ALUR_URL` and `ALUR_TOKEN`, else the server of this repository
 * on this computer, whose operator token lies in its data directory.
 *
 * @throws CommandFailed when no token is found.
 */
export function findServer(
  given: { url?: string | undefined; token?: string | undefined },
  root: string,
): ServerAddress {
  const config = loadConfig(process.env, root);
  const url = (given.url ?? process.env.ALUR_URL ?? `http://localhost:${config.port}`).replace(/\/+$/, '');
  const token = given.token ?? process.env.ALUR_TOKEN ?? readToken(join(config.dataDirectory, 'operator-token'));
  if (!token)
    throw new CommandFailed(
      `There is no API token. Start Alur here first (pnpm start), or give one: --token, or the variable ALUR_TOKEN.`,
    );
  return { url, token };
}

function readToken(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** After a lost connection: waits between tries, in milliseconds. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** Calls the GraphQL API over HTTP. */
export class ServerConnection {
  readonly #address: ServerAddress;
  readonly #onLost: (waitMs: number) => void;

  /** @param onLost told before each wait after a lost connection. */
  constructor(address: ServerAddress, onLost: (waitMs: number) => void) {
    this.#address = address;
    this.#onLost = onLost;
  }

  /** One operation, tried once. @throws CommandFailed */
  async call<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    try {
      return await this.#send<T>(query, variables);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      const { url } = this.#address;
      throw new CommandFailed(`No Alur answers at ${url} (${error.message}). Start it with: pnpm start`);
    }
  }

  /**
   * One operation, tried again while the connection is lost or the server is overloaded, for at most `forMs`. Only for
   * operations that may be repeated.
   *
   * @throws CommandFailed
   */
  async callUntilAnswered<T>(query: string, variables: Readonly<Record<string, unknown>>, forMs: number): Promise<T> {
    const endsAtMs = performance.now() + forMs;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs)) {
      try {
        return await this.#send<T>(query, variables);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        if (performance.now() + waitMs > endsAtMs)
          throw new CommandFailed(`The connection to ${this.#address.url} is lost (${error.message}).`);
        this.#onLost(waitMs);
        await wait(waitMs);
      }
    }
  }

  async #send<T>(query: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
    const { url, token } = this.#address;
    const response = await this.#post(url, token, JSON.stringify({ query, variables }));
    if (response.status === 503 || response.status === 502 || response.status === 504)
      throw new ConnectionLost(`HTTP ${response.status}`);
    const text = await response.text().catch((error) => {
      throw new ConnectionLost(reasonOf(error));
    });
    const answer = parseAnswer<T>(text);
    if (!answer) throw new CommandFailed(`${url} answers with HTTP ${response.status}, but not as Alur does.`);
    const [error] = answer.errors ?? [];
    if (error?.extensions?.code === 'UNAVAILABLE') throw new ConnectionLost(error.message);
    if (error?.extensions?.code === 'UNAUTHENTICATED')
      throw new CommandFailed(
        `The server at ${url} does not know this token. Give a valid one: --token, or the variable ALUR_TOKEN.`,
      );
    if (error) throw new CommandFailed(`The server refuses: ${error.message}`);
    if (!answer.data) throw new CommandFailed('The server answered with nothing.');
    return answer.data;
  }

  async #post(url: string, token: string, body: string): Promise<Response> {
    try {
      return await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
    } catch (error) {
      throw new ConnectionLost(reasonOf(error));
    }
  }
}

class ConnectionLost extends Error {}

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

function parseAnswer<T>(text: string): Answer<T> | null {
  try {
    const answer = JSON.parse(text) as Answer<T>;
    return answer.data || answer.errors ? answer : null;
  } catch {
    return null;
  }
}

/** fetch hides the reason ("connect ECONNREFUSED") in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = (cause as { code?: unknown }).code;
  return typeof code === 'string' ? code : cause instanceof Error ? cause.message : String(cause);
}
