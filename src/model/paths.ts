/** Paths name one number of a scenario: `propagation.D0_cm2_s`, `sources[Geminga].efficiency`. */
import {
  ams02FitFunctionBlock,
  type Block,
  darkMatterBlock,
  diffuseTermBlock,
  electronsBlock,
  fitBlock,
  haloBlock,
  lossesBlock,
  type NullableNumberParameter,
  type NumberParameter,
  type Parameter,
  populationBlock,
  propagationBlock,
  pulsarBlock,
  pulsarOverrideBlock,
  secondariesBlock,
  slabBlock,
  sunBlock,
  tableBlock,
} from './parameters.ts';
import type { Background, Scenario } from './scenario.ts';

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

const BACKGROUND_BLOCKS: Readonly<Record<Background['model'], Block>> = {
  'ams02-diffuse-term': diffuseTermBlock,
  secondaries: secondariesBlock,
  table: tableBlock,
  none: {},
};

/** Every declared parameter of a scenario, in the order of the file. */
export function placedParameters(scenario: Scenario): PlacedParameter[] {
  const { population } = scenario;
  return [
    ...scenario.sources.flatMap((source) =>
      placed(`sources[${source.name}]`, source.type === 'pulsar' ? pulsarBlock : ams02FitFunctionBlock),
    ),
    ...placed('propagation', propagationBlock),
    ...(scenario.propagation.halo ? placed('propagation.halo', haloBlock) : []),
    ...placed('propagation.slab', slabBlock),
    ...placed('losses', lossesBlock),
    ...(population ? placed('population', populationBlock) : []),
    ...(population?.overrides ?? []).flatMap(({ name }) =>
      placed(`population.overrides[${name}]`, pulsarOverrideBlock),
    ),
    ...placed('background', BACKGROUND_BLOCKS[scenario.background.model]),
    ...(scenario.darkMatter ? placed('darkMatter', darkMatterBlock) : []),
    ...placed('electrons', electronsBlock),
    ...placed('sun', sunBlock),
    ...placed('fit', fitBlock),
  ];
}

/** The declaration of the parameter at a path, or undefined. */
export function parameterAt(scenario: Scenario, path: string): Parameter | undefined {
  return placedParameters(scenario).find((entry) => entry.path === path)?.parameter;
}

type Fields = Readonly<Record<string, unknown>>;

/** `sources[Geminga]` is the member of the list `sources` with that name. */
interface Step {
  readonly key: string;
  readonly member: string | undefined;
}

/** The steps of a block's path: `population.overrides[J0633+1746]` has two. */
function steps(blockPath: string): Step[] {
  return [...blockPath.matchAll(/([^.[\]]+)(?:\[([^\]]*)\])?/g)].map(([, key, member]) => ({
    key: key as string,
    member,
  }));
}

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isNamed = (name: string) => (item: unknown) => isRecord(item) && item['name'] === name;

function blockAt(scenario: Scenario, path: string): Fields {
  let at: unknown = scenario;
  for (const { key, member } of steps(path)) {
    const inner: unknown = isRecord(at) ? at[key] : undefined;
    at = member === undefined ? inner : Array.isArray(inner) ? inner.find(isNamed(member)) : undefined;
  }
  if (!isRecord(at)) throw new RangeError(`a scenario has no block "${path}"`);
  return at;
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

function withBlock(holder: Fields, [step, ...rest]: readonly Step[], changed: Fields): Fields {
  if (!step) return changed;
  const { key, member } = step;
  const inner = holder[key];
  if (member === undefined) return { ...holder, [key]: withBlock(inner as Fields, rest, changed) };
  const isIt = isNamed(member);
  const list = (inner as Fields[]).map((item) => (isIt(item) ? withBlock(item, rest, changed) : item));
  return { ...holder, [key]: list };
}

/** A copy of the scenario with another value at a path; nothing else is copied deeply. */
export function withValue(scenario: Scenario, path: string, value: number | string | null): Scenario {
  const [blockPath, key] = split(path);
  const changed = { ...blockAt(scenario, blockPath), [key]: value };
  return withBlock(scenario as unknown as Fields, steps(blockPath), changed) as unknown as Scenario;
}

/** The number that a fit can free at a path. */
export type FreeableParameter = NumberParameter | NullableNumberParameter;

/** Whether a block acts on the flux: a source if it is enabled, the Galaxy if anything crosses it, the Sun if anything arrives. */
export function isInUse(scenario: Scenario, blockPath: string): boolean {
  const enabled = scenario.sources.filter((source) => source.enabled);
  const [first, second] = steps(blockPath);
  const member = first?.member ?? second?.member;
  if (first?.key === 'sources') return enabled.some(({ name }) => name === member);
  if (second?.key === 'overrides')
    return scenario.population?.overrides.some(({ name, enabled }) => name === member && enabled) ?? false;
  const pulsars = scenario.population !== null || enabled.some(({ type }) => type === 'pulsar');
  const slab = scenario.background.model === 'secondaries' || scenario.darkMatter !== null;
  switch (blockPath) {
    case 'propagation.halo':
      return pulsars;
    case 'propagation.slab':
      return slab;
    case 'propagation':
    case 'losses':
      return pulsars || slab;
    case 'sun':
      return pulsars || slab || scenario.background.model !== 'none';
    default:
      return true;
  }
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
