/** A fresh id for a node, edge or note: short, and unique enough to paste across flows. */
export function newId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12);
}
