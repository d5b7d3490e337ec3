import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import type { SaidFinding } from './saidFinding.ts';

/** How well a model describes the chosen points. */
export interface GoodnessOfFit {
  readonly chi2: number;
  readonly points: number;
  readonly freeParameters: number;
  readonly degreesOfFreedom: number;
  /** Upper tail of the chi-squared distribution; null without degrees of freedom. */
  readonly pValue: number | null;
  /** chi2 + 2 k. */
  readonly aic: number;
}

/** The model at the points of a data set. */
export interface Comparison {
  readonly dataset: Dataset['id'];
  /** At the mean energies of the points. */
  readonly model: PredictedSpectrum;
  /** What each point is compared with: the model at its mean energy, or averaged over its bin. */
  readonly expected: Float64Array;
  /** Whether the model reaches the point; elsewhere (electrons were not measured there) its numbers are 0 and mean nothing. */
  readonly covered: readonly boolean[];
  /** (data - expected) / sigma, one per point. */
  readonly pull: Float64Array;
  /** Whether the point takes part in the fit. */
  readonly inFit: readonly boolean[];
  readonly goodness: GoodnessOfFit;
}

/** What one pulsar spends. */
export interface EnergyBudget {
  readonly source: string;
  readonly efficiency: number;
  /** All the spin-down energy W0, erg. */
  readonly spinDownEnergy_erg: number;
  /** Spin-down energy lost between birth and today, erg. */
  readonly lostSinceBirth_erg: number;
  /** Energy in electrons and positrons, eta W0, erg. */
  readonly pairEnergy_erg: number;
}

/** What happens to positrons of one energy. */
export interface TransportReadout {
  readonly energy_GeV: number;
  /** Energy over loss rate, E / b(E), kyr. */
  readonly coolingTime_kyr: number;
  /** sqrt(4 D E / b), pc. */
  readonly diffusionLength_pc: number;
  readonly diffusionCoefficient_cm2_s: number;
}

/** A component's part of a flux. */
export interface Share {
  readonly name: string;
  readonly share: number;
}

/** Each component's part of the flux at one energy. */
export interface ShareReadout {
  readonly energy_GeV: number;
  /** Parts of the model's total at this energy. */
  readonly shares: readonly Share[];
  /** Parts of what AMS-02 measured in the bin that holds this energy, at the bin's mean energy; they need not add up to 1. */
  readonly measured: { readonly meanEnergy_GeV: number; readonly shares: readonly Share[] };
}

/** A labelled approximation that a scenario uses, with its measured error for the present parameters. */
export interface Approximation {
  /** The choice that brings it in. */
  readonly path: string;
  /** What is approximated. */
  readonly what: string;
  /** The source whose flux it is, if it is one. */
  readonly source?: string;
  /** Approximate over exact at each energy. */
  readonly ratios: readonly { readonly energy_GeV: number; readonly ratio: number }[];
}

/** Everything that the page shows for one scenario. */
export interface Evaluation {
  readonly scenario: Scenario;
  /** Whether it is a draft for a moving hand: no numerical errors, the sum over a catalogue interpolated. */
  readonly draft: boolean;
  /** Smooth curves, on the display grid. */
  readonly curve: PredictedSpectrum;
  /** With the first table of the fit. */
  readonly comparison: Comparison;
  /** With every table of the fit. */
  readonly comparisons: readonly Comparison[];
  /** All tables of the fit together. */
  readonly goodness: GoodnessOfFit;
  readonly budgets: readonly EnergyBudget[];
  /** At 100 GeV, 1 TeV. */
  readonly transport: readonly TransportReadout[];
  /** E / b(E) in kyr on the curve's energies, for the upper axis. */
  readonly coolingTime_kyr: Float64Array;
  /** At 100, 300, 800 GeV. */
  readonly shares: readonly ShareReadout[];
  /** The approximations in use; none by default. */
  readonly approximations: readonly Approximation[];
  /** Time of the computation itself, ms; not part of any export. */
  readonly elapsed_ms: number;
}

/** One free parameter after a fit. */
export interface FittedParameter {
  readonly path: string;
  readonly start: number;
  readonly value: number;
  /** Standard error from the Hessian of chi2; null where the parameter is held at a bound or nothing constrains it. */
  readonly error: number | null;
  readonly lower: number;
  readonly upper: number;
  readonly atBound: 'lower' | 'upper' | null;
}

/** One line of the report, with the sign it carries. */
export interface Finding {
  readonly state: 'good' | 'warn' | 'bad';
  readonly text: string;
  /** What the text is made of, for other languages; files hold the text alone. */
  readonly said?: SaidFinding;
}

/** One table of a fit. */
export interface FittedTableReadout {
  readonly dataset: Dataset['id'];
  readonly label: string;
  readonly points: number;
  readonly chi2: number;
}

/** What became of the starts of a fit from many. */
export interface StartsReadout {
  readonly count: number;
  /** Of the generator that drew all starts but the first. */
  readonly seed: number;
  /** Starts that reached the minimum of the report. */
  readonly same: number;
  /** Other minima, the lowest first, and how many starts reached each. */
  readonly others: readonly { readonly chi2: number; readonly starts: number }[];
  /** Starts from which the search did not converge. */
  readonly failed: number;
}

/** The result of a fit, in numbers and in words. */
export interface FitReport {
  /** Converged, errors exist. Advice may remain in `findings`. */
  readonly valid: boolean;
  /** "Valid minimum", or what went wrong. */
  readonly verdict: string;
  readonly findings: readonly Finding[];
  readonly parameters: readonly FittedParameter[];
  /** Paths of the parameters that have errors; rows and columns of `correlation`. */
  readonly errorsFor: readonly string[];
  readonly correlation: readonly (readonly number[])[];
  readonly covariance: readonly (readonly number[])[];
  readonly goodness: GoodnessOfFit;
  readonly chi2AtStart: number;
  readonly dataset: Dataset['id'];
  /** What each fitted table adds to chi2. */
  readonly tables: readonly FittedTableReadout[];
  /** chi2 of the best values in every way of counting errors; null where a table lacks the errors for it. */
  readonly chi2ByErrorModel: readonly {
    readonly errors: Scenario['fit']['errors'];
    readonly chi2: number | null;
  }[];
  /** Relative shift of each experiment's energies, where one is fitted. */
  readonly energyScales: readonly {
    readonly experiment: string;
    readonly shift: number;
    readonly error: number | null;
  }[];
  readonly energyRange_GeV: readonly [number, number];
  /** Expected distance to the minimum in chi2. */
  readonly estimatedDistance: number;
  readonly evaluations: number;
  /** What became of the starts; absent for a fit from the scenario's own values alone. */
  readonly starts?: StartsReadout;
  readonly shares: readonly ShareReadout[];
  readonly budgets: readonly EnergyBudget[];
  /** The scenario with the best values. */
  readonly scenario: Scenario;
  /** Time of the computation itself, ms; not part of any export. */
  readonly elapsed_ms: number;
}

/** How far a fit has come. */
export interface FitProgress {
  readonly iteration: number;
  readonly chi2: number;
  /** Number of the start, from 1, of a fit from many. */
  readonly start?: number;
  readonly starts?: number;
}
