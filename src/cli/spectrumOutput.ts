/** A predicted spectrum in the format that the ending of --out names. */
import { approximationsInUse } from '../analysis/approximations.ts';
import { CURVE_GRID, compare, jointGoodness } from '../analysis/evaluate.ts';
import { fittedDatasets } from '../analysis/fittedDatasets.ts';
import { shareReadouts } from '../analysis/readouts.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { exportBibliography } from '../export/bibliography.ts';
import { exportBundle } from '../export/exportBundle.ts';
import { exportComparisonEcsv } from '../export/exportComparison.ts';
import { type ExportedFile, textFile } from '../export/exportedFile.ts';
import { exportSpectrumCsv, exportSpectrumEcsv, exportSpectrumJson } from '../export/exportSpectrum.ts';
import { exportFigureSvg } from '../export/figureSvg.ts';
import { pythonPlot } from '../export/pythonPlot.ts';
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Scenario } from '../model/scenario.ts';
import { predictSpectrum } from '../predict/spectrum.ts';

/** Endings that a spectrum can be written with. */
export const SPECTRUM_ENDINGS = ['csv', 'ecsv', 'json', 'svg', 'py', 'bib', 'zip'] as const;
export type SpectrumEnding = (typeof SPECTRUM_ENDINGS)[number];

/** What the help says about them. */
export const SPECTRUM_FORMATS = [
  'The ending of --out picks what is written: .csv, .ecsv or .json the table, .svg the figure, .zip all of them,',
  '.bib the works that the scenario uses, .py a program that draws the figure with matplotlib, with its tables beside it.',
] as const;

/** A spectrum that was asked for. */
export interface SpectrumRequest {
  readonly scenario: Scenario;
  /** Energies of --energies, GeV; null for the choice of each format. */
  readonly energies_GeV: Float64Array | null;
  readonly presetId: string | null;
}

/** A file and where it goes. */
export interface PlacedFile {
  readonly path: string;
  readonly file: ExportedFile;
}

const fileName = (path: string) => path.replace(/^.*[/\\]/, '');

/**
 * The files of a spectrum: one, but more for a Python program, which needs its tables.
 *
 * @param path place of the first file; the others go beside it
 */
export function spectrumFiles(
  kernel: Kernel,
  { scenario, energies_GeV, presetId }: SpectrumRequest,
  ending: SpectrumEnding,
  path: string,
): [PlacedFile, ...PlacedFile[]] {
  const datasets = fittedDatasets(scenario) as [Dataset, ...Dataset[]];
  const data = datasets.map((table) => ({ dataset: table, comparison: compare(kernel, scenario, table) }));
  const goodness = jointGoodness(
    kernel,
    scenario,
    data.map(({ comparison }) => comparison),
  );
  const approximations = approximationsInUse(kernel, scenario);
  const context = { datasets, goodness, approximations, shares: shareReadouts(kernel, scenario) };
  const predict = (energies: Float64Array) => predictSpectrum(kernel, scenario, energies, { withError: true });
  const asked = () => predict(energies_GeV ?? datasets[0].meanEnergy_GeV);
  const curve = () =>
    predict(
      energies_GeV === null
        ? logarithmicGrid(kernel, ...CURVE_GRID)
        : Float64Array.from(new Set(energies_GeV)).sort((one, other) => one - other),
    );
  const only = (file: ExportedFile): [PlacedFile] => [{ path, file }];
  switch (ending) {
    case 'csv':
      return only(exportSpectrumCsv(scenario, asked(), context));
    case 'ecsv':
      return only(exportSpectrumEcsv(scenario, asked(), context));
    case 'json':
      return only(exportSpectrumJson(scenario, asked(), context));
    case 'svg':
      return only(exportFigureSvg({ scenario, curve: curve(), data }, context));
    case 'bib':
      return only(exportBibliography(scenario, { ...context, presetId }));
    case 'zip':
      return only(
        exportBundle({ scenario, curve: curve(), comparisons: data }, { goodness, approximations, presetId }),
      );
    case 'py': {
      const spectrum = curve();
      const stem = path.replace(/\.[^.]*$/, '');
      const beside = (suffix: string, file: ExportedFile) => ({ path: `${stem}-${suffix}.ecsv`, file });
      const points = data
        .filter(({ dataset }) => dataset.quantity === 'positron-flux')
        .map(({ dataset, comparison }, index) =>
          beside(
            index === 0 ? 'comparison' : `comparison-${index + 1}`,
            exportComparisonEcsv(scenario, comparison, dataset, { approximations }),
          ),
        );
      const curves = beside('spectrum', exportSpectrumEcsv(scenario, spectrum, context));
      const program = pythonPlot(
        { scenario, curve: spectrum, data },
        { spectrum: fileName(curves.path), comparisons: points.map((placed) => fileName(placed.path)) },
        context,
      );
      return [{ path, file: textFile(stem, 'py', program) }, curves, ...points];
    }
  }
}
