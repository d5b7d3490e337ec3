import type { ContourReport } from '../../analysis/inferenceTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { formatNumber } from '../format/number.ts';
import type { Numbers } from '../inspector/DataTable.tsx';
import { headOf } from '../inspector/headOf.ts';
import { listed, parameterName } from '../inspector/reportWords.ts';
import { thinned } from '../inspector/thinned.ts';
import { likelihoodWords } from './likelihoodWords.ts';

/** Points of one closed line that a person would read. */
const MOST_POINTS = 40;

/** The edges of the regions of a contour as a table. */
export function contourNumbers(scenario: Scenario, { paths, contours }: ContourReport): Numbers {
  const words = likelihoodWords();
  const lines = contours.flatMap(({ probability, lines: ofRegion }) =>
    ofRegion.map((line, number) => ({ region: `${Math.round(100 * probability)} %`, number: number + 1, line })),
  );
  return {
    caption: words.contourTable(listed(paths.map((path) => parameterName(scenario, path)))),
    columns: [words.region, words.line, ...paths.map((path) => headOf(scenario, path))],
    rows: lines.flatMap(({ region, number, line }) =>
      thinned(line, MOST_POINTS).map((point) => [
        region,
        String(number),
        ...point.map((value) => formatNumber(value, 5)),
      ]),
    ),
    outOf: lines.reduce((sum, { line }) => sum + line.length, 0),
  };
}
