/** What a scanner tells of each occurrence: which text, and the index after its last character. */
export interface Occurrences {
  noted(textId: number, endIndex: number): void;
}

/** Characters below this are common. */
const COMMON = 256;
/** Cells of the plain table. */
const MOST_CELLS = 1 << 14;

/**
 * Finds all of a set of texts in a text in one pass (Aho and Corasick, "Efficient string matching", 1975). Characters are
 * UTF-16 code units. Building is linear in the texts, scanning in the text and the occurrences; memory linear in the
 * texts: transitions lie in one hash table, by node and character. Where a scan mostly is, at the first nodes, those of
 * common characters also lie in a plain table, ways back included. Nodes are numbered by depth.
 */
export class TextScanner {
  private readonly mask: number;
  /** The hash table: node + 1 (0: nothing here), character, node it leads to. */
  private readonly from: Int32Array;
  private readonly characters: Uint16Array;
  private readonly to: Int32Array;
  /** The column of the plain table for a common character; 0: no text has it. */
  private readonly columns = new Uint16Array(COMMON);
  private readonly width: number;
  /** How many nodes the plain table has, and by node and column where they lead: -1 - node where a text ends there. */
  private readonly tabled: number;
  private readonly table: Int32Array;
  /** By node: where to go on when a character does not fit. */
  private readonly back: Int32Array;
  /** By node: the text that ends here, or -1. */
  private readonly ending: Int32Array;
  /** By node: the nearest node on the way back at which a text ends, or 0. */
  private readonly nextEnding: Int32Array;

  /** Texts, none empty, and the ids they are found under. */
  constructor(texts: ReadonlyMap<string, number>) {
    let most = 1;
    for (const text of texts.keys()) most += text.length;
    let size = 4;
    while (size < 2 * most) size *= 2;
    this.mask = size - 1;
    this.from = new Int32Array(size);
    this.characters = new Uint16Array(size);
    this.to = new Int32Array(size);
    this.back = new Int32Array(most);
    this.ending = new Int32Array(most).fill(-1);
    this.nextEnding = new Int32Array(most);
    const nodes = this.build(texts);
    let columns = 1;
    for (const text of texts.keys()) {
      for (let index = 0; index < text.length; index += 1) {
        const character = text.charCodeAt(index);
        // Other characters have no column at all.
        if (this.columns[character] !== 0) continue;
        this.columns[character] = columns;
        columns += 1;
      }
    }
    this.width = columns;
    this.tabled = Math.min(nodes, Math.floor(MOST_CELLS / columns));
    this.table = new Int32Array(this.tabled * columns);
    this.fillTable();
  }

  scan(text: string, occurrences: Occurrences): void {
    const { columns, ending, nextEnding, table, tabled, width } = this;
    let node = 0;
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charCodeAt(index);
      const cell =
        character < COMMON && node < tabled
          ? (table[node * width + (columns[character] ?? 0)] ?? 0)
          : this.told(this.next(node, character));
      node = cell < 0 ? -1 - cell : cell;
      if (cell >= 0) continue;
      let at = (ending[node] ?? -1) >= 0 ? node : (nextEnding[node] ?? 0);
      while (at !== 0) {
        occurrences.noted(ending[at] ?? 0, index + 1);
        at = nextEnding[at] ?? 0;
      }
    }
  }

  /** A node as the plain table has it. */
  private told(node: number): number {
    return (this.ending[node] ?? -1) >= 0 || this.nextEnding[node] !== 0 ? -1 - node : node;
  }

  /** The node to be at after a character: the one it leads to, or leads to from the nearest node on the way back. */
  private next(from: number, character: number): number {
    let node = from;
    let next = this.step(node, character);
    while (next === 0 && node !== 0) {
      node = this.back[node] ?? 0;
      next = this.step(node, character);
    }
    return next;
  }

  private fillTable(): void {
    for (let character = 0; character < COMMON; character += 1) {
      const column = this.columns[character] ?? 0;
      if (column === 0) continue;
      for (let node = 0; node < this.tabled; node += 1) {
        const own = this.step(node, character);
        // The way back leads to a node of less depth, filled in before, and that of the root to itself, still empty.
        const behind = this.table[(this.back[node] ?? 0) * this.width + column] ?? 0;
        this.table[node * this.width + column] = own === 0 ? behind : this.told(own);
      }
    }
  }

  /** The node a character leads to; 0, the root, where there is none. */
  private step(node: number, character: number): number {
    let place = this.place(node, character);
    for (;;) {
      const from = this.from[place] ?? 0;
      if (from === 0) return 0;
      if (from === node + 1 && this.characters[place] === character) return this.to[place] ?? 0;
      place = (place + 1) & this.mask;
    }
  }

  private place(node: number, character: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(character, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }

  /** Joins all nodes, those of less depth first; how many there are. */
  private build(texts: ReadonlyMap<string, number>): number {
    let nodes = 1;
    // By text the node reached so far.
    let growing = [...texts].map(([text, id]) => ({ text, id, node: 0 }));
    for (let depth = 0; growing.length > 0; depth += 1) {
      for (const own of growing) {
        const character = own.text.charCodeAt(depth);
        let next = this.step(own.node, character);
        if (next === 0) {
          next = nodes;
          nodes += 1;
          this.join(own.node, character, next);
          const behind = own.node === 0 ? 0 : this.next(this.back[own.node] ?? 0, character);
          this.back[next] = behind;
        }
        own.node = next;
        if (own.text.length === depth + 1) this.ending[next] = own.id;
      }
      growing = growing.filter(({ text }) => text.length > depth + 1);
    }
    for (let node = 1; node < nodes; node += 1) {
      const behind = this.back[node] ?? 0;
      this.nextEnding[node] = (this.ending[behind] ?? -1) >= 0 ? behind : (this.nextEnding[behind] ?? 0);
    }
    return nodes;
  }

  private join(node: number, character: number, next: number): void {
    let place = this.place(node, character);
    while (this.from[place] !== 0) place = (place + 1) & this.mask;
    this.from[place] = node + 1;
    this.characters[place] = character;
    this.to[place] = next;
  }
}
