import type { Series } from '../../plot/series.ts';
import { componentName } from '../words/modelWords.ts';

/** What a series is called inside a sentence. */
export function seriesName(series: Pick<Series, 'kind' | 'name'>): string {
  return componentName(series);
}

/** The name of a series as a heading: sources keep the name that they were given, the program's own words begin large. */
export function seriesTitle(series: Pick<Series, 'kind' | 'name'>): string {
  const name = seriesName(series);
  return series.kind === 'pulsar' || series.kind === 'table' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
