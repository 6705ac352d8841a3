/** JSON as plain data, or why something is not: `notJson`, nested deeper than `depth`, or over `bytes` of UTF-8. */
export type PlainJson =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly cause: 'notJson' | 'depth' | 'bytes' };

class Refusal {
  readonly cause: 'notJson' | 'depth' | 'bytes';
  constructor(cause: 'notJson' | 'depth' | 'bytes') {
    this.cause = cause;
  }
}

/**
 * A copy of unknown data as plain JSON: own keys only, absent values left out, nothing shared with the input.
 * `bytes` is measured roughly as its JSON text. Never throws, also not on cycles, getters that throw or proxies.
 */
export function plainJson(input: unknown, limits: { readonly depth: number; readonly bytes: number }): PlainJson {
  let bytesLeft = limits.bytes;
  const spend = (bytes: number) => {
    bytesLeft -= bytes;
    if (bytesLeft < 0) throw new Refusal('bytes');
  };
  const copy = (value: unknown, depth: number): unknown => {
    if (depth > limits.depth) throw new Refusal('depth');
    if (value === null || typeof value === 'boolean') {
      spend(4);
      return value;
    }
    if (typeof value === 'string') {
      spend(utf8Length(value) + 2);
      return value;
    }
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new Refusal('notJson');
      spend(String(value).length);
      return value;
    }
    if (typeof value !== 'object') throw new Refusal('notJson');
    if (Array.isArray(value)) {
      spend(value.length + 2);
      return Array.from(value, (item) => copy(item, depth + 1));
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new Refusal('notJson');
    const entries = Object.entries(value).filter(([, content]) => content !== undefined);
    spend(2);
    return Object.fromEntries(
      entries.map(([key, content]) => {
        spend(utf8Length(key) + 4);
        return [key, copy(content, depth + 1)];
      }),
    );
  };
  try {
    return { ok: true, json: copy(input, 0) };
  } catch (error) {
    return { ok: false, cause: error instanceof Refusal ? error.cause : 'notJson' };
  }
}

/** The length of a text in UTF-8, in bytes. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // A surrogate pair is two units and four bytes, so each half adds one.
    if (unit >= 0xd800 && unit <= 0xdfff) bytes += 1;
    else if (unit > 0x7ff) bytes += 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}
