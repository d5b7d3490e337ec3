import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * The newest value as of the last animation frame.
 *
 * Values that arrive within one frame cost one drawing, that of the last of them.
 */
export function useLatestPerFrame<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const frame = useRef(0);
  latest.current = value;
  useLayoutEffect(() => {
    if (value === shown || frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      setShown(latest.current);
    });
  }, [value, shown]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return shown;
}
