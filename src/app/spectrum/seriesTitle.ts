import type { Series } from '../../plot/series.ts';

/** The name of a series as a heading: sources keep the name that they were given, the program's own words begin large. */
export function seriesTitle({ kind, name }: Pick<Series, 'kind' | 'name'>): string {
  return kind === 'pulsar' || kind === 'table' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
