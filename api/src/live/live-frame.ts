import type { ExecutionResult, GraphQLError } from 'graphql';

/**
 * The shared end of a `next` message of the graphql-transport-ws protocol: all of it but the opening with the
 * subscription's id, the one thing in which the messages of a group differ.
 */
export function frameTail(result: ExecutionResult, formatError: (error: GraphQLError) => GraphQLError): Buffer {
  const { errors, ...rest } = result;
  const payload = errors ? { ...rest, errors: errors.map((error) => formatError(error).toJSON()) } : rest;
  return Buffer.from(`,"type":"next","payload":${JSON.stringify(payload)}}`);
}

/** The opening of a subscription's messages. */
export function frameHead(subscriptionId: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(subscriptionId)}`);
}

/** A final text frame, as a server sends it: unmasked. */
const TEXT_FRAME = 0x81;
const TWO_BYTES_FOLLOW = 126;
const EIGHT_BYTES_FOLLOW = 127;

/** A whole message as a WebSocket text frame (RFC 6455, 5.2). Cost: one copy of the tail. */
export function spliceFrame(head: Buffer, tail: Buffer): Buffer {
  const length = head.length + tail.length;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + length);
  frame[0] = TEXT_FRAME;
  if (headerLength === 2) frame[1] = length;
  else if (headerLength === 4) {
    frame[1] = TWO_BYTES_FOLLOW;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = EIGHT_BYTES_FOLLOW;
    frame.writeUIntBE(0, 2, 2);
    frame.writeUIntBE(length, 4, 6);
  }
  head.copy(frame, headerLength);
  tail.copy(frame, headerLength + head.length);
  return frame;
}
