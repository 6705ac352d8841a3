/** A place in an order: the higher score first, then the lower rank. */
export interface Standing {
  readonly score: number;
  readonly rank: number;
}

interface Entry<Item> extends Standing {
  readonly item: Item;
  score: number;
  rank: number;
}

/**
 * A priority queue over items whose standing may worsen at any time, or end (null), but never improves. The queue needs no
 * notice of it: what it keeps is an upper bound, looked at again only for the item on top.
 *
 * `boundOf` may give standings to begin with that are better than the true ones and cheaper to have: the true one is then
 * asked for when the item first comes to the top.
 *
 * Building costs O(items); taking costs O(log items) for each item that worsened since it was last on top. Ranks must
 * differ between items of equal score, or their order is that of insertion into the heap.
 */
export class WorseningQueue<Item> {
  readonly #standingOf: (item: Item) => Standing | null;
  readonly #heap: Entry<Item>[] = [];

  constructor(
    items: Iterable<Item>,
    standingOf: (item: Item) => Standing | null,
    boundOf: (item: Item) => Standing | null = standingOf,
  ) {
    this.#standingOf = standingOf;
    for (const item of items) {
      const standing = boundOf(item);
      if (standing !== null) this.#heap.push({ item, score: standing.score, rank: standing.rank });
    }
    for (let at = (this.#heap.length >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  /** The item of best standing, left in place; undefined when none has a standing. */
  peek(): Item | undefined {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      const standing = this.#standingOf(top.item);
      if (standing === null) {
        this.#removeTop();
      } else if (isBetter(top, standing)) {
        top.score = standing.score;
        top.rank = standing.rank;
        this.#sink(0);
      } else {
        return top.item;
      }
    }
    return undefined;
  }

  /** As `peek`, and removes it. */
  take(): Item | undefined {
    const item = this.peek();
    if (item !== undefined) this.#removeTop();
    return item;
  }

  /** Puts back an item that was taken; dropped when its standing has ended. */
  put(item: Item): void {
    const standing = this.#standingOf(item);
    if (standing === null) return;
    const entry = { item, score: standing.score, rank: standing.rank };
    let at = this.#heap.push(entry) - 1;
    while (at > 0) {
      const parentAt = (at - 1) >> 1;
      const parent = this.#heap[parentAt];
      if (parent === undefined || !isBetter(entry, parent)) break;
      this.#heap[at] = parent;
      at = parentAt;
    }
    this.#heap[at] = entry;
  }

  #removeTop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  #sink(start: number): void {
    const moving = this.#heap[start];
    if (moving === undefined) return;
    let at = start;
    for (;;) {
      let childAt = 2 * at + 1;
      let child = this.#heap[childAt];
      const sibling = this.#heap[childAt + 1];
      if (child !== undefined && sibling !== undefined && isBetter(sibling, child)) {
        child = sibling;
        childAt += 1;
      }
      if (child === undefined || !isBetter(child, moving)) break;
      this.#heap[at] = child;
      at = childAt;
    }
    this.#heap[at] = moving;
  }
}

/** Whether `a` goes before `b`. */
function isBetter(a: Standing, b: Standing): boolean {
  return a.score > b.score || (a.score === b.score && a.rank < b.rank);
}
