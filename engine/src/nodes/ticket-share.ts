/** The parts a ticket's place is told in: a share is exact to a millionth. */
export const WHOLE = 1_000_000;

/**
 * Where a ticket stands among all tickets that pass a node: a whole number from 0 to 999,999, the same for the same
 * ticket and node for ever, evenly spread over tickets, and independent from node to node. FNV-1a over the UTF-16 code
 * units, finished with the mixer of MurmurHash3, without which ids in a row would fall close together.
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/, https://github.com/aappleby/smhasher (both public domain).
 */
export function ticketShare(ticketId: string, nodeId: string): number {
  let hash = 0x811c9dc5;
  for (const text of [nodeId, '\u0000', ticketId]) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
      hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000) * WHOLE);
}
