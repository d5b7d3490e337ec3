/** What a component is: it decides how the component is drawn and described. */
export type ComponentKind =
  | 'pulsar'
  | 'population'
  | 'source-term'
  | 'diffuse-term'
  | 'secondaries'
  | 'table'
  | 'dark-matter';

/** The positron flux of one part of a scenario. */
export interface ComponentSpectrum {
  /** Name of the source, of the catalogue's pulsar, or of the background. */
  readonly name: string;
  readonly kind: ComponentKind;
  /** Flux at the top of the atmosphere, GeV^-1 m^-2 s^-1 sr^-1, one per energy. */
  readonly flux: Float64Array;
}

/** The positron flux that a scenario predicts at Earth, modulated by the Sun. */
export interface PredictedSpectrum {
  /** Kinetic energies at Earth, GeV. */
  readonly energies_GeV: Float64Array;
  /** Sum of the components in their order, GeV^-1 m^-2 s^-1 sr^-1. */
  readonly total: Float64Array;
  readonly components: readonly ComponentSpectrum[];
  /** Estimate of the numerical error of the total, relative to it; null where it was not asked for. */
  readonly relativeError: Float64Array | null;
}
