/** A value in a template: a fact, or written out; null is nothing. */
export type Operand = { readonly fact: string } | { readonly literal: string | number | boolean | null };

/** What is done to a value before it is written, in order: `{{ ticket.subject | truncate: 40 }}`. */
export interface FilterCall {
  readonly name: string;
  readonly args: readonly Operand[];
}

export const TEMPLATE_COMPARISONS = ['==', '!=', '>', '<', '>=', '<=', 'contains'] as const;
export type TemplateComparison = (typeof TEMPLATE_COMPARISONS)[number];

/** A question of an `if`. As in Liquid, `and` and `or` bind alike, from the right: `a or (b and c)`. */
export type TemplateTest =
  | { readonly type: 'value'; readonly left: Operand }
  | { readonly type: TemplateComparison; readonly left: Operand; readonly right: Operand }
  | { readonly type: 'and' | 'or'; readonly first: TemplateTest; readonly second: TemplateTest };

export type TemplateNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly value: Operand; readonly filters: readonly FilterCall[] }
  /** The first branch whose test holds; `else` has none. */
  | {
      readonly type: 'if';
      readonly branches: readonly { readonly test: TemplateTest | null; readonly body: readonly TemplateNode[] }[];
    };

/** A template read, or the first piece of it that could not be. */
export type ParsedTemplate =
  | { readonly ok: true; readonly nodes: readonly TemplateNode[] }
  | { readonly ok: false; readonly problem: string };

/** `if` within `if`, at most. */
const DEEPEST = 10;

const PIECE = /\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g;
/** A fact alone may be called anything that has no spaces, braces or bars. */
const FACT_ALONE = /^\s*([^\s{}|'"]+)\s*$/;
const TOKEN = /\s*(?:'([^']*)'|"([^"]*)"|(==|!=|>=|<=|>|<)|([|:,])|([^\s|:,'"=!<>{}]+))/y;

type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'sign' | 'word'; readonly text: string };

class Unreadable extends Error {}

/**
 * Reads the part of Liquid that templates have: `{{ value | filter: argument }}` and `{% if %}`, `{% elsif %}`,
 * `{% else %}`, `{% endif %}`. There are no loops and no assignments, so filling one is linear. Never throws.
 * Source: https://shopify.github.io/liquid/
 */
export function parseLiquid(template: string): ParsedTemplate {
  const reader = new TemplateReader();
  try {
    let end = 0;
    for (const match of template.matchAll(PIECE)) {
      reader.addText(template.slice(end, match.index));
      if (match[1] !== undefined) reader.addValue(match[1], match[0]);
      else reader.addTag((match[2] ?? '').trim(), match[0]);
      end = match.index + match[0].length;
    }
    reader.addText(template.slice(end));
    return { ok: true, nodes: reader.finish() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.message };
    throw error;
  }
}

interface OpenIf {
  readonly branches: { readonly test: TemplateTest | null; readonly body: TemplateNode[] }[];
  readonly piece: string;
}

class TemplateReader {
  private readonly nodes: TemplateNode[] = [];
  private readonly open: OpenIf[] = [];

  addText(text: string): void {
    const broken = /\{\{|\{%/.exec(text);
    if (broken) throw new Unreadable(text.slice(broken.index, broken.index + 40));
    if (text) this.body().push({ type: 'text', text });
  }

  addValue(content: string, piece: string): void {
    const fact = FACT_ALONE.exec(content)?.[1];
    if (fact !== undefined) {
      this.body().push({ type: 'value', value: operandOf({ type: 'word', text: fact }, piece), filters: [] });
      return;
    }
    const tokens = tokensOf(content, piece);
    const value = operandOf(tokens.shift(), piece);
    const filters: FilterCall[] = [];
    while (tokens.length > 0) {
      take(tokens, '|', piece);
      const name = tokens.shift();
      if (name?.type !== 'word') throw new Unreadable(piece);
      filters.push({ name: name.text, args: argumentsOf(tokens, piece) });
    }
    this.body().push({ type: 'value', value, filters });
  }

  addTag(content: string, piece: string): void {
    const [word = ''] = content.split(/\s/, 1);
    const rest = content.slice(word.length);
    const current = this.open.at(-1);
    if (word === 'if') {
      if (this.open.length >= DEEPEST) throw new Unreadable(piece);
      this.open.push({ piece, branches: [{ test: testOf(tokensOf(rest, piece), piece), body: [] }] });
    } else if (!current) {
      throw new Unreadable(piece);
    } else if (word === 'endif' && !rest.trim()) {
      this.open.pop();
      this.body().push({ type: 'if', branches: current.branches });
    } else if (current.branches.at(-1)?.test === null) {
      throw new Unreadable(piece);
    } else if (word === 'elsif') {
      current.branches.push({ test: testOf(tokensOf(rest, piece), piece), body: [] });
    } else if (word === 'else' && !rest.trim()) {
      current.branches.push({ test: null, body: [] });
    } else {
      throw new Unreadable(piece);
    }
  }

  finish(): readonly TemplateNode[] {
    const unclosed = this.open.at(-1);
    if (unclosed) throw new Unreadable(unclosed.piece);
    return this.nodes;
  }

  private body(): TemplateNode[] {
    return this.open.at(-1)?.branches.at(-1)?.body ?? this.nodes;
  }
}

function tokensOf(content: string, piece: string): Token[] {
  const tokens: Token[] = [];
  const text = content.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) throw new Unreadable(piece);
    const [, single, double, comparison, mark, word] = match;
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ type: 'text', text: quoted });
    else if (word !== undefined) tokens.push({ type: 'word', text: word });
    else tokens.push({ type: 'sign', text: comparison ?? mark ?? '' });
  }
  return tokens;
}

function operandOf(token: Token | undefined, piece: string): Operand {
  if (!token || token.type === 'sign') throw new Unreadable(piece);
  if (token.type === 'text') return { literal: token.text };
  if (/^-?\d+(\.\d+)?$/.test(token.text)) return { literal: Number(token.text) };
  switch (token.text) {
    case 'true':
    case 'false':
      return { literal: token.text === 'true' };
    case 'nil':
    case 'null':
    case 'blank':
    case 'empty':
      return { literal: null };
    default:
      return { fact: token.text };
  }
}

function argumentsOf(tokens: Token[], piece: string): readonly Operand[] {
  if (!isSign(tokens[0], ':')) return [];
  tokens.shift();
  const args = [operandOf(tokens.shift(), piece)];
  while (isSign(tokens[0], ',')) {
    tokens.shift();
    args.push(operandOf(tokens.shift(), piece));
  }
  return args;
}

function testOf(tokens: Token[], piece: string): TemplateTest {
  const left = operandOf(tokens.shift(), piece);
  const comparison = TEMPLATE_COMPARISONS.find((known) => tokens[0]?.type !== 'text' && tokens[0]?.text === known);
  let test: TemplateTest = { type: 'value', left };
  if (comparison) {
    tokens.shift();
    test = { type: comparison, left, right: operandOf(tokens.shift(), piece) };
  }
  const joiner = tokens.shift();
  if (!joiner) return test;
  if (joiner.type !== 'word' || (joiner.text !== 'and' && joiner.text !== 'or')) throw new Unreadable(piece);
  return { type: joiner.text, first: test, second: testOf(tokens, piece) };
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.type === 'sign' && token.text === text;
}

function take(tokens: Token[], sign: string, piece: string): void {
  if (!isSign(tokens.shift(), sign)) throw new Unreadable(piece);
}
