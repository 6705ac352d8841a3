import { useEffect } from 'react';

/** Names the browser's tab: "Board · Alur". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Alur`;
  }, [title]);
}
