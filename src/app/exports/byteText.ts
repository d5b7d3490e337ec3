const PREFIXES = ['B', 'kB', 'MB', 'GB'] as const;

/** A size for people, in powers of 1000: `812 B`, `12.3 kB`. */
export function byteText(bytes: number): string {
  let value = bytes;
  let prefix = 0;
  while (value >= 999.5 && prefix < PREFIXES.length - 1) {
    value /= 1000;
    prefix += 1;
  }
  const digits = prefix === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${PREFIXES[prefix]}`;
}
