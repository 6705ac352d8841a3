import type { CharacterSet, SetPart } from './pattern-tree.ts';

/** Classes by their letter and by their POSIX name; RE2's are ASCII. */
const PERL: Readonly<Record<string, string>> = { d: '0-9', s: '\\t\\n\\f\\r ', w: '0-9A-Za-z_' };
const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};
const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

/** Reads a pattern from left to right: single characters, escapes and classes. */
export class CharacterClassReader {
  private readonly pattern: string;
  private at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.at >= this.pattern.length;
  }

  isNext(text: string): boolean {
    return this.pattern.startsWith(text, this.at);
  }

  take(text: string): boolean {
    if (!this.isNext(text)) return false;
    this.at += text.length;
    return true;
  }

  /** What a sticky expression finds here, taken; null where it finds nothing. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.pattern);
    if (found) this.at = expression.lastIndex;
    return found;
  }

  /** The next code point, taken as it is. */
  character(): number {
    const character = this.pattern.codePointAt(this.at);
    if (character === undefined) throw new Error('the pattern ends too early');
    this.at += character > 0xffff ? 2 : 1;
    return character;
  }

  /** A set that begins here: in brackets, or by an escape. */
  set(ignoresCase: boolean): CharacterSet {
    if (!this.take('[')) return { parts: [this.escape(ignoresCase)], isNegated: false };
    const isNegated = this.take('^');
    const parts: SetPart[] = [];
    // A bracket that comes first stands for itself.
    for (let isFirst = true; isFirst || !this.take(']'); isFirst = false) {
      if (this.isAtEnd) throw new Error('a class is not closed');
      parts.push(this.posix(ignoresCase) ?? this.named(ignoresCase) ?? this.range(ignoresCase));
    }
    return { parts, isNegated };
  }

  private escape(ignoresCase: boolean): SetPart {
    return this.named(ignoresCase) ?? this.between(...this.twice(this.single()), ignoresCase);
  }

  private posix(ignoresCase: boolean): SetPart | null {
    const found = this.match(/\[:(\^?)([a-z]+):\]/y);
    if (!found) return null;
    const inside = POSIX[found[2] ?? ''];
    if (inside === undefined) throw new Error('unknown class of characters');
    return { source: `[${inside}]`, isNegated: found[1] === '^', ignoresCase };
  }

  /** `\d` and the like, and Unicode's categories and scripts. */
  private named(ignoresCase: boolean): SetPart | null {
    const perl = this.match(/\\([dswDSW])/y)?.[1];
    if (perl) {
      const letter = perl.toLowerCase();
      return { source: `[${PERL[letter]}]`, isNegated: perl !== letter, ignoresCase };
    }
    const found = this.match(/\\([pP])(?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))/y);
    if (!found) return null;
    const [, sign, caret, long, short] = found;
    const isNegated = (sign === 'P') !== (caret === '^');
    return { source: propertyOrThrow(long ?? short ?? ''), isNegated, ignoresCase };
  }

  private range(ignoresCase: boolean): SetPart {
    const from = this.single();
    // A hyphen before the closing bracket stands for itself.
    const isRange = this.isNext('-') && !this.isNext('-]');
    if (!isRange) return this.between(from, from, ignoresCase);
    this.take('-');
    const to = this.single();
    if (to < from) throw new Error('a range is the wrong way round');
    return this.between(from, to, ignoresCase);
  }

  private between(from: number, to: number, ignoresCase: boolean): SetPart {
    const source = `[\\u{${from.toString(16)}}-\\u{${to.toString(16)}}]`;
    return { source, isNegated: false, ignoresCase };
  }

  private twice(character: number): [number, number] {
    return [character, character];
  }

  /** One code point, written as itself or by an escape. */
  private single(): number {
    if (!this.take('\\')) return this.character();
    const hex = this.match(/x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/y);
    if (hex) return this.valid(Number.parseInt(hex[1] ?? hex[2] ?? '', 16));
    const octal = this.match(/[1-7][0-7]{1,2}|0[0-7]{0,2}/y);
    if (octal) return Number.parseInt(octal[0], 8);
    const control = this.match(/[aftnrv]/y);
    if (control) return CONTROLS[control[0]] ?? 0;
    const sign = this.match(/[!-/:-@[-`{-~]/y);
    if (sign) return sign[0].charCodeAt(0);
    throw new Error('unknown escape');
  }

  private valid(character: number): number {
    if (character > 0x10ffff) throw new Error('there is no such character');
    return character;
  }
}

/** A category (`L`, `Lu`) or a script (`Greek`) as JavaScript names it. */
function propertyOrThrow(name: string): string {
  if (name === 'Any') return '[\\u{0}-\\u{10ffff}]';
  const kind = name.length <= 2 ? 'gc' : 'sc';
  const source = `\\p{${kind}=${name}}`;
  try {
    new RegExp(source, 'u');
    return source;
  } catch {
    throw new Error('unknown class of Unicode');
  }
}
