/** A place in a text, line and column from 1; columns count UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

const TOKEN =
  /[[\]{},:]|"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const SPACE = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON: the first token that may not stand there, or the end of a text that breaks off.
 * Said by ourselves, because every JavaScript engine words and places this differently.
 */
export function jsonErrorPlace(text: string): TextPlace {
  const before = text.slice(0, errorOffset(text)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** What may come next: a value; a value or `]`; a key or `}`; a key; a colon; a comma or the closing bracket; nothing. */
type Expected = 'value' | 'valueOrEnd' | 'keyOrEnd' | 'key' | 'colon' | 'commaOrEnd' | 'end';

function errorOffset(text: string): number {
  const closers: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    SPACE.lastIndex = offset;
    offset += SPACE.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = offset;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return offset;
    const next = afterToken(token, expected, closers);
    if (next === null) return offset;
    expected = next;
    offset += token.length;
  }
}

/** What may follow a token, or null if the token itself may not stand here. Keeps track of open brackets. */
function afterToken(token: string, expected: Expected, closers: string[]): Expected | null {
  const afterValue = () => (closers.length > 0 ? 'commaOrEnd' : 'end');
  const mayClose = expected === 'commaOrEnd' || expected === (token === ']' ? 'valueOrEnd' : 'keyOrEnd');
  if (mayClose && token === closers.at(-1)) {
    closers.pop();
    return afterValue();
  }
  switch (expected) {
    case 'value':
    case 'valueOrEnd':
      if (token === '[' || token === '{') {
        closers.push(token === '[' ? ']' : '}');
        return token === '[' ? 'valueOrEnd' : 'keyOrEnd';
      }
      return /^[\]},:]$/.test(token) ? null : afterValue();
    case 'key':
    case 'keyOrEnd':
      return token.startsWith('"') ? 'colon' : null;
    case 'colon':
      return token === ':' ? 'value' : null;
    case 'commaOrEnd':
      if (token !== ',') return null;
      return closers.at(-1) === ']' ? 'value' : 'key';
    case 'end':
      return null;
  }
}
