/** What a run of the sampler says: parameters in the units of the scenario, draws, and bands of the spectrum. */
import type { Elementary } from '../fit/elementary.ts';
import type { Chain } from '../fit/posterior/chain.ts';
import { acceptance } from '../fit/posterior/ensemble.ts';
import { outcomeOf } from '../fit/posterior/sampling.ts';
import { bands, evenDraws, summarise } from '../fit/posterior/summary.ts';
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { withValue } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { predictSpectrum } from '../predict/spectrum.ts';
import type { ComponentKind } from '../predict/spectrumTypes.ts';
import type { Finding } from './analysisTypes.ts';
import { CURVE_GRID } from './evaluate.ts';
import {
  BAND_PARTS,
  type PosteriorBands,
  type PosteriorDraws,
  type PosteriorReport,
  type PosteriorRun,
} from './inferenceTypes.ts';

/** Parameters of coordinates. */
function valuesOf(
  { isLogarithmic }: PosteriorRun,
  coordinates: ArrayLike<number>,
  { exp }: Pick<Elementary, 'exp'>,
): number[] {
  return Array.from(coordinates, (coordinate, i) => (isLogarithmic[i] ? exp(coordinate) : coordinate));
}

/** ln of the density in the parameters themselves, from the one in coordinates: d(ln x) = dx / x. */
function inParameters({ isLogarithmic }: PosteriorRun, coordinates: ArrayLike<number>, logProbability: number): number {
  let sum = logProbability;
  for (let i = 0; i < isLogarithmic.length; i++) if (isLogarithmic[i]) sum -= coordinates[i] as number;
  return sum;
}

/** The chain of a run in the units of the scenario, without steps that came after it. */
export function chainInParameters(run: PosteriorRun, elementary: Elementary): Chain {
  const { chain, state } = run.run;
  return {
    positions: chain.positions
      .slice(0, state.step)
      .map((ensemble) => ensemble.map((walker) => valuesOf(run, walker, elementary))),
    logProbabilities: chain.logProbabilities
      .slice(0, state.step)
      .map((ensemble, step) =>
        ensemble.map((value, k) => inParameters(run, chain.positions[step]?.[k] as readonly number[], value)),
      ),
  };
}

/**
 * Quantiles, means and correlations of a run after its burn-in, in the units of the scenario, and how it stands.
 *
 * @throws {RangeError} before the first two steps
 */
export function posteriorReport(run: PosteriorRun, elementary: Elementary): PosteriorReport {
  const { check, words } = outcomeOf(run.run);
  const summary = summarise(chainInParameters(run, elementary), check.burnIn);
  const { state } = run.run;
  const findings: Finding[] = [{ state: check.converged ? 'good' : 'bad', text: words }];
  return {
    converged: check.converged,
    words,
    steps: state.step,
    walkers: state.walkers.length,
    acceptance: acceptance(state),
    check,
    parameters: summary.parameters.map((parameter, i) => ({
      name: run.names[i] as string,
      ...parameter,
      autocorrelationTime: check.autocorrelationTimes[i] ?? null,
      splitRHat: check.splitRHat[i] ?? null,
    })),
    covariance: summary.covariance,
    correlation: summary.correlation,
    draws: summary.draws,
    best: { values: summary.best.parameters, logProbability: summary.best.logProbability },
    priors: run.priors,
    findings,
  };
}

/** All draws of a run, in the units of the scenario. */
export function posteriorDraws(run: PosteriorRun, elementary: Elementary, fromStep = 0): PosteriorDraws {
  const { positions, logProbabilities } = chainInParameters(run, elementary);
  return {
    names: run.names,
    walkers: run.run.state.walkers.length,
    values: Float64Array.from(positions.slice(fromStep).flat(2)),
    logProbability: Float64Array.from(logProbabilities.slice(fromStep).flat()),
  };
}

/** Free parameters and energy scales of draws spread evenly over a run after its burn-in. */
export function bandDraws(run: PosteriorRun, elementary: Elementary, count: number): Float64Array[] {
  const { check } = outcomeOf(run.run);
  const { chain, state } = run.run;
  const present = {
    positions: chain.positions.slice(0, state.step),
    logProbabilities: chain.logProbabilities.slice(0, state.step),
  };
  return evenDraws(present, check.burnIn, count).map((draw) => Float64Array.from(valuesOf(run, draw, elementary)));
}

/** Spectra of some draws on the grid of the curves. */
export interface DrawnSpectra {
  readonly energies_GeV: Float64Array;
  readonly components: readonly { readonly name: string; readonly kind: ComponentKind }[];
  /** One row per draw: the total, then the components, one after the other. */
  readonly rows: readonly Float64Array[];
}

/** Spectra of draws; yields after each. */
export function* drawnSpectra(
  kernel: Kernel,
  scenario: Scenario,
  draws: readonly ArrayLike<number>[],
): Generator<void, DrawnSpectra> {
  const energies_GeV = logarithmicGrid(kernel, ...CURVE_GRID);
  const rows: Float64Array[] = [];
  let components: DrawnSpectra['components'] = [];
  for (const draw of draws) {
    const drawn = scenario.fit.free.reduce((one, path, i) => withValue(one, path, draw[i] as number), scenario);
    const spectrum = predictSpectrum(kernel, drawn, energies_GeV);
    components = spectrum.components.map(({ name, kind }) => ({ name, kind }));
    const row = new Float64Array(energies_GeV.length * (1 + components.length));
    row.set(spectrum.total);
    spectrum.components.forEach(({ flux }, k) => {
      row.set(flux, energies_GeV.length * (k + 1));
    });
    rows.push(row);
    yield;
  }
  return { energies_GeV, components, rows };
}

/** Bands of total and components from spectra in the order of their draws. */
export function posteriorBands(parts: readonly DrawnSpectra[]): PosteriorBands {
  const { energies_GeV, components } = parts[0] as DrawnSpectra;
  const rows = parts.flatMap((part) => part.rows);
  const count = energies_GeV.length;
  const quantilesOf = (k: number) =>
    bands(
      rows.map((row) => row.subarray(k * count, (k + 1) * count)),
      BAND_PARTS,
    );
  return {
    energies_GeV,
    parts: BAND_PARTS,
    total: { name: 'total', kind: 'total', quantiles: quantilesOf(0) },
    components: components.map(({ name, kind }, k) => ({ name, kind, quantiles: quantilesOf(k + 1) })),
    draws: rows.length,
  };
}
