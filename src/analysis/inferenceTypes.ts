/** What profiles, contours and the posterior say, in the units of the scenario. */
import type { ConvergenceCheck } from '../fit/posterior/convergence.ts';
import type { SamplingRun } from '../fit/posterior/sampling.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ComponentKind } from '../predict/spectrumTypes.ts';
import type { Finding } from './analysisTypes.ts';

/** A place that is deeper than the best values: the fit is to be repeated from there. */
export interface DeeperPlace {
  readonly chi2: number;
  readonly scenario: Scenario;
}

/** chi2 along one parameter while the others follow. */
export interface ParameterProfile {
  readonly path: string;
  /** The best value. */
  readonly value: number;
  /** chi2 there. */
  readonly chi2: number;
  /** Distance to the place below the best value where chi2 has risen by 1; null where there is none. */
  readonly errorBelow: number | null;
  readonly errorAbove: number | null;
  readonly curve: {
    /** Ascending, from three standard errors below to three above, or to the bounds. */
    readonly values: Float64Array;
    /** chi2 - chi2 at the best values; null where the model cannot be computed. */
    readonly deltaChi2: readonly (number | null)[];
  };
  readonly findings: readonly Finding[];
  readonly deeper: DeeperPlace | null;
}

/** Profiles of several parameters. */
export interface ProfileReport {
  readonly parameters: readonly ParameterProfile[];
  /** What is to be said of all of them, a new minimum first. */
  readonly findings: readonly Finding[];
  /** The deepest of the deeper places. */
  readonly deeper: DeeperPlace | null;
}

/** How far a profile has come. */
export interface ProfileStep {
  readonly path: string;
  /** Minimisations over the other parameters so far. */
  readonly minimisations: number;
}

/** Regions of two parameters by probability. */
export interface ContourReport {
  readonly paths: readonly [string, string];
  readonly best: readonly [number, number];
  /** chi2 at the best values. */
  readonly chi2: number;
  readonly contours: readonly {
    /** 0.39, 0.68, 0.95 of two parameters. */
    readonly probability: number;
    readonly deltaChi2: number;
    /** Closed lines of (first, second), the last point being the first; those around holes run clockwise. */
    readonly lines: readonly (readonly (readonly [number, number])[])[];
  }[];
  readonly findings: readonly Finding[];
  readonly deeper: DeeperPlace | null;
  readonly minimisations: number;
}

/** The prior of one parameter as the posterior takes it. */
export interface PriorInForce {
  readonly path: string;
  readonly distribution: 'uniform' | 'log-uniform' | 'gaussian';
  /** Beyond these the prior vanishes. */
  readonly low: number;
  readonly high: number;
  /** Of a Gaussian one, else null. */
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  /** Whether the scenario states it; otherwise it follows from the declaration. */
  readonly stated: boolean;
}

/** A run of the sampler with everything to go on: written as JSON and read back it continues to the same bytes. */
export interface PosteriorRun {
  readonly format: 'geminga-posterior-run';
  readonly version: 1;
  /** With the best values of the fit that the walkers started from. */
  readonly scenario: Scenario;
  readonly seed: number;
  /** Free parameters, then energy scales: the coordinates of the walkers. */
  readonly names: readonly string[];
  /** Whether a coordinate is the natural logarithm of its parameter. */
  readonly isLogarithmic: readonly boolean[];
  readonly priors: readonly PriorInForce[];
  readonly run: SamplingRun;
}

/** The posterior of one parameter. */
export interface PosteriorParameter {
  readonly name: string;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly median: number;
  /** Quantiles of 16 and 84 %. */
  readonly lower: number;
  readonly upper: number;
  /** In steps; null where the parameter does not vary. */
  readonly autocorrelationTime: number | null;
  readonly splitRHat: number | null;
}

/** What a run says of the parameters. */
export interface PosteriorReport {
  readonly converged: boolean;
  /** How the run ended or stands, one sentence or two. */
  readonly words: string;
  readonly steps: number;
  readonly walkers: number;
  readonly acceptance: number;
  /** The look at convergence behind the words; its burn-in is left out of all numbers. */
  readonly check: ConvergenceCheck;
  readonly parameters: readonly PosteriorParameter[];
  readonly covariance: readonly (readonly number[])[];
  readonly correlation: readonly (readonly number[])[];
  /** Values per parameter behind these numbers. */
  readonly draws: number;
  /** The draw of the highest posterior. */
  readonly best: { readonly values: Float64Array; readonly logProbability: number };
  readonly priors: readonly PriorInForce[];
  readonly findings: readonly Finding[];
}

/** Draws in the units of the scenario, for corner plots and exports. */
export interface PosteriorDraws {
  readonly names: readonly string[];
  readonly walkers: number;
  /** Step by step, within it walker by walker, within it parameter by parameter. */
  readonly values: Float64Array;
  /** Natural logarithm of the density in these parameters, up to a constant. */
  readonly logProbability: Float64Array;
}

/** Parts of a distribution below which the edges of the bands lie. */
export const BAND_PARTS = [0.025, 0.16, 0.5, 0.84, 0.975] as const;

/** The spread of one spectrum over the posterior: one column per part of `BAND_PARTS`. */
export interface SpectrumQuantiles {
  readonly name: string;
  readonly kind: ComponentKind | 'total';
  readonly quantiles: readonly Float64Array[];
}

/** Bands of the total and of every component, energy by energy, GeV^-1 m^-2 s^-1 sr^-1. */
export interface PosteriorBands {
  readonly energies_GeV: Float64Array;
  readonly parts: readonly number[];
  readonly total: SpectrumQuantiles;
  readonly components: readonly SpectrumQuantiles[];
  /** Spectra behind the bands. */
  readonly draws: number;
}
