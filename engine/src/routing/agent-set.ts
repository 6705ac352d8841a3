/**
 * Agents by their place in a pool, as bits: sets of a thousand are met in some thirty operations.
 *
 * The words lie in a plain array: typed arrays of this size live outside the heap and cost many times more to make.
 */
export class AgentSet {
  readonly #words: number[];

  /** An empty set for places 0 to `size - 1`, or a copy. */
  constructor(size: number | AgentSet) {
    this.#words = size instanceof AgentSet ? size.#words.slice() : new Array<number>((size + 31) >>> 5).fill(0);
  }

  has(place: number): boolean {
    return (((this.#words[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  add(place: number): void {
    this.#words[place >>> 5] = (this.#words[place >>> 5] ?? 0) | (1 << (place & 31));
  }

  delete(place: number): void {
    this.#words[place >>> 5] = (this.#words[place >>> 5] ?? 0) & ~(1 << (place & 31));
  }

  /** Keeps what is also in `other`. */
  keep(other: AgentSet): this {
    for (let at = 0; at < this.#words.length; at++) this.#words[at] = (this.#words[at] ?? 0) & (other.#words[at] ?? 0);
    return this;
  }

  /** Removes what is in `other`. */
  remove(other: AgentSet): this {
    for (let at = 0; at < this.#words.length; at++) this.#words[at] = (this.#words[at] ?? 0) & ~(other.#words[at] ?? 0);
    return this;
  }

  /** Moves what is in `other` from this set into `target`, whose former content is lost. */
  moveOut(other: AgentSet, target: AgentSet): void {
    for (let at = 0; at < this.#words.length; at++) {
      const word = this.#words[at] ?? 0;
      const moved = word & (other.#words[at] ?? 0);
      target.#words[at] = moved;
      this.#words[at] = word ^ moved;
    }
  }

  /** As `moveOut`, for what is not in `other`. */
  moveOutRest(other: AgentSet, target: AgentSet): void {
    for (let at = 0; at < this.#words.length; at++) {
      const word = this.#words[at] ?? 0;
      const kept = word & (other.#words[at] ?? 0);
      target.#words[at] = word ^ kept;
      this.#words[at] = kept;
    }
  }

  /** Makes this set what is in both others. */
  setToCommon(one: AgentSet, other: AgentSet): this {
    for (let at = 0; at < this.#words.length; at++) this.#words[at] = (one.#words[at] ?? 0) & (other.#words[at] ?? 0);
    return this;
  }

  /** How many are in both. */
  countWith(other: AgentSet): number {
    let size = 0;
    for (let at = 0; at < this.#words.length; at++) {
      const word = (this.#words[at] ?? 0) & (other.#words[at] ?? 0);
      if (word !== 0) size += bitCount(word);
    }
    return size;
  }

  get size(): number {
    return this.countWith(this);
  }

  /** The places in ascending order, at most `limit` of them. */
  places(limit = Number.POSITIVE_INFINITY): readonly number[] {
    const places: number[] = [];
    for (let at = 0; at < this.#words.length; at++) {
      for (let word = this.#words[at] ?? 0; word !== 0; word &= word - 1) {
        if (places.length >= limit) return places;
        places.push(at * 32 + 31 - Math.clz32(word & -word));
      }
    }
    return places;
  }
}

/** Hamming weight; Warren, Hacker's Delight, 5-1. */
function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
