/**
 * Solver, propagator, halo, moving pulsars and the pulsars of a catalogue exclude each other in parts: the newest choice wins,
 * the others give way.
 */
import { haloBlock } from '../../model/parameters.ts';
import type { Halo, PulsarSource, Scenario } from '../../model/scenario.ts';

/** What only the finite-volume solver can do, at the values that mean "not there". */
const WITHOUT_FINITE_VOLUMES = { delta: null, edgeWidth_pc: 0, beginTime_kyr: 0, endTime_kyr: null } as const;

const VELOCITY = /^sources\[.+\]\.transverseVelocity_km_s$/;

/** The halo of the declaration. */
export const DEFAULT_HALO = Object.fromEntries(
  Object.entries(haloBlock).map(([key, parameter]) => [key, parameter.default]),
) as Halo;

function withPropagation(scenario: Scenario, change: Partial<Scenario['propagation']>): Scenario {
  return { ...scenario, propagation: { ...scenario.propagation, ...change } };
}

function withGreens(scenario: Scenario): Scenario {
  const { halo } = scenario.propagation;
  return withPropagation(scenario, { solver: 'greens', halo: halo && { ...halo, ...WITHOUT_FINITE_VOLUMES } });
}

function withFiniteVolumes(scenario: Scenario): Scenario {
  const { halo } = scenario.propagation;
  const atRest = (source: Scenario['sources'][number]) =>
    source.type === 'pulsar' && source.enabled && source.transverseVelocity_km_s > 0
      ? { ...source, transverseVelocity_km_s: 0 }
      : source;
  return {
    ...withPropagation(scenario, {
      solver: 'finite-volume',
      propagator: 'gaussian',
      halo: halo && { ...halo, greensFunction: 'exact' },
    }),
    sources: scenario.sources.map(atRest),
    population: null,
  };
}

/** The solver that the pulsars of a catalogue need: the exact Green's function, not its closed form. */
export function withCatalogueSolver(scenario: Scenario): Scenario {
  const able = scenario.propagation.solver === 'greens' ? scenario : withGreens(scenario);
  const { halo } = able.propagation;
  return halo && halo.greensFunction !== 'exact'
    ? withPropagation(able, { halo: { ...halo, greensFunction: 'exact' } })
    : able;
}

/**
 * What a new value at a path forces on solver, propagator, halo and velocities.
 *
 * Finite volumes need the Gaussian, pulsars at rest, no closed form and no catalogue; everything but a sharp, lasting halo with
 * the slope outside needs finite volumes; the Jüttner propagator has neither a halo nor finite volumes; the closed form is for
 * listed pulsars only.
 *
 * @param scenario has the new value already
 */
export function withWhatItNeeds(scenario: Scenario, path: string, value: number | string | null): Scenario {
  if (path === 'propagation.solver') {
    return value === 'finite-volume' ? withFiniteVolumes(scenario) : withGreens(scenario);
  }
  if (path === 'propagation.propagator') {
    return value === 'juettner' ? withPropagation(scenario, { solver: 'greens', halo: null }) : scenario;
  }
  const isFiniteVolume = scenario.propagation.solver === 'finite-volume';
  if (path === 'propagation.halo.greensFunction') {
    if (value === 'exact') return scenario;
    return { ...(isFiniteVolume ? withGreens(scenario) : scenario), population: null };
  }
  if (VELOCITY.test(path)) return isFiniteVolume && value !== 0 ? withGreens(scenario) : scenario;
  const key = /^propagation\.halo\.(\w+)$/.exec(path)?.[1];
  if (key !== undefined && key in WITHOUT_FINITE_VOLUMES && !isFiniteVolume) {
    return value === WITHOUT_FINITE_VOLUMES[key as keyof typeof WITHOUT_FINITE_VOLUMES]
      ? scenario
      : withFiniteVolumes(scenario);
  }
  return scenario;
}

/** Whether a parameter can only be free with the Green's function: finite volumes have pulsars at rest. */
export function needsGreens(path: string): boolean {
  return VELOCITY.test(path);
}

/** The exact solver in place of finite volumes, for a fit that frees what needs it. */
export function withSolverFor(scenario: Scenario, path: string): Scenario {
  return scenario.propagation.solver === 'finite-volume' && needsGreens(path) ? withGreens(scenario) : scenario;
}

/**
 * The scenario with a halo, or with one zone.
 *
 * @param halo its values; what the present solver or a catalogue cannot do of them is left out
 */
export function haloSwitched(scenario: Scenario, halo: Halo | null): Scenario {
  if (!halo) return withPropagation(scenario, { halo });
  const isFiniteVolume = scenario.propagation.solver === 'finite-volume';
  const possible: Halo = {
    ...halo,
    ...(isFiniteVolume || scenario.population ? { greensFunction: 'exact' } : {}),
    ...(isFiniteVolume ? {} : WITHOUT_FINITE_VOLUMES),
  };
  return withPropagation(scenario, { propagator: 'gaussian', halo: possible });
}

/** The enabled pulsars that move. */
export function movingPulsars(scenario: Scenario): PulsarSource[] {
  return scenario.sources.filter(
    (source): source is PulsarSource =>
      source.type === 'pulsar' && source.enabled && source.transverseVelocity_km_s > 0,
  );
}
