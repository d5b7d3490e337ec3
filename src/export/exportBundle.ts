/** Everything about one scenario in one zip, whose bytes depend on nothing but what is in it. */
import { strToU8, zipSync } from 'fflate';
import type { Comparison, FitReport } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Quantity } from '../plot/quantity.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { type BibliographyContext, bibliography } from './bibliography.ts';
import { exportChainCsv, exportChainEcsv, exportChainJson } from './exportChain.ts';
import { exportComparisonCsv, exportComparisonEcsv, exportComparisonJson } from './exportComparison.ts';
import { binaryFile, type ExportedFile, exportStem, fileStem } from './exportedFile.ts';
import {
  exportFitReportCsv,
  exportFitReportEcsv,
  exportFitReportJson,
  exportFitReportText,
} from './exportFitReport.ts';
import { exportScenarioJson } from './exportScenario.ts';
import { exportSpectrumCsv, exportSpectrumEcsv, exportSpectrumJson } from './exportSpectrum.ts';
import type { ExportContext, PosteriorChain, SpectrumBand } from './exportTypes.ts';
import { JOURNAL_WIDTHS_mm } from './figureLayout.ts';
import { figureSvg } from './figureSvg.ts';
import { resultLines } from './provenance.ts';
import { pythonPlot } from './pythonPlot.ts';

/** What goes into a zip. */
export interface BundleContent {
  readonly scenario: Scenario;
  readonly curve: PredictedSpectrum;
  readonly bands?: readonly SpectrumBand[] | undefined;
  /** The tables with the model at their points; the first one is that of the fit. */
  readonly comparisons: readonly { readonly dataset: Dataset; readonly comparison: Comparison }[];
  /** The fit whose best values the scenario holds, if there was one. */
  readonly fit?: { readonly report: FitReport; readonly dataset: Dataset } | undefined;
  readonly chain?: PosteriorChain | undefined;
  /** What the figures show. */
  readonly quantity?: Quantity | undefined;
}

/** What stands around the results; the data sets are those of the comparisons, and chi-squared that of the first unless given. */
export type BundleContext = Omit<BibliographyContext, 'datasets'>;

interface Member {
  readonly name: string;
  readonly about: string;
  readonly bytes: Uint8Array;
}

/** Zip counts years from 1980; a file without a day gets that one. */
const NO_DAY = '1980-01-01';

const member = (name: string, about: string, { bytes }: ExportedFile): Member => ({ name, about, bytes });
const text = (name: string, about: string, content: string): Member => ({ name, about, bytes: strToU8(content) });

function tables(stem: string, about: string, files: readonly [ExportedFile, ExportedFile, ExportedFile]): Member[] {
  const [csv, ecsv, json] = files;
  return [
    member(`${stem}.csv`, `${about}, for spreadsheets`, csv),
    member(`${stem}.ecsv`, `${about}, with units, for astropy (Table.read)`, ecsv),
    member(`${stem}.json`, `${about}, for programs`, json),
  ];
}

/** The name of the tables of a comparison: the first is `comparison`, the others carry their data set. */
const comparisonStem = (dataset: Dataset, index: number) =>
  index === 0 ? 'comparison' : `comparison-${fileStem(dataset.id === 'user' ? dataset.label : dataset.id)}`;

function resultMembers(content: BundleContent, context: ExportContext): Member[] {
  const { scenario, curve, bands = [], comparisons, fit, chain } = content;
  const { link, approximations, date } = context;
  const beside = { link, approximations, date };
  const fitted = { ...beside, datasets: comparisons.map(({ dataset }) => dataset) };
  return [
    ...tables('spectrum', 'predicted spectrum: total, components, numerical error', [
      exportSpectrumCsv(scenario, curve, { ...context, bands }),
      exportSpectrumEcsv(scenario, curve, { ...context, bands }),
      exportSpectrumJson(scenario, curve, { ...context, bands }),
    ]),
    ...comparisons.flatMap(({ dataset, comparison }, index) =>
      tables(comparisonStem(dataset, index), `${dataset.label} beside the model, with residuals`, [
        exportComparisonCsv(scenario, comparison, dataset, beside),
        exportComparisonEcsv(scenario, comparison, dataset, beside),
        exportComparisonJson(scenario, comparison, dataset, beside),
      ]),
    ),
    ...(fit === undefined
      ? []
      : [
          member('fit.txt', 'the fit in words', exportFitReportText(fit.report, fit.dataset, fitted)),
          ...tables('fit', 'fitted parameters with errors and correlations', [
            exportFitReportCsv(fit.report, fit.dataset, fitted),
            exportFitReportEcsv(fit.report, fit.dataset, fitted),
            exportFitReportJson(fit.report, fit.dataset, fitted),
          ]),
        ]),
    ...(chain === undefined
      ? []
      : tables('chain', 'draws from the posterior', [
          exportChainCsv(scenario, chain, context),
          exportChainEcsv(scenario, chain, context),
          exportChainJson(scenario, chain, context),
        ])),
  ];
}

function figureMembers(content: BundleContent, context: ExportContext): Member[] {
  const { comparisons, quantity = 'E3' } = content;
  const figure = { ...content, data: comparisons, quantity };
  const drawn = comparisons
    .map(({ dataset }, index) => ({ dataset, name: `${comparisonStem(dataset, index)}.ecsv` }))
    .filter(({ dataset }) => dataset.quantity === 'positron-flux')
    .map(({ name }) => name);
  return [
    ...JOURNAL_WIDTHS_mm.map((width_mm) =>
      text(
        `figure-${width_mm}mm.svg`,
        `the figure at the width of ${width_mm === 86 ? 'one column' : 'two columns'} of a journal`,
        figureSvg({ ...figure, width_mm }, context),
      ),
    ),
    text(
      'plot.py',
      'draws the figure again from the ECSV tables (Python 3 with astropy and matplotlib)',
      pythonPlot(figure, { spectrum: 'spectrum.ecsv', comparisons: drawn }, context),
    ),
  ];
}

function readme(scenario: Scenario, context: ExportContext, members: readonly Member[]): string {
  const width = Math.max(...members.map(({ name }) => name.length));
  const lines = [
    ...resultLines(scenario.name, scenario, context),
    '',
    ...members.map(({ name, about }) => `${name.padEnd(width)}  ${about}`),
    '',
    'Every other file holds the whole scenario. Opened in Geminga Lab, any of them brings it back, and the same numbers follow.',
    'If you publish a result, cite the works in references.bib.',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * The zip: spectrum, comparisons, fit, chain, figures, Python program, bibliography, scenario, and a README that says which
 * is which. Equal contents give equal bytes, in every time zone.
 */
export function exportBundle(content: BundleContent, context: BundleContext = {}): ExportedFile {
  const { scenario, comparisons } = content;
  const { presetId, ...rest } = context;
  const goodness = context.goodness ?? comparisons[0]?.comparison.goodness;
  const full: ExportContext = {
    ...rest,
    datasets: comparisons.map(({ dataset }) => dataset),
    ...(goodness === undefined ? {} : { goodness }),
  };
  const members = [
    ...resultMembers(content, full),
    ...figureMembers(content, full),
    text(
      'references.bib',
      'BibTeX of the data, models and methods used',
      bibliography(scenario, { ...full, presetId }),
    ),
    member('scenario.json', 'the scenario: everything that the results depend on', exportScenarioJson(scenario)),
  ];
  const all = [text('README.txt', '', readme(scenario, full, members)), ...members];
  // A time without a zone is local time, as zip writes it: the same bytes everywhere.
  const mtime = `${context.date ?? NO_DAY}T12:00:00`;
  const zipped = zipSync(Object.fromEntries(all.map(({ name, bytes }) => [name, bytes])), { level: 9, mtime });
  return binaryFile(exportStem(scenario, '', context.date), 'zip', new Uint8Array(zipped));
}
