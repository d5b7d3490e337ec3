/** Scenario in, spectra by component out: the only place where the pieces of physics are combined. */
import type { Kernel } from '../kernel/kernel.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../model/declaration/limits.ts';
import { InputError } from '../model/inputError.ts';
import type { Ams02FitFunctionSource, PulsarSource, Scenario } from '../model/scenario.ts';
import { MEGAVOLT_GeV } from '../model/units.ts';
import { ams02DiffuseTerm, ams02SourceTerm, PUBLISHED_DIFFUSE_TERM } from './ams02Formula.ts';
import { darkMatterFlux } from './darkMatter.ts';
import { populationComponents } from './population.ts';
import { secondaryFlux } from './secondaries.ts';
import type { ComponentKind, ComponentSpectrum, PredictedSpectrum } from './spectrumTypes.ts';
import { tableSpectrum } from './tableSpectrum.ts';

/** Names of the components that no source names. */
export const SECONDARIES_NAME = 'secondaries';
export const DARK_MATTER_NAME = 'dark matter';

export interface SpectrumOptions {
  /** Whether the numerical error is estimated, which doubles the work. */
  readonly withError?: boolean;
  /** Whether the sum over a catalogue may be interpolated between a few energies: for what follows a hand, not for results. */
  readonly draft?: boolean;
}

/** A component before the Sun, GeV^-1 m^-2 s^-1 sr^-1. */
interface InterstellarComponent {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly flux: Float64Array;
  /** Estimate of its numerical error; null where the form is closed, or no estimate was asked for. */
  readonly error: Float64Array | null;
}

function checkEnergies(energies_GeV: Float64Array): void {
  const [lowest, highest] = FLUX_ENERGY_LIMITS_GeV;
  const bad = energies_GeV.find((energy) => !(energy >= lowest && energy <= highest));
  if (bad !== undefined) {
    throw new InputError(
      'energies_GeV',
      `energies_GeV holds ${bad}, but must be numbers from ${lowest} to ${highest} GeV; correct it.`,
    );
  }
}

function pulsarComponent(
  kernel: Kernel,
  source: PulsarSource,
  { propagation, losses }: Scenario,
  energies_GeV: Float64Array,
  withError: boolean,
): InterstellarComponent {
  const flux = kernel.pulsarFlux(source, propagation, losses, energies_GeV);
  const error = withError ? kernel.pulsarFluxError(source, propagation, losses, energies_GeV, flux) : null;
  return { name: source.name, kind: 'pulsar', flux, error };
}

function backgroundComponents(
  kernel: Kernel,
  { background, propagation, losses }: Scenario,
  energies_GeV: Float64Array,
): InterstellarComponent[] {
  switch (background.model) {
    case 'none':
      return [];
    case 'ams02-diffuse-term': {
      const { coefficient, index } = PUBLISHED_DIFFUSE_TERM;
      const flux = ams02DiffuseTerm(kernel, coefficient * background.normalisation, index, energies_GeV);
      return [{ name: SECONDARIES_NAME, kind: 'diffuse-term', flux, error: null }];
    }
    case 'secondaries': {
      const { normalisation } = background;
      const { flux, error } = secondaryFlux(kernel, background, propagation, losses, energies_GeV);
      return [
        {
          name: SECONDARIES_NAME,
          kind: 'secondaries',
          flux: flux.map((value) => normalisation * value),
          error: error.map((value) => normalisation * value),
        },
      ];
    }
    case 'table': {
      const { name, normalisation } = background;
      const flux = tableSpectrum(kernel, background.energies_GeV, background.flux, energies_GeV);
      return [{ name, kind: 'table', flux: flux.map((value) => normalisation * value), error: null }];
    }
  }
}

function interstellarComponents(
  kernel: Kernel,
  scenario: Scenario,
  energies_GeV: Float64Array,
  { withError = false, draft = false }: SpectrumOptions,
): InterstellarComponent[] {
  const pulsars = scenario.sources.filter((source) => source.type === 'pulsar' && source.enabled) as PulsarSource[];
  const { darkMatter, propagation, losses } = scenario;
  return [
    ...pulsars.map((source) => pulsarComponent(kernel, source, scenario, energies_GeV, withError)),
    ...populationComponents(kernel, scenario, energies_GeV, { withError, draft }).map(
      ({ name, pulsar, flux, error }): InterstellarComponent => ({
        name,
        kind: pulsar ? 'pulsar' : 'population',
        flux,
        error,
      }),
    ),
    ...backgroundComponents(kernel, scenario, energies_GeV),
    ...(darkMatter
      ? [
          {
            name: DARK_MATTER_NAME,
            kind: 'dark-matter' as const,
            ...darkMatterFlux(kernel, darkMatter, propagation, losses, energies_GeV),
          },
        ]
      : []),
  ];
}

/** The two terms of the AMS-02 fit function, which is published as a flux at Earth and carries its own modulation. */
function fitFunctionComponents(
  kernel: Kernel,
  source: Ams02FitFunctionSource,
  energies_GeV: Float64Array,
): ComponentSpectrum[] {
  const shift = source.effectivePotential_MV * MEGAVOLT_GeV;
  const shifted = energies_GeV.map((energy) => energy + shift);
  // The paper's factor E^2/Ê^2 is the force field for a massless particle.
  const atEarth = (flux: Float64Array): Float64Array =>
    flux.map((value, i) => {
      const ratio = (energies_GeV[i] as number) / (shifted[i] as number);
      return value * ratio * ratio;
    });
  return [
    {
      name: `${source.name}: diffuse term`,
      kind: 'diffuse-term',
      flux: atEarth(ams02DiffuseTerm(kernel, source.diffuseCoefficient, source.diffuseIndex, shifted)),
    },
    {
      name: `${source.name}: source term`,
      kind: 'source-term',
      flux: atEarth(ams02SourceTerm(kernel, source, shifted)),
    },
  ];
}

function sumAt(rows: readonly Float64Array[], i: number): number {
  return rows.reduce((sum, row) => sum + (row[i] as number), 0);
}

/**
 * The positron flux at Earth, modulated by the Sun, in total and by component.
 *
 * Every interstellar component is modulated by the force field, Phi(T) = f(T) Phi_IS(T + phi).
 *
 * @param energies_GeV kinetic energies at Earth, GeV
 * @throws {InputError} for an energy outside FLUX_ENERGY_LIMITS_GeV
 */
export function predictSpectrum(
  kernel: Kernel,
  scenario: Scenario,
  energies_GeV: Float64Array,
  options: SpectrumOptions = {},
): PredictedSpectrum {
  checkEnergies(energies_GeV);
  const withError = options.withError ?? false;
  const sun = kernel.modulation(scenario.sun.potential_MV, energies_GeV);
  const modulated = (interstellar: Float64Array): Float64Array =>
    interstellar.map((flux, i) => flux * (sun.factor[i] as number));

  const interstellar = interstellarComponents(kernel, scenario, sun.energies_GeV, options);
  const fitFunctions = scenario.sources.filter(
    (source) => source.type === 'ams02-fit-function' && source.enabled,
  ) as Ams02FitFunctionSource[];
  const components: ComponentSpectrum[] = [
    ...interstellar.map(({ name, kind, flux }) => ({ name, kind, flux: modulated(flux) })),
    ...fitFunctions.flatMap((source) => fitFunctionComponents(kernel, source, energies_GeV)),
  ];
  const fluxes = components.map(({ flux }) => flux);
  const total = energies_GeV.map((_, i) => sumAt(fluxes, i));
  if (!withError) return { energies_GeV, total, components, relativeError: null };
  const errors = interstellar.flatMap(({ error }) => (error ? [modulated(error)] : []));
  const relativeError = total.map((flux, i) => (flux > 0 ? sumAt(errors, i) / flux : 0));
  return { energies_GeV, total, components, relativeError };
}
