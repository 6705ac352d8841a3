import { useEffect, useRef, useState } from 'react';

const EVERY_MS = 5_000;

/**
 * Keeps an order of ids for 5 s before it follows a new one, so that rows which change several times a second don't
 * jump under the reader's eyes. Ids that came meanwhile stand last; those that went are left out.
 */
export function useSteadyOrder(ids: readonly string[]): readonly string[] {
  const latest = useRef(ids);
  latest.current = ids;
  const [order, setOrder] = useState(ids);
  useEffect(() => {
    const timer = setInterval(() => setOrder(latest.current), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return steadyOrder(order, ids);
}

export function steadyOrder(order: readonly string[], ids: readonly string[]): string[] {
  const present = new Set(ids);
  const placed = new Set(order);
  return [...order.filter((id) => present.has(id)), ...ids.filter((id) => !placed.has(id))];
}
