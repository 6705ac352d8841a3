import type { CharacterSet, PatternTree, Place } from './pattern-tree.ts';
import { CharacterClassReader } from './read-character-class.ts';

/** The most times a part may be repeated, and the deepest nesting of groups; RE2 has the same limits. */
const MOST_REPEATS = 1000;
const DEEPEST = 250;

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
}

/**
 * Reads a pattern in RE2 syntax (https://github.com/google/re2/wiki/Syntax): everything but what no automaton can do, so
 * neither looking around nor back. Whether a repetition is greedy makes no difference to whether it is found.
 * Throws an Error that says what is wrong.
 */
export function parsePatternOrThrow(pattern: string, ignoresCase: boolean): PatternTree {
  const parser = new PatternParser(pattern, ignoresCase);
  return parser.parse();
}

class PatternParser {
  private readonly reader: CharacterClassReader;
  private flags: Flags;
  private readonly names = new Set<string>();
  private depth = 0;

  constructor(pattern: string, ignoresCase: boolean) {
    this.reader = new CharacterClassReader(pattern);
    this.flags = { i: ignoresCase, m: false, s: false };
  }

  parse(): PatternTree {
    const tree = this.choice();
    if (!this.reader.isAtEnd) throw new Error('unexpected )');
    return tree;
  }

  private choice(): PatternTree {
    const items = [this.sequence()];
    while (this.reader.take('|')) items.push(this.sequence());
    const [only] = items;
    return items.length === 1 && only ? only : { type: 'choice', items };
  }

  private sequence(): PatternTree {
    const items: PatternTree[] = [];
    while (!this.reader.isAtEnd && !this.reader.isNext('|') && !this.reader.isNext(')')) {
      // What stands behind a setting of flags repeats what stands before it.
      const item = this.item() ?? items.pop();
      if (item) items.push(this.repeated(item));
    }
    return { type: 'sequence', items };
  }

  /** Null for what stands for nothing: a setting of flags. */
  private item(): PatternTree | null {
    const { reader, flags } = this;
    if (reader.take('\\Q')) return this.quoted();
    for (const [text, place] of this.places()) if (reader.take(text)) return { type: 'place', place };
    if (reader.take('(')) return this.group();
    if (reader.take('.')) return characters({ parts: flags.s ? [] : [part('\\n')], isNegated: true });
    if (reader.isNext('[') || reader.isNext('\\')) return characters(reader.set(flags.i));
    if (this.times()) throw new Error('nothing to repeat');
    return this.literal(reader.character());
  }

  private places(): readonly (readonly [string, Place])[] {
    const { m } = this.flags;
    return [
      ['^', m ? 'lineStart' : 'textStart'],
      ['$', m ? 'lineEnd' : 'textEnd'],
      ['\\A', 'textStart'],
      ['\\z', 'textEnd'],
      ['\\b', 'wordEdge'],
      ['\\B', 'noWordEdge'],
    ];
  }

  private quoted(): PatternTree {
    const items: PatternTree[] = [];
    while (!this.reader.isAtEnd && !this.reader.take('\\E')) items.push(this.literal(this.reader.character()));
    const last = items.pop();
    if (!last) return { type: 'empty' };
    return { type: 'sequence', items: [...items, this.repeated(last)] };
  }

  private literal(character: number): PatternTree {
    return characters({ parts: [{ ...part(escaped(character)), ignoresCase: this.flags.i }], isNegated: false });
  }

  private group(): PatternTree | null {
    const outer = this.flags;
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Error('groups are nested too deep');
    if (this.reader.take('?')) {
      const name = this.reader.match(/P?<([A-Za-z0-9_]+)>/y);
      if (name && this.names.has(name[1] ?? '')) throw new Error('two groups have one name');
      if (name) this.names.add(name[1] ?? '');
      else if (!this.setFlags()) {
        this.depth -= 1;
        return null;
      }
    }
    const tree = this.choice();
    if (!this.reader.take(')')) throw new Error('a group is not closed');
    this.flags = outer;
    this.depth -= 1;
    return tree;
  }

  /** `(?i)` sets flags up to the end of the group around it: false. `(?i:` opens a group of its own: true. */
  private setFlags(): boolean {
    const set = this.reader.match(/([imsU]*)(?:-([imsU]+))?([:)])/y);
    if (!set || (set[0] === ')' && set[3] === ')')) throw new Error('unknown kind of group');
    const [, on = '', off = '', end] = set;
    const flag = (name: 'i' | 'm' | 's') => (this.flags[name] || on.includes(name)) && !off.includes(name);
    this.flags = { i: flag('i'), m: flag('m'), s: flag('s') };
    return end === ':';
  }

  private repeated(given: PatternTree): PatternTree {
    let item = given;
    let isRepeated = false;
    for (;;) {
      const times = this.times();
      if (!times) return item;
      if (isRepeated) throw new Error('a repetition is repeated');
      isRepeated = true;
      this.reader.take('?');
      item = { type: 'repeat', item, ...times };
    }
  }

  private times(): { readonly least: number; readonly most: number | null } | null {
    if (this.reader.take('*')) return { least: 0, most: null };
    if (this.reader.take('+')) return { least: 1, most: null };
    if (this.reader.take('?')) return { least: 0, most: 1 };
    // Braces that say no number of times stand for themselves.
    const counted = this.reader.match(/\{(\d+)(,(\d*))?\}/y);
    if (!counted) return null;
    const least = Number(counted[1]);
    const most = counted[2] === undefined ? least : counted[3] ? Number(counted[3]) : null;
    if (least > MOST_REPEATS || (most ?? 0) > MOST_REPEATS || (most !== null && most < least)) {
      throw new Error('a repetition has a wrong number of times');
    }
    return { least, most };
  }
}

function characters(set: CharacterSet): PatternTree {
  return { type: 'characters', set };
}

function part(inside: string): CharacterSet['parts'][number] {
  return { source: `[${inside}]`, isNegated: false, ignoresCase: false };
}

/** A code point as it is written inside a class. */
export function escaped(character: number): string {
  return `\\u{${character.toString(16)}}`;
}
