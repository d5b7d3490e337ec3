import { computed, type ReadonlySignal } from '@preact/signals';

/** A computed signal that keeps its former object as long as the new one says the same; plain data only. */
export function stableComputed<T>(compute: () => T): ReadonlySignal<T> {
  let kept: { readonly text: string; readonly value: T } | null = null;
  return computed(() => {
    const value = compute();
    const text = JSON.stringify(value);
    if (kept === null || kept.text !== text) kept = { text, value };
    return kept.value;
  });
}
