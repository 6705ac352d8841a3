/** Rows of a long table that are worth drawing: those in sight and some around. */
export interface RowWindow {
  /** The first row to draw. */
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Rows drawn beyond the edges, so that scrolling by keys and wheel never shows a gap. */
const AROUND = 8;

/** Which of `count` rows of `rowPx` to draw where `scrolledPx` are scrolled away and `heightPx` are in sight. */
export function visibleRows(count: number, rowPx: number, scrolledPx: number, heightPx: number): RowWindow {
  const first = Math.max(0, Math.floor(scrolledPx / rowPx) - AROUND);
  return { first: Math.min(first, count), end: Math.min(count, Math.ceil((scrolledPx + heightPx) / rowPx) + AROUND) };
}

/** The cell a key leads to from another, within the grid; null for other keys. */
export function cellAfterKey(
  key: string,
  { row, column }: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
  isWhole: boolean,
): { row: number; column: number } | null {
  const PAGE = 10;
  const within = (to: { row: number; column: number }) => ({
    row: Math.max(0, Math.min(size.rows - 1, to.row)),
    column: Math.max(0, Math.min(size.columns - 1, to.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return within({ row: isWhole ? 0 : row - 1, column });
    case 'ArrowDown':
      return within({ row: isWhole ? size.rows : row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'PageUp':
      return within({ row: row - PAGE, column });
    case 'PageDown':
      return within({ row: row + PAGE, column });
    case 'Home':
      return within({ row: isWhole ? 0 : row, column: 0 });
    case 'End':
      return within({ row: isWhole ? size.rows : row, column: size.columns });
    default:
      return null;
  }
}
