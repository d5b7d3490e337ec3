/** The columns of each result: spectrum, model beside data, fit, chain. */
import type { Comparison, FitReport } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../data/measuredQuantities.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { FLUX_SUFFIX, FLUX_UNIT, unitOf } from './asciiUnits.ts';
import type { PosteriorChain, SpectrumBand } from './exportTypes.ts';
import { RELATIVE_ERROR, RELATIVE_ERROR_MEANING } from './relativeError.ts';
import type { Column, NumberColumn } from './tableColumns.ts';

const energy = (name: string, values: Float64Array, description: string): NumberColumn => ({
  kind: 'number',
  name,
  csvName: `${name}_GeV`,
  unit: 'GeV',
  description,
  values,
});
const flux = (name: string, values: Float64Array, description: string): NumberColumn => ({
  kind: 'number',
  name,
  csvName: `${name}_${FLUX_SUFFIX}`,
  unit: FLUX_UNIT,
  description,
  values,
});
const pure = (name: string, values: ArrayLike<number | null>, description: string): NumberColumn => ({
  kind: 'number',
  name,
  csvName: name,
  unit: '',
  description,
  values,
});
const words = (name: string, values: readonly (string | null)[], description: string): Column => ({
  kind: 'text',
  name,
  csvName: name,
  unit: '',
  description,
  values,
});

const flags = (name: string, values: readonly boolean[], description: string): Column => ({
  kind: 'flag',
  name,
  csvName: name,
  unit: '',
  description,
  values,
});

type ValueColumn = (name: string, values: Float64Array, description: string) => NumberColumn;

const errorColumns = ({ relativeError }: Pick<PredictedSpectrum, 'relativeError'>) =>
  relativeError === null ? [] : [pure(RELATIVE_ERROR, relativeError, RELATIVE_ERROR_MEANING)];
const componentColumns = ({ components }: Pick<PredictedSpectrum, 'components'>, value: ValueColumn) =>
  components.map(({ name, kind, flux: values }) => ({
    ...value(name, values, `part of the total: ${name}`),
    component: { name, kind },
  }));

function bandColumns({ probability, lower, upper }: SpectrumBand): NumberColumn[] {
  const percent = Math.round(probability * 100);
  return (
    [
      ['lower', lower],
      ['upper', upper],
    ] as const
  ).map(([edge, values]) => ({
    ...flux(`${edge}_${percent}`, values, `${edge} edge of the ${percent} % band around the total`),
    band: { probability, edge },
  }));
}

/** Energies, total, its numerical error if known, components, bands. */
export function spectrumColumns(spectrum: PredictedSpectrum, bands: readonly SpectrumBand[]): Column[] {
  return [
    energy('energy', spectrum.energies_GeV, 'kinetic energy'),
    flux('total', spectrum.total, 'sum of the components'),
    ...errorColumns(spectrum),
    ...componentColumns(spectrum, flux),
    ...bands.flatMap(bandColumns),
  ];
}

/** What a table measures is a flux, or a ratio without a unit. */
const measuredIn = ({ quantity }: Dataset): ValueColumn => (MEASURED_QUANTITIES[quantity].dimensionless ? pure : flux);

/** The two sides of the errors, where they differ, and the points that are upper limits, where there are any. */
function unusualColumns(dataset: Dataset): Column[] {
  const { asymmetric, upperLimits } = dataset;
  const value = measuredIn(dataset);
  return [
    ...(asymmetric === null
      ? []
      : [
          value('stat_lower', asymmetric.statLower, 'statistical error downwards'),
          value('stat_upper', asymmetric.statUpper, 'statistical error upwards'),
          value('syst_lower', asymmetric.systLower, 'systematic error downwards'),
          value('syst_upper', asymmetric.systUpper, 'systematic error upwards'),
        ]),
    ...(upperLimits === null ? [] : [flags('upper_limit', upperLimits, 'whether the value is an upper limit')]),
  ];
}

/** One row per point of a data set: mean energy, bin, measured value with errors. */
export function measuredColumns(dataset: Dataset): Column[] {
  const value = measuredIn(dataset);
  const { label } = MEASURED_QUANTITIES[dataset.quantity];
  return [
    energy('energy', dataset.meanEnergy_GeV, 'mean kinetic energy of the bin'),
    energy('bin_low', dataset.binLow_GeV, 'lower edge of the bin'),
    energy('bin_high', dataset.binHigh_GeV, 'upper edge of the bin'),
    value('measured', dataset.flux, `measured ${label}`),
    value('stat_error', dataset.statError, 'statistical error of the measured value'),
    value('syst_error', dataset.systError, 'systematic error of the measured value'),
    ...unusualColumns(dataset),
  ];
}

/** The same with the model, its residual in sigma, and whether the point is fitted. */
export function comparisonColumns({ model, expected, covered, pull, inFit }: Comparison, dataset: Dataset): Column[] {
  const value = measuredIn(dataset);
  // What the model does not reach is empty, not 0.
  const reached = (column: NumberColumn): NumberColumn => ({
    ...column,
    values: Array.from(column.values, (number, i) => (covered[i] ? number : null)),
  });
  const { label } = MEASURED_QUANTITIES[dataset.quantity];
  return [
    ...measuredColumns(dataset),
    reached(value('expected', expected, 'model that is compared with the measured value')),
    reached(value('total', model.total, `predicted ${label} at the mean energy`)),
    ...errorColumns(model).map(reached),
    ...componentColumns(model, value).map(reached),
    reached(pure('pull_sigma', pull, '(measured - expected) / sigma')),
    flags('in_fit', inFit, 'whether the point takes part in the fit'),
  ];
}

/**
 * One row per free parameter.
 *
 * @param unitText how the unit of a row is written
 */
export function fitColumns(report: FitReport, unitText: (ascii: string) => string): Column[] {
  const { scenario, parameters, errorsFor, correlation } = report;
  const numbers = (
    name: string,
    description: string,
    pick: (parameter: (typeof parameters)[number]) => number | null,
  ) => pure(name, parameters.map(pick), description);
  return [
    words(
      'path',
      parameters.map(({ path }) => path),
      'place of the parameter in the scenario',
    ),
    words(
      'unit',
      parameters.map(({ path }) => unitText(unitOf(scenario, path))),
      'unit of the row; empty for a pure number',
    ),
    numbers('value', 'best value', ({ value }) => value),
    numbers('error', 'standard error from the Hessian of chi2; empty where none exists', ({ error }) => error),
    numbers('start', 'value at the start', ({ start }) => start),
    numbers('lower', 'lower bound', ({ lower }) => lower),
    numbers('upper', 'upper bound', ({ upper }) => upper),
    words(
      'at_bound',
      parameters.map(({ atBound }) => atBound),
      'the bound at which the parameter is held; empty where it is free',
    ),
    ...errorsFor.map((other, column) =>
      numbers(`correlation with ${other}`, `correlation with ${other}`, ({ path }) => {
        const row = correlation[errorsFor.indexOf(path)];
        return row === undefined ? null : (row[column] ?? null);
      }),
    ),
  ];
}

/** One row per step of every walker: step, walker, parameters, logarithm of the posterior probability. */
export function chainColumns(scenario: Scenario, { paths, chain }: PosteriorChain): Column[] {
  const rows = chain.positions.flatMap((walkers, step) => walkers.map((values, walker) => ({ step, walker, values })));
  const count = (name: string, values: readonly number[], description: string): Column => ({
    kind: 'count',
    name,
    csvName: name,
    unit: '',
    description,
    values,
  });
  return [
    count(
      'step',
      rows.map(({ step }) => step + 1),
      'step of the ensemble, from 1',
    ),
    count(
      'walker',
      rows.map(({ walker }) => walker + 1),
      'walker of the ensemble, from 1',
    ),
    ...paths.map((path, index) => ({
      ...pure(
        path,
        rows.map(({ values }) => values[index] ?? null),
        path,
      ),
      unit: unitOf(scenario, path),
    })),
    pure(
      'log_probability',
      chain.logProbabilities.flat(),
      'natural logarithm of the posterior probability, up to a constant',
    ),
  ];
}
