/**
 * The files that can be made of the results of a scenario: the one list behind the page's dialog, the zip and the folders of the
 * terminal.
 */
import type { Comparison, FitReport } from '../analysis/analysisTypes.ts';
import type { ContourReport, PosteriorBands, PosteriorReport, ProfileReport } from '../analysis/inferenceTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Quantity } from '../plot/quantity.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { exportBibliography } from './bibliography.ts';
import { exportChainCsv, exportChainEcsv, exportChainJson } from './exportChain.ts';
import { exportComparisonCsv, exportComparisonEcsv, exportComparisonJson } from './exportComparison.ts';
import { exportDataCsv, exportDataEcsv, exportDataJson } from './exportData.ts';
import { type ExportedFile, exportStem, type FileEnding, fileStem, textFile } from './exportedFile.ts';
import {
  exportFitReportCsv,
  exportFitReportEcsv,
  exportFitReportJson,
  exportFitReportText,
} from './exportFitReport.ts';
import {
  exportBandsCsv,
  exportBandsEcsv,
  exportBandsJson,
  exportPosteriorCsv,
  exportPosteriorEcsv,
  exportPosteriorJson,
  exportPosteriorText,
} from './exportPosterior.ts';
import {
  exportContourCsv,
  exportContourEcsv,
  exportContourJson,
  exportProfilesCsv,
  exportProfilesEcsv,
  exportProfilesJson,
} from './exportProfiles.ts';
import { exportScenarioJson } from './exportScenario.ts';
import { exportSpectrumCsv, exportSpectrumEcsv, exportSpectrumJson } from './exportSpectrum.ts';
import type { ExportContext, PosteriorChain, SpectrumBand } from './exportTypes.ts';
import { JOURNAL_WIDTHS_mm } from './figureLayout.ts';
import { exportFigureSvg } from './figureSvg.ts';
import { pythonPlot } from './pythonPlot.ts';
import type { AnalysisKind } from './references.ts';
import { canonicalJson } from './scenarioHash.ts';

/** What a file is about. */
export type Part =
  | 'spectrum'
  | 'data'
  | 'comparison'
  | 'fit'
  | 'profiles'
  | 'contour'
  | 'posterior'
  | 'chain'
  | 'figure'
  | 'program'
  | 'references'
  | 'scenario';

/** A file that can be made. */
export interface ResultFile {
  readonly part: Part;
  /** What it is called among the files of one scenario: `comparison-ams02-fraction-2019`. */
  readonly name: string;
  readonly ending: FileEnding;
  /** One line for a list of files. */
  readonly about: string;
  /** What it is of. */
  readonly scenario: Scenario;
  /** Makes it under its usual name. */
  readonly make: () => ExportedFile;
}

/** A fit, and its first table. */
export interface FitContent {
  readonly report: FitReport;
  readonly dataset: Dataset;
}

/** Draws from a posterior, and what they say. */
export interface PosteriorContent {
  /** With the best values of the fit from which the walkers started. */
  readonly scenario: Scenario;
  readonly chain: PosteriorChain;
  readonly said?: { readonly report: PosteriorReport; readonly seed: number } | undefined;
  readonly bands?: PosteriorBands | undefined;
}

/** Everything that is known of one scenario. */
export interface ResultContent {
  readonly scenario: Scenario;
  readonly curve: PredictedSpectrum;
  readonly bands?: readonly SpectrumBand[] | undefined;
  /** The tables with the model at their points; the first one is that of the fit. */
  readonly comparisons: readonly { readonly dataset: Dataset; readonly comparison: Comparison }[];
  /** The last fit, if there was one; it says itself of which scenario it is. */
  readonly fit?: FitContent | undefined;
  /** Around that fit. */
  readonly profiles?: ProfileReport | undefined;
  readonly contour?: ContourReport | undefined;
  readonly posterior?: PosteriorContent | undefined;
  /** What the figures show. */
  readonly quantity?: Quantity | undefined;
}

/** What stands around the results; the data sets are those of the comparisons, and chi-squared that of the first unless given. */
export type ResultFilesContext = Omit<ExportContext, 'datasets'>;

/** Formats of tables. */
export const TABLE_FORMATS = ['csv', 'ecsv', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

type Make = () => ExportedFile;

/** One table in several formats. */
function tables(
  file: Omit<ResultFile, 'ending' | 'make'>,
  { csv, ecsv, json }: Readonly<Record<TableFormat, Make>>,
): ResultFile[] {
  const { about } = file;
  return [
    { ...file, ending: 'csv', about: `${about}, for spreadsheets`, make: csv },
    { ...file, ending: 'ecsv', about: `${about}, with units, for astropy (Table.read)`, make: ecsv },
    { ...file, ending: 'json', about: `${about}, for programs`, make: json },
  ];
}

/** Tables beside each other need names of their own: all but the first carry their data set. */
const nameAmong = (name: string, { id, label }: Dataset, index: number) =>
  index === 0 ? name : `${name}-${fileStem(id === 'own' ? label : id)}`;

function spectrumFiles({ scenario, curve, bands = [] }: ResultContent, context: ExportContext): ResultFile[] {
  const full = { ...context, bands };
  return tables(
    { part: 'spectrum', name: 'spectrum', about: 'predicted spectrum: total, components, numerical error', scenario },
    {
      csv: () => exportSpectrumCsv(scenario, curve, full),
      ecsv: () => exportSpectrumEcsv(scenario, curve, full),
      json: () => exportSpectrumJson(scenario, curve, full),
    },
  );
}

function comparisonFiles({ scenario, comparisons }: ResultContent, beside: ExportContext): ResultFile[] {
  return comparisons.flatMap(({ dataset, comparison }, index) => [
    ...tables(
      {
        part: 'comparison',
        name: nameAmong('comparison', dataset, index),
        about: `${dataset.label} beside the model, with residuals`,
        scenario,
      },
      {
        csv: () => exportComparisonCsv(scenario, comparison, dataset, beside),
        ecsv: () => exportComparisonEcsv(scenario, comparison, dataset, beside),
        json: () => exportComparisonJson(scenario, comparison, dataset, beside),
      },
    ),
    ...tables(
      { part: 'data', name: nameAmong('data', dataset, index), about: `${dataset.label} as measured`, scenario },
      {
        csv: () => exportDataCsv(scenario, dataset, beside),
        ecsv: () => exportDataEcsv(scenario, dataset, beside),
        json: () => exportDataJson(scenario, dataset, beside),
      },
    ),
  ]);
}

/** The fit in words and as tables. */
export function fitFiles({ report, dataset }: FitContent, context: ExportContext): ResultFile[] {
  const { scenario } = report;
  return [
    {
      part: 'fit',
      name: 'fit',
      ending: 'txt',
      about: 'the fit in words',
      scenario,
      make: () => exportFitReportText(report, dataset, context),
    },
    ...tables(
      { part: 'fit', name: 'fit', about: 'fitted parameters with errors and correlations', scenario },
      {
        csv: () => exportFitReportCsv(report, dataset, context),
        ecsv: () => exportFitReportEcsv(report, dataset, context),
        json: () => exportFitReportJson(report, dataset, context),
      },
    ),
  ];
}

/** Profiles and contours around best values. */
export function profileFiles(
  scenario: Scenario,
  { profiles, contour }: Pick<ResultContent, 'profiles' | 'contour'>,
  context: ExportContext,
): ResultFile[] {
  return [
    ...(profiles
      ? tables(
          { part: 'profiles', name: 'profiles', about: 'profile likelihood of the free parameters', scenario },
          {
            csv: () => exportProfilesCsv(scenario, profiles, context),
            ecsv: () => exportProfilesEcsv(scenario, profiles, context),
            json: () => exportProfilesJson(scenario, profiles, context),
          },
        )
      : []),
    ...(contour
      ? tables(
          { part: 'contour', name: 'contour', about: 'regions of two parameters by probability', scenario },
          {
            csv: () => exportContourCsv(scenario, contour, context),
            ecsv: () => exportContourEcsv(scenario, contour, context),
            json: () => exportContourJson(scenario, contour, context),
          },
        )
      : []),
  ];
}

/** What a posterior says, its bands, and its chain. */
export function posteriorFiles(content: PosteriorContent, context: ExportContext): ResultFile[] {
  // The chain is long: only its files ask for it.
  const { scenario, said, bands } = content;
  const about = 'posterior: means, quantiles, correlations';
  return [
    ...(said
      ? [
          {
            part: 'posterior' as const,
            name: 'posterior',
            ending: 'txt' as const,
            about: 'the posterior in words',
            scenario,
            make: () => exportPosteriorText(scenario, said.report, context),
          },
          ...tables(
            { part: 'posterior', name: 'posterior', about, scenario },
            {
              csv: () => exportPosteriorCsv(scenario, said.report, said.seed, context),
              ecsv: () => exportPosteriorEcsv(scenario, said.report, said.seed, context),
              json: () => exportPosteriorJson(scenario, said.report, said.seed, context),
            },
          ),
        ]
      : []),
    ...(bands
      ? tables(
          { part: 'posterior', name: 'bands', about: 'bands of the spectrum', scenario },
          {
            csv: () => exportBandsCsv(scenario, bands, context),
            ecsv: () => exportBandsEcsv(scenario, bands, context),
            json: () => exportBandsJson(scenario, bands, context),
          },
        )
      : []),
    ...tables(
      { part: 'chain', name: 'chain', about: 'draws from the posterior', scenario },
      {
        csv: () => exportChainCsv(scenario, content.chain, context),
        ecsv: () => exportChainEcsv(scenario, content.chain, context),
        json: () => exportChainJson(scenario, content.chain, context),
      },
    ),
  ];
}

/** Names of the tables that the Python program draws: spectrum, and the comparisons with positron fluxes. */
export function programTables({ comparisons }: Pick<ResultContent, 'comparisons'>): [string, ...string[]] {
  const drawn = comparisons.flatMap(({ dataset }, index) =>
    dataset.quantity === 'positron-flux' ? [nameAmong('comparison', dataset, index)] : [],
  );
  return ['spectrum', ...drawn];
}

function figureFiles(content: ResultContent, context: ExportContext, tableName: TableName): ResultFile[] {
  const { scenario, comparisons, quantity = 'E3' } = content;
  const figure = { ...content, data: comparisons, quantity };
  const [spectrum, ...compared] = programTables(content).map((name) => `${tableName(name)}.ecsv`);
  return [
    ...JOURNAL_WIDTHS_mm.map((width_mm) => ({
      part: 'figure' as const,
      name: `figure-${width_mm}mm`,
      ending: 'svg' as const,
      about: `the figure at the width of ${width_mm === 86 ? 'one column' : 'two columns'} of a journal`,
      scenario,
      make: () => exportFigureSvg({ ...figure, width_mm }, context),
    })),
    {
      part: 'program',
      name: 'plot',
      ending: 'py',
      about: 'draws the figure again from the ECSV tables (Python 3 with astropy and matplotlib)',
      scenario,
      make: () => {
        const places = { spectrum: spectrum as string, comparisons: compared };
        return textFile(exportStem(scenario, 'plot', context.date), 'py', pythonPlot(figure, places, context));
      },
    },
  ];
}

/** What was done with the scenario, beyond its prediction. */
function analysesIn({ fit, profiles, contour, posterior }: ResultContent): AnalysisKind[] {
  return [
    ...(fit || posterior ? ['fit' as const] : []),
    ...(profiles || contour ? ['profile' as const] : []),
    ...(posterior ? ['posterior' as const] : []),
  ];
}

/** How a table is called, without its ending. */
export type TableName = (name: string) => string;

/**
 * All files that can be made of the results, the spectrum first.
 *
 * @param tableName how the Python program finds its tables; by their names in this list unless stated
 */
export function resultFiles(
  content: ResultContent,
  context: ResultFilesContext = {},
  tableName: TableName = (name) => name,
): ResultFile[] {
  const { scenario, comparisons, fit, posterior } = content;
  const { page, presetId, approximations, date } = context;
  const goodness = context.goodness ?? comparisons[0]?.comparison.goodness;
  const datasets = comparisons.map(({ dataset }) => dataset);
  const beside = { page, presetId, approximations, date };
  const full: ExportContext = { ...context, datasets, ...(goodness === undefined ? {} : { goodness }) };
  return [
    ...spectrumFiles(content, full),
    ...comparisonFiles(content, beside),
    ...(fit ? fitFiles(fit, { ...beside, datasets }) : []),
    ...(fit ? profileFiles(fit.report.scenario, content, { ...beside, datasets, goodness: fit.report.goodness }) : []),
    ...(posterior
      ? posteriorFiles(posterior, {
          page,
          presetId,
          date,
          ...(canonicalJson(posterior.scenario) === canonicalJson(scenario) ? { datasets, goodness } : {}),
        })
      : []),
    ...figureFiles(content, full, tableName),
    {
      part: 'references',
      name: 'references',
      ending: 'bib',
      about: 'BibTeX of the data, models and methods used',
      scenario,
      make: () => exportBibliography(scenario, { ...full, analyses: analysesIn(content) }),
    },
    {
      part: 'scenario',
      name: 'scenario',
      ending: 'json',
      about: 'the scenario: everything that the results depend on',
      scenario,
      make: () => exportScenarioJson(scenario, date),
    },
  ];
}

/** The same file under another name. */
export function renamed(file: ExportedFile, stem: string, ending: FileEnding): ExportedFile {
  return { ...file, name: `${stem}.${ending}` };
}
