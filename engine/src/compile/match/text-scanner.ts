/** What a scanner tells of each occurrence: which text, and the index after its last character. */
export interface Occurrences {
  found(textId: number, endIndex: number): void;
}

/**
 * Finds all of a set of texts in a text in one pass (Aho and Corasick, "Efficient string matching", 1975). Characters are
 * UTF-16 code units. Building is linear in the texts, scanning in the text and the occurrences; memory linear in the
 * texts: transitions lie in one hash table, by node and character.
 */
export class TextScanner {
  private readonly mask: number;
  /** The hash table: node + 1 (0: nothing here), character, node it leads to. */
  private readonly from: Int32Array;
  private readonly characters: Uint16Array;
  private readonly to: Int32Array;
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
    this.build(texts, most);
  }

  scan(text: string, occurrences: Occurrences): void {
    const { back, ending, nextEnding } = this;
    let node = 0;
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charCodeAt(index);
      let next = this.step(node, character);
      while (next === 0 && node !== 0) {
        node = back[node] ?? 0;
        next = this.step(node, character);
      }
      node = next;
      let at = (ending[node] ?? -1) >= 0 ? node : (nextEnding[node] ?? 0);
      while (at !== 0) {
        occurrences.found(ending[at] ?? 0, index + 1);
        at = nextEnding[at] ?? 0;
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

  private build(texts: ReadonlyMap<string, number>, most: number): void {
    const parents = new Int32Array(most);
    const characters = new Uint16Array(most);
    const byDepth: number[][] = [];
    let nodes = 1;
    for (const [text, id] of texts) {
      let node = 0;
      for (let index = 0; index < text.length; index += 1) {
        const character = text.charCodeAt(index);
        let next = this.step(node, character);
        if (next === 0) {
          next = nodes;
          nodes += 1;
          this.join(node, character, next);
          parents[next] = node;
          characters[next] = character;
          const level = byDepth[index] ?? [];
          byDepth[index] = level;
          level.push(next);
        }
        node = next;
      }
      this.ending[node] = id;
    }
    for (const node of byDepth.flat()) {
      const parent = parents[node] ?? 0;
      const character = characters[node] ?? 0;
      let behind = this.back[parent] ?? 0;
      let next = parent === 0 ? 0 : this.step(behind, character);
      while (next === 0 && behind !== 0) {
        behind = this.back[behind] ?? 0;
        next = this.step(behind, character);
      }
      this.back[node] = next;
      this.nextEnding[node] = (this.ending[next] ?? -1) >= 0 ? next : (this.nextEnding[next] ?? 0);
    }
  }

  private join(node: number, character: number, next: number): void {
    let place = this.place(node, character);
    while (this.from[place] !== 0) place = (place + 1) & this.mask;
    this.from[place] = node + 1;
    this.characters[place] = character;
    this.to[place] = next;
  }
}
