import { useRef } from 'preact/hooks';

/** The former object as long as the new one says the same, so that what depends on it is not redone. Plain data only. */
export function useStable<T>(value: T): T {
  const text = JSON.stringify(value);
  const kept = useRef({ text, value });
  if (kept.current.text !== text) kept.current = { text, value };
  return kept.current.value;
}
