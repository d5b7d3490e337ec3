/** Numbers that lessons ask for, read off an evaluated scenario or its fit. */
import type { Evaluation, FitReport } from '../analysis/analysisTypes.ts';
import { datasetOf } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import { valueAt } from '../model/paths.ts';
import { KILOYEAR_s, PARSEC_cm } from '../model/units.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import type { LessonQuantity, Measure, Reading, Within } from './lesson.ts';

/** What the page has computed for one case. */
export interface CaseResult {
  readonly evaluation: Evaluation;
  /** The fit that gave its values; null for a case that is not fitted. */
  readonly report: FitReport | null;
}

/** The name under which the student's own scenario stands among the cases. */
export const NOW = 'now';

/** Computed cases by their names; `now` is what the student has. */
export type Results = ReadonlyMap<string, CaseResult>;

/** The name that stands for the sum of all components. */
export const TOTAL = 'total';

/** The flux of a component, of the total; null where the scenario has no such component. */
export function fluxOf({ total, components }: PredictedSpectrum, name: string): Float64Array | null {
  return name === TOTAL ? total : (components.find((component) => component.name === name)?.flux ?? null);
}

/** A value between the points of a grid, on straight lines; null outside. */
function interpolate(at: number, abscissae: Float64Array, ordinate: (i: number) => number): number | null {
  const right = abscissae.findIndex((abscissa) => abscissa >= at);
  if (right < 0) return null;
  const [x1, y1] = [abscissae[right] as number, ordinate(right)];
  if (x1 === at) return y1;
  if (right === 0) return null;
  const [x0, y0] = [abscissae[right - 1] as number, ordinate(right - 1)];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

const cube = (energy: number): number => energy * energy * energy;

function binOf({ binLow_GeV, binHigh_GeV }: Dataset, energy_GeV: number): number {
  return binLow_GeV.findIndex((low, i) => low <= energy_GeV && energy_GeV < (binHigh_GeV[i] as number));
}

/** The table that a comparison of an evaluation is made with. */
const tableOf = ({ scenario, comparison }: Evaluation): Dataset => datasetOf(scenario, comparison.dataset);

function share(evaluation: Evaluation, measure: Measure & { kind: 'share' }): number | null {
  const { model } = evaluation.comparison;
  const data = tableOf(evaluation);
  const bin = binOf(data, measure.energy_GeV);
  const whole = (measure.relativeTo === 'measured' ? data.flux : model.total)[bin];
  // A source that is off carries nothing.
  const part = fluxOf(model, measure.of)?.[bin] ?? 0;
  return whole !== undefined && whole > 0 ? part / whole : null;
}

function peakEnergy({ curve }: Evaluation, of: string): number | null {
  const flux = fluxOf(curve, of);
  if (flux === null) return null;
  const weighted = flux.map((value, i) => value * cube(curve.energies_GeV[i] as number));
  const highest = Math.max(...weighted);
  return highest > 0 ? (curve.energies_GeV[weighted.indexOf(highest)] as number) : null;
}

function overtakingEnergy({ curve }: Evaluation, { of, over }: Measure & { kind: 'overtaking-energy' }): number | null {
  const [upper, lower] = [fluxOf(curve, of), fluxOf(curve, over)];
  if (upper === null || lower === null) return null;
  const lastBelow = upper.findLastIndex((flux, i) => flux <= (lower[i] as number));
  return curve.energies_GeV[lastBelow + 1] ?? null;
}

function trappingTime({ scenario, transport }: Evaluation, energy_GeV: number): number | null {
  const { halo, D0_cm2_s } = scenario.propagation;
  const outside = transport.find((entry) => entry.energy_GeV === energy_GeV)?.diffusionCoefficient_cm2_s;
  if (halo === null || halo.delta !== null || outside === undefined) return null;
  const radius_cm = halo.radius_pc * PARSEC_cm;
  // Both zones share the slope, so that their ratio is the same at every energy.
  const inside_cm2_s = (outside * halo.D0_cm2_s) / D0_cm2_s;
  return (radius_cm * radius_cm) / (Math.PI * Math.PI * inside_cm2_s) / KILOYEAR_s;
}

/** The number, or null where it does not exist: no such component, no fit, an energy outside the grid. */
export function measureOf(measure: Measure, { evaluation, report }: CaseResult): number | null {
  const { curve, goodness } = evaluation;
  switch (measure.kind) {
    case 'share':
      return share(evaluation, measure);
    case 'flux': {
      const flux = fluxOf(curve, measure.of);
      const weighted = (i: number) => (flux?.[i] ?? Number.NaN) * cube(curve.energies_GeV[i] as number);
      return flux && interpolate(measure.energy_GeV, curve.energies_GeV, weighted);
    }
    case 'measured-flux': {
      const data = tableOf(evaluation);
      return data.flux[binOf(data, measure.energy_GeV)] ?? null;
    }
    case 'peak-energy':
      return peakEnergy(evaluation, measure.of);
    case 'overtaking-energy':
      return overtakingEnergy(evaluation, measure);
    case 'cooling-time':
      return interpolate(measure.energy_GeV, curve.energies_GeV, (i) => evaluation.coolingTime_kyr[i] as number);
    case 'diffusion-length':
      return (
        evaluation.transport.find(({ energy_GeV }) => energy_GeV === measure.energy_GeV)?.diffusionLength_pc ?? null
      );
    case 'trapping-time':
      return trappingTime(evaluation, measure.energy_GeV);
    case 'chi2-per-degree':
      return goodness.degreesOfFreedom > 0 ? goodness.chi2 / goodness.degreesOfFreedom : null;
    case 'chi2':
      return goodness.chi2;
    case 'p-value':
      return goodness.pValue;
    case 'chi2-with':
      return report?.chi2ByErrorModel.find(({ errors }) => errors === measure.errors)?.chi2 ?? null;
    case 'parameter': {
      const value = valueAt(evaluation.scenario, measure.path);
      return typeof value === 'number' ? value : null;
    }
    case 'fit-error':
      return report?.parameters.find(({ path }) => path === measure.path)?.error ?? null;
    case 'correlation': {
      const [row = -1, column = -1] = measure.paths.map((path) => report?.errorsFor.indexOf(path) ?? -1);
      return report?.correlation[row]?.[column] ?? null;
    }
  }
}

function read({ measure, case: name = NOW }: Reading, results: Results): number | null {
  const result = results.get(name);
  if (!result) throw new RangeError(`the case "${name}" of the lesson is not computed`);
  return measureOf(measure, result);
}

/** The number that a lesson asks for, or null where it does not exist. */
export function quantityValue({ over, ...reading }: LessonQuantity, results: Results): number | null {
  const value = read(reading, results);
  if (value === null || over === undefined) return value;
  const divisor = read(over, results);
  return divisor === null || divisor === 0 ? null : value / divisor;
}

/** Whether a number lies between two limits, both allowed. */
export function isWithin(value: number | null, [low, high]: Within): boolean {
  return value !== null && (low === null || value >= low) && (high === null || value <= high);
}
