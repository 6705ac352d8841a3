import { VisuallyHidden } from '@mantine/core';
import { useView } from './editor-context.ts';

/** What the editor's actions say, for screen readers; a dialog over the editor has its own. */
export function Announcements() {
  const { text, count } = useView((state) => state.announcement);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
      {count % 2 === 0 ? '' : '\u00a0'}
    </VisuallyHidden>
  );
}
