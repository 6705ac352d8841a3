/** What a pattern is made of. A place between two characters has no width; everything else reads characters. */
export type PatternTree =
  | { readonly type: 'empty' }
  | { readonly type: 'characters'; readonly set: CharacterSet }
  | { readonly type: 'place'; readonly place: Place }
  | { readonly type: 'sequence' | 'choice'; readonly items: readonly PatternTree[] }
  /** `most` is null for no limit. */
  | { readonly type: 'repeat'; readonly item: PatternTree; readonly least: number; readonly most: number | null };

export type Place = 'textStart' | 'textEnd' | 'lineStart' | 'lineEnd' | 'wordEdge' | 'noWordEdge';

/** A set of code points: those in any of its parts, or, negated, those in none. */
export interface CharacterSet {
  readonly parts: readonly SetPart[];
  readonly isNegated: boolean;
}

/** A part of a set: a class as JavaScript writes it, such as `[a-z]` or `\p{Lu}`; case does not matter where so said. */
export interface SetPart {
  readonly source: string;
  readonly isNegated: boolean;
  readonly ignoresCase: boolean;
}
