import { useEffect, useRef, useState } from 'react';
import { withSample } from './board-figures.ts';

const EVERY_MS = 5_000;
const KEPT = 60;

/** What a figure was since the page opened, one value each 5 s for 5 minutes, ending with the present one. */
export function useSamples(value: number): readonly number[] {
  const [samples, setSamples] = useState<readonly number[]>([value]);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    const timer = setInterval(() => setSamples((last) => withSample(last, latest.current, KEPT)), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return [...samples, value];
}
