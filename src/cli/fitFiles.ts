/** The files that a fit writes to its folder. */
import type { FitReport } from '../analysis/analysisTypes.ts';
import { CURVE_GRID, compare } from '../analysis/evaluate.ts';
import { fittedDatasets } from '../analysis/fittedDatasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { ExportedFile } from '../export/exportedFile.ts';
import { type ResultContent, type ResultFile, type ResultFilesContext, resultFiles } from '../export/resultFiles.ts';
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { predictSpectrum } from '../predict/spectrum.ts';

/** What the folder of a fit calls things: its spectrum is the one beside the data. */
const NAMES: readonly (readonly [listed: RegExp, inFolder: string])[] = [
  [/^comparison/, 'spectrum'],
  [/^spectrum$/, 'curve'],
  [/^fit$/, 'parameters'],
  [/^figure-86mm$/, 'figure'],
];
function inFolder(name: string): string {
  const found = NAMES.find(([listed]) => listed.test(name));
  return found ? name.replace(...found) : name;
}

/** The folder has one figure, the curve as ECSV only, and no second copy of the data. */
function belongs({ part, name, ending }: ResultFile): boolean {
  if (part === 'figure') return name === 'figure-86mm';
  if (part === 'spectrum') return ending === 'ecsv';
  return part !== 'data';
}

/** All results of a fit, under names that do not depend on the scenario. */
export function fitFiles(
  kernel: Kernel,
  report: FitReport,
  data: Dataset,
  profiled: Pick<ResultContent, 'profiles' | 'contour'>,
  context: ResultFilesContext,
): readonly (readonly [name: string, file: ExportedFile])[] {
  const { scenario, goodness } = report;
  const tables = fittedDatasets(scenario);
  const content: ResultContent = {
    scenario,
    curve: predictSpectrum(kernel, scenario, logarithmicGrid(kernel, ...CURVE_GRID), { withError: true }),
    comparisons: (tables[0]?.id === data.id ? tables : [data]).map((dataset) => ({
      dataset,
      comparison: compare(kernel, scenario, dataset),
    })),
    fit: { report, dataset: data },
    ...profiled,
  };
  return resultFiles(content, { ...context, goodness }, inFolder)
    .filter(belongs)
    .map(({ part, name, ending, make }) => [
      `${part === 'fit' && ending === 'txt' ? 'report' : inFolder(name)}.${ending}`,
      make(),
    ]);
}
