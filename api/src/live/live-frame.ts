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

/** A whole message. Cost: one copy of the tail. */
export function spliceFrame(head: Buffer, tail: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(head.length + tail.length);
  head.copy(frame, 0);
  tail.copy(frame, head.length);
  return frame;
}
