import { useRef } from 'preact/hooks';

/** The former list as long as the new one holds the same objects, so that what depends on it is not redone. */
export function useSameItems<T>(items: readonly T[]): readonly T[] {
  const kept = useRef(items);
  const { current } = kept;
  if (current.length !== items.length || current.some((item, index) => item !== items[index])) kept.current = items;
  return kept.current;
}
