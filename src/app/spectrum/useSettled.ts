import { useEffect, useState } from 'preact/hooks';

/** The value as of the last pause of some milliseconds; the first one that is not null counts at once. */
export function useSettled<T>(value: T, pause_ms: number): T {
  const [settled, setSettled] = useState(value);
  const current = settled ?? value;
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(() => setSettled(value), settled === null ? 0 : pause_ms);
    return () => clearTimeout(timer);
  }, [value, settled, pause_ms]);
  return current;
}
