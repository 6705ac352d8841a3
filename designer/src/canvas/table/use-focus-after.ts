import { useEffect, useRef } from 'react';

/** Gives a function that says what gets the focus once the present change is drawn. */
export function useFocusAfter(): (find: () => HTMLElement | null | undefined) => void {
  const wanted = useRef<(() => HTMLElement | null | undefined) | null>(null);
  useEffect(() => {
    wanted.current?.()?.focus();
    wanted.current = null;
  });
  return (find) => {
    wanted.current = find;
  };
}
