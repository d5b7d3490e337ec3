/** What is exported beside the results of the analysis, and what stands around every result. */
import type { Approximation, GoodnessOfFit, ShareReadout } from '../analysis/analysisTypes.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Chain } from '../fit/posterior/chain.ts';
import type { LinkPlace } from './link.ts';
import type { AnalysisKind } from './references.ts';

/** What stands beside a result; the link that every file carries leads to `page` and compares with `presetId`. */
export interface ExportContext extends LinkPlace {
  /** Tables that the model is compared with. */
  readonly datasets?: readonly Dataset[] | undefined;
  readonly goodness?: GoodnessOfFit | undefined;
  /** How far the approximations of the scenario are from the exact model. */
  readonly approximations?: readonly Approximation[] | undefined;
  /** Parts of the components in the flux, at a few energies. */
  readonly shares?: readonly ShareReadout[] | undefined;
  /** What was done with the scenario beyond its prediction, for the bibliography. */
  readonly analyses?: readonly AnalysisKind[] | undefined;
  /** Day of the export, `2026-03-01`; it stands in the file and in its name. Files without it depend on the result alone. */
  readonly date?: string | undefined;
}

/** What stands beside a result whose data and chi-squared belong to it; `datasets` if there are more than one. */
export type ResultContext = Omit<ExportContext, 'goodness'>;

/** The interval around the total in which the true spectrum lies with some probability, energy by energy. */
export interface SpectrumBand {
  readonly probability: number;
  /** GeV^-1 m^-2 s^-1 sr^-1, one per energy of the spectrum. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Draws from the posterior by an ensemble of walkers. */
export interface PosteriorChain {
  /** Paths of the sampled parameters, in the order of the chain. */
  readonly paths: readonly string[];
  readonly chain: Chain;
  /** What else is known of the run (seed, acceptance, autocorrelation time, why it ended), for the head of the file. */
  readonly run?: Readonly<Record<string, string | number | boolean | null>>;
}
