/** The numbers behind the corner plot. */
import type { PosteriorDraws, PosteriorReport } from '../../analysis/inferenceTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { fixedText } from '../../plot/numberText.ts';
import { formatNumber } from '../format/number.ts';
import type { Numbers } from '../inspector/DataTable.tsx';
import { headOf } from '../inspector/headOf.ts';
import { parameterName } from '../inspector/reportWords.ts';
import { BINS, cornerColumns, histogram } from './cornerData.ts';
import { posteriorWords } from './posteriorWords.ts';

/** Correlations, then the histogram of every parameter. */
export function cornerNumbers(scenario: Scenario, draws: PosteriorDraws, report: PosteriorReport): Numbers[] {
  const words = posteriorWords();
  const names = draws.names.map((name) => parameterName(scenario, name));
  const { columns, isLog, ranges } = cornerColumns(scenario, draws);
  const correlations: Numbers = {
    caption: words.correlations,
    columns: [words.parameter, ...names],
    rows: names.map((name, row) => [
      name,
      ...names.map((_, column) => fixedText(report.correlation[row]?.[column] ?? Number.NaN, 2)),
    ]),
  };
  const histograms = columns.map((column, k): Numbers => {
    const { low, high, parts } = histogram(column, ranges[k] as readonly [number, number], BINS);
    const edge = (bin: number) => {
      const place = low + ((high - low) * bin) / BINS;
      return formatNumber(isLog[k] ? 10 ** place : place, 4);
    };
    return {
      caption: words.histogramOf(names[k] as string),
      columns: [words.from(headOf(scenario, draws.names[k] as string)), words.to, words.partOfDraws],
      rows: parts.map((part, bin) => [edge(bin), edge(bin + 1), fixedText(100 * part, 1)]),
    };
  });
  return names.length > 1 ? [correlations, ...histograms] : histograms;
}
