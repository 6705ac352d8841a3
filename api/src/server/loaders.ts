import DataLoader from 'dataloader';
import type { Database, EntityManager } from '../database/database.ts';

/** How to load many things of one kind at once. Define it once, at the top of a file. */
export interface LoaderDefinition<K, V> {
  /** What was found, by key; keys of what was not are left out. Called with distinct keys, at most 1,000. */
  loadMany(em: EntityManager, keys: readonly K[]): Promise<ReadonlyMap<K, V>>;
}

/** One operation's loaders: keys asked for in the same tick are loaded by one statement. */
export class Loaders {
  readonly #database: Database;
  #workspaceId: string | null;
  readonly #loaders = new Map<object, DataLoader<unknown, unknown>>();

  constructor(database: Database, workspaceId: string | null) {
    this.#database = database;
    this.#workspaceId = workspaceId;
  }

  /** From here on loads from this workspace: for the rest of the operation that signed in to it. */
  enter(workspaceId: string): void {
    this.#workspaceId = workspaceId;
    this.#loaders.clear();
  }

  /** The value of a key, or null if there is none in this workspace. */
  async load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V | null> {
    let loader = this.#loaders.get(definition) as DataLoader<K, V | null> | undefined;
    if (!loader) {
      loader = this.#create(definition);
      this.#loaders.set(definition, loader as unknown as DataLoader<unknown, unknown>);
    }
    return loader.load(key);
  }

  /** The values of keys, in their order, without those there are none of. */
  async loadAll<K, V>(definition: LoaderDefinition<K, V>, keys: readonly K[]): Promise<V[]> {
    const values = await Promise.all(keys.map((key) => this.load(definition, key)));
    return values.filter((value) => value !== null) as V[];
  }

  #create<K, V>(definition: LoaderDefinition<K, V>): DataLoader<K, V | null> {
    return new DataLoader(
      async (keys) => {
        if (this.#workspaceId === null) return keys.map(() => null);
        const found = await this.#database.inWorkspace(this.#workspaceId, (em) => definition.loadMany(em, keys));
        return keys.map((key) => found.get(key) ?? null);
      },
      { maxBatchSize: 1_000 },
    );
  }
}
