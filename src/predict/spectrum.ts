/** Scenario in, spectra by component out: the only place where the pieces of physics are combined. */
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../model/parameters.ts';
import type { Scenario, Source } from '../model/scenario.ts';
import { MEGAVOLT_GeV } from '../model/units.ts';
import { ams02DiffuseTerm, ams02SourceTerm, PUBLISHED_DIFFUSE_TERM } from './ams02Formula.ts';
import type { ComponentSpectrum, PredictedSpectrum } from './spectrumTypes.ts';

/** Name of the background component. */
export const DIFFUSE_TERM_NAME = 'secondaries';

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

/**
 * The positron flux at Earth, modulated by the Sun, in total and by component.
 *
 * Every interstellar component is modulated by the force field, Phi(T) = f(T) Phi_IS(T + phi); the AMS-02 fit function is
 * published as a flux at Earth and carries its own modulation.
 *
 * @param energies_GeV kinetic energies at Earth, GeV
 * @param options.withError whether the numerical error is estimated, which doubles the work
 * @throws {InputError} for an energy outside FLUX_ENERGY_LIMITS_GeV
 */
export function predictSpectrum(
  kernel: Kernel,
  scenario: Scenario,
  energies_GeV: Float64Array,
  options: { readonly withError?: boolean } = {},
): PredictedSpectrum {
  checkEnergies(energies_GeV);
  const sun = kernel.modulation(scenario.sun.potential_MV, energies_GeV);
  const modulated = (interstellar: Float64Array): Float64Array =>
    interstellar.map((flux, i) => flux * (sun.factor[i] as number));

  // Closed forms are exact to rounding; only the transport of pulsars has a numerical error.
  const numericalErrors: Float64Array[] = [];
  const componentsOf = (source: Source): ComponentSpectrum[] => {
    if (source.type === 'pulsar') {
      const { propagation, losses } = scenario;
      const interstellar = kernel.pulsarFlux(source, propagation, losses, sun.energies_GeV);
      if (options.withError) {
        const error = kernel.pulsarFluxError(source, propagation, losses, sun.energies_GeV, interstellar);
        numericalErrors.push(modulated(error));
      }
      return [{ name: source.name, kind: 'pulsar', flux: modulated(interstellar) }];
    }
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
  };

  const components = scenario.sources.filter((source) => source.enabled).flatMap(componentsOf);
  if (scenario.background.model === 'ams02-diffuse-term') {
    const { coefficient, index } = PUBLISHED_DIFFUSE_TERM;
    const interstellar = ams02DiffuseTerm(
      kernel,
      coefficient * scenario.background.normalisation,
      index,
      sun.energies_GeV,
    );
    components.push({ name: DIFFUSE_TERM_NAME, kind: 'diffuse-term', flux: modulated(interstellar) });
  }
  const total = energies_GeV.map((_, i) => components.reduce((sum, { flux }) => sum + (flux[i] as number), 0));
  const relativeError = total.map((flux, i) =>
    flux > 0 ? numericalErrors.reduce((sum, error) => sum + (error[i] as number), 0) / flux : 0,
  );
  return { energies_GeV, total, components, relativeError: options.withError ? relativeError : null };
}
