import type { IncomingMessage } from 'node:http';
import { type ApiErrorCode, apiError } from './error-codes.ts';

/** Most bytes of a request. Parts of an import are larger than anything else, and are held to `BODY_LIMIT` otherwise. */
export const IMPORT_BODY_LIMIT = 2 * 1024 * 1024;
export const BODY_LIMIT = 1024 * 1024;
/** Lists and objects inside each other; deeper JSON only serves to exhaust stacks. */
const NESTING_LIMIT = 300;

/** A request that never was an operation, with its HTTP status. */
export class BadBody extends Error {
  readonly status: number;
  readonly code: ApiErrorCode;

  constructor(status: number, code: ApiErrorCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The answer's body, in the form of GraphQL errors. */
  toJSON(): object {
    return { errors: [apiError(this.code, this.message).toJSON()] };
  }
}

/** A GraphQL request as it was sent: an object with a document. */
export interface GraphqlBody {
  readonly query: string;
  readonly bytes: number;
  readonly [key: string]: unknown;
}

/**
 * Reads and parses a GraphQL request.
 * @throws BadBody saying which limit or form was not kept
 */
export async function readGraphqlBody(request: IncomingMessage): Promise<GraphqlBody> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(graphql-response\+)?json\b/i.test(type))
    throw new BadBody(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json.');
  const bytes = await readBytes(request);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadBody(400, 'MALFORMED_BODY', 'The body is not valid UTF-8.');
  }
  if (text.trim() === '') throw new BadBody(400, 'MALFORMED_BODY', 'The body is empty. Send {"query": "…"}.');
  if (isNestedOver(text, NESTING_LIMIT))
    throw new BadBody(400, 'MALFORMED_BODY', `The body is nested more than ${NESTING_LIMIT} levels deep.`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    const [where = 'at its end'] = /at position \d+/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new BadBody(400, 'MALFORMED_BODY', `The body is not valid JSON ${where}.`);
  }
  if (Array.isArray(body))
    throw new BadBody(400, 'MALFORMED_BODY', 'The body is a list. Send one operation as an object: {"query": "…"}.');
  if (typeof body !== 'object' || body === null || typeof (body as { query?: unknown }).query !== 'string')
    throw new BadBody(400, 'MALFORMED_BODY', 'The body has no operation. Send {"query": "…", "variables": {…}}.');
  const { variables, operationName } = body as { variables?: unknown; operationName?: unknown };
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))
    throw new BadBody(400, 'MALFORMED_BODY', '`variables` must be an object.');
  if (operationName != null && typeof operationName !== 'string')
    throw new BadBody(400, 'MALFORMED_BODY', '`operationName` must be text.');
  return { ...(body as { query: string }), bytes: bytes.length };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () =>
    new BadBody(
      413,
      'BODY_TOO_LARGE',
      'The request is too large: at most 1 MB, and 2 MB for a part of an import. A message may have 256 KB.',
    );
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > IMPORT_BODY_LIMIT) throw tooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const read = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= IMPORT_BODY_LIMIT) {
        chunks.push(chunk);
        return;
      }
      // The rest is read and thrown away: a client that is cut off while it sends would not see the answer.
      request.off('data', read).resume();
      reject(tooLarge());
    };
    request.on('data', read);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

/** Whether JSON text opens more lists and objects inside each other than `limit`; text in quotes doesn't count. */
function isNestedOver(text: string, limit: number): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (isQuoted) {
      if (character === BACKSLASH) index++;
      else if (character === QUOTE) isQuoted = false;
    } else if (character === QUOTE) isQuoted = true;
    else if (character === BRACKET || character === BRACE) {
      if (++depth > limit) return true;
    } else if (character === BRACKET_END || character === BRACE_END) depth--;
  }
  return false;
}

const [QUOTE, BACKSLASH, BRACKET, BRACE, BRACKET_END, BRACE_END] = [...'"\\[{]}'].map((text) => text.charCodeAt(0));
