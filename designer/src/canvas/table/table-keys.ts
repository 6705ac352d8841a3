const CELL = '.decision-cell';

/** The cell that an arrow key leads to from another, as the table shows them; null for other keys and at the edge. */
export function cellAfterArrow(cell: HTMLElement, key: string): HTMLElement | null {
  const row = cell.closest('tr');
  const place = cellsOf(row).indexOf(cell);
  if (!row || place === -1) return null;
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>('tr[data-case]') ?? [])];
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowLeft':
      return cellsOf(row)[place - 1] ?? null;
    case 'ArrowRight':
      return cellsOf(row)[place + 1] ?? null;
    case 'ArrowUp':
      return cellsOf(rows[at - 1])[place] ?? null;
    case 'ArrowDown':
      return cellsOf(rows[at + 1])[place] ?? null;
    default:
      return null;
  }
}

function cellsOf(row: HTMLElement | null | undefined): readonly HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(CELL) ?? [])];
}

/** Whether keys belong to the list of choices that is open at a field. */
export function isListOpen(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';
}
