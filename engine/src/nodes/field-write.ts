import type { FactValue } from '../facts/fact-value.ts';

/** A field of the ticket a node may write, by its fact, and what is certain of it afterwards where the node is done. */
export type FieldWrite =
  /** `to` is absent where the new value is not known beforehand; null: emptied. */
  | { readonly fact: string; readonly to?: FactValue | null }
  /** A set that gains and loses elements and keeps its others. */
  | { readonly fact: string; readonly added: readonly string[]; readonly removed: readonly string[] };
