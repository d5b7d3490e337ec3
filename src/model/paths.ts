/** Paths name one number of a scenario: `propagation.D0_cm2_s`, `sources[Geminga].efficiency`. */
import {
  ams02FitFunctionBlock,
  type Block,
  diffuseTermBlock,
  haloBlock,
  lossesBlock,
  type NullableNumberParameter,
  type NumberParameter,
  type Parameter,
  propagationBlock,
  pulsarBlock,
  sunBlock,
} from './parameters.ts';
import type { Scenario } from './scenario.ts';

/** A declared parameter at its place in a scenario. */
export interface PlacedParameter {
  readonly path: string;
  /** `sources[Geminga]`, `propagation`, … */
  readonly blockPath: string;
  readonly key: string;
  readonly parameter: Parameter;
}

function placed(blockPath: string, block: Block): PlacedParameter[] {
  return Object.entries(block).map(([key, parameter]) => ({ path: `${blockPath}.${key}`, blockPath, key, parameter }));
}

/** Every declared parameter of a scenario, in the order of the file. */
export function placedParameters(scenario: Scenario): PlacedParameter[] {
  return [
    ...scenario.sources.flatMap((source) =>
      placed(`sources[${source.name}]`, source.type === 'pulsar' ? pulsarBlock : ams02FitFunctionBlock),
    ),
    ...placed('propagation', propagationBlock),
    ...(scenario.propagation.halo ? placed('propagation.halo', haloBlock) : []),
    ...placed('losses', lossesBlock),
    ...(scenario.background.model === 'ams02-diffuse-term' ? placed('background', diffuseTermBlock) : []),
    ...placed('sun', sunBlock),
  ];
}

/** The declaration of the parameter at a path, or undefined. */
export function parameterAt(scenario: Scenario, path: string): Parameter | undefined {
  return placedParameters(scenario).find((entry) => entry.path === path)?.parameter;
}

function blockAt(scenario: Scenario, path: string): Record<string, unknown> {
  const source = sourceName(path);
  const block =
    source === undefined
      ? path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], scenario)
      : scenario.sources.find(({ name }) => name === source);
  if (typeof block !== 'object' || block === null) throw new RangeError(`a scenario has no block "${path}"`);
  return block as unknown as Record<string, unknown>;
}

/** The name in `sources[name]`, undefined for other blocks. */
function sourceName(blockPath: string): string | undefined {
  return /^sources\[(.+)\]$/.exec(blockPath)?.[1];
}

function split(path: string): [string, string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}

/** The value at a path. */
export function valueAt(scenario: Scenario, path: string): number | string | null {
  const [block, key] = split(path);
  return blockAt(scenario, block)[key] as number | string | null;
}

/** A copy of the scenario with another value at a path; nothing else is copied deeply. */
export function withValue(scenario: Scenario, path: string, value: number | string | null): Scenario {
  const [blockPath, key] = split(path);
  const changed = { ...blockAt(scenario, blockPath), [key]: value };
  const source = sourceName(blockPath);
  if (source !== undefined) {
    return {
      ...scenario,
      sources: scenario.sources.map((old) => (old.name === source ? (changed as unknown as typeof old) : old)),
    };
  }
  const [outer, inner] = blockPath.split('.') as [keyof Scenario, string | undefined];
  const block = inner === undefined ? changed : { ...blockAt(scenario, outer), [inner]: changed };
  return { ...scenario, [outer]: block };
}

/** The number that a fit can free at a path. */
export type FreeableParameter = NumberParameter | NullableNumberParameter;

/** Whether a block acts on the flux: a source if it is enabled, the Galaxy if it holds a pulsar, the Sun if anything reaches it. */
function isInUse(scenario: Scenario, blockPath: string): boolean {
  const enabled = scenario.sources.filter((source) => source.enabled);
  const name = sourceName(blockPath);
  if (name !== undefined) return enabled.some((source) => source.name === name);
  const pulsars = enabled.some(({ type }) => type === 'pulsar');
  if (blockPath === 'sun') return pulsars || scenario.background.model !== 'none';
  return blockPath === 'background' || pulsars;
}

/** Paths of all numbers that a fit of this scenario can free: declared so, present and in use. */
export function freePaths(scenario: Scenario): string[] {
  return placedParameters(scenario)
    .filter(
      ({ path, blockPath, key, parameter }) =>
        parameter.kind !== 'choice' &&
        parameter.fit &&
        valueAt(scenario, path) !== null &&
        isInUse(scenario, blockPath) &&
        // Finite volumes stand around a pulsar at rest.
        !(scenario.propagation.solver === 'finite-volume' && key === 'transverseVelocity_km_s'),
    )
    .map(({ path }) => path);
}
