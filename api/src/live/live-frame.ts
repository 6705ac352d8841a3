import type { ExecutionResult, GraphQLError } from 'graphql';

/*
 * Frames are kept as strings whose characters are the bytes, 0 to 255 ("latin1"): strings are joined without copying, and
 * Node writes a short one to the connection without making a buffer of it.
 */

/**
 * The shared end of a `next` message of the graphql-transport-ws protocol, in bytes: all of it but the opening with the
 * subscription's id, the one thing in which the messages of a group differ.
 */
export function frameTail(result: ExecutionResult, formatError: (error: GraphQLError) => GraphQLError): string {
  const { errors, ...rest } = result;
  const payload = errors ? { ...rest, errors: errors.map((error) => formatError(error).toJSON()) } : rest;
  return bytesOf(`,"type":"next","payload":${JSON.stringify(payload)}}`);
}

/** The opening of a subscription's messages, in bytes. */
export function frameHead(subscriptionId: string): string {
  return bytesOf(`{"id":${JSON.stringify(subscriptionId)}`);
}

/** A final text frame, as a server sends it: unmasked. */
const TEXT_FRAME = 0x81;
const TWO_BYTES_FOLLOW = 126;
const EIGHT_BYTES_FOLLOW = 127;

/** A whole message as a WebSocket text frame (RFC 6455, 5.2), in bytes. Cost: next to nothing. */
export function spliceFrame(head: string, tail: string): string {
  return frameHeader(head.length + tail.length) + head + tail;
}

function frameHeader(length: number): string {
  const high = (length >>> 8) & 0xff;
  const low = length & 0xff;
  if (length < TWO_BYTES_FOLLOW) return String.fromCharCode(TEXT_FRAME, length);
  if (length < 65_536) return String.fromCharCode(TEXT_FRAME, TWO_BYTES_FOLLOW, high, low);
  const [highest, higher] = [(length >>> 24) & 0xff, (length >>> 16) & 0xff];
  return String.fromCharCode(TEXT_FRAME, EIGHT_BYTES_FOLLOW, 0, 0, 0, 0, highest, higher, high, low);
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1');
}
