/** A predicted spectrum in the format that the ending of --out names. */
import { approximationsInUse } from '../analysis/approximations.ts';
import { CURVE_GRID, compare, jointGoodness } from '../analysis/evaluate.ts';
import { fittedDatasets } from '../analysis/fittedDatasets.ts';
import { shareReadouts } from '../analysis/readouts.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { exportBundle } from '../export/exportBundle.ts';
import type { ExportedFile } from '../export/exportedFile.ts';
import type { LinkPlace } from '../export/link.ts';
import { type Part, programTables, type ResultFile, resultFiles } from '../export/resultFiles.ts';
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
  /** Where the links in the files lead. */
  readonly place: LinkPlace;
}

/** A file and where it goes. */
export interface PlacedFile {
  readonly path: string;
  readonly file: ExportedFile;
}

/** What each ending stands for. */
const PARTS: Readonly<Record<Exclude<SpectrumEnding, 'zip'>, Part>> = {
  csv: 'spectrum',
  ecsv: 'spectrum',
  json: 'spectrum',
  svg: 'figure',
  py: 'program',
  bib: 'references',
};

const fileName = (path: string) => path.replace(/^.*[/\\]/, '');

/**
 * The files of a spectrum: one, but more for a Python program, which needs its tables.
 *
 * @param path place of the first file; the others go beside it
 */
export function spectrumFiles(
  kernel: Kernel,
  { scenario, energies_GeV, place }: SpectrumRequest,
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
  const context = {
    ...place,
    goodness,
    approximations: approximationsInUse(kernel, scenario),
    shares: shareReadouts(kernel, scenario),
  };
  const predict = (energies: Float64Array) => predictSpectrum(kernel, scenario, energies, { withError: true });
  // A figure needs rising energies.
  const onGrid = () =>
    predict(
      energies_GeV === null
        ? logarithmicGrid(kernel, ...CURVE_GRID)
        : Float64Array.from(new Set(energies_GeV)).sort((one, other) => one - other),
    );
  const isTable = ending === 'csv' || ending === 'ecsv' || ending === 'json';
  const curve = isTable ? predict(energies_GeV ?? datasets[0].meanEnergy_GeV) : onGrid();
  const content = { scenario, curve, comparisons: data };
  if (ending === 'zip') return [{ path, file: exportBundle(content, context) }];
  const stem = path.replace(/\.[^.]*$/, '');
  const files = resultFiles(content, context, (name) => fileName(`${stem}-${name}`));
  const first = files.find((file) => file.part === PARTS[ending] && file.ending === ending) as ResultFile;
  // The program needs its tables.
  const beside =
    ending === 'py' ? files.filter((file) => file.ending === 'ecsv' && programTables(content).includes(file.name)) : [];
  return [
    { path, file: first.make() },
    ...beside.map(({ name, make }) => ({ path: `${stem}-${name}.ecsv`, file: make() })),
  ];
}
