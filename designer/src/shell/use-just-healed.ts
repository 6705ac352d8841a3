import { useEffect, useRef, useState } from 'react';

const SHOWN_MS = 4_000;

/** True for 4 s after something that was broken is whole again. */
export function useJustHealed(isBroken: boolean): boolean {
  const [isHealed, setIsHealed] = useState(false);
  const wasBroken = useRef(isBroken);
  useEffect(() => {
    const hasHealed = wasBroken.current && !isBroken;
    wasBroken.current = isBroken;
    setIsHealed(hasHealed);
    if (!hasHealed) return;
    const timer = setTimeout(() => setIsHealed(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isBroken]);
  return isHealed;
}
