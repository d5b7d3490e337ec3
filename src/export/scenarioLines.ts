/** Every value of a scenario, untouched defaults too: path, value, unit, free or fixed. */
import { radiationComponentBlock } from '../model/parameters.ts';
import { parameterAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { UNIT_ASCII } from './asciiUnits.ts';
import { decimal } from './decimal.ts';

type Plain = string | number | boolean | null;

/** One value of a scenario. */
export interface ScenarioValue {
  readonly path: string;
  readonly value: Plain | readonly Plain[];
  /** ASCII; empty for pure numbers, for words and for what is not there. */
  readonly unit: string;
  /** Whether a fit moves it; null for what no fit could ever move. */
  readonly state: 'free' | 'fixed' | null;
}

function describe(scenario: Scenario, path: string, value: ScenarioValue['value']): ScenarioValue {
  const component = /^losses\.radiationComponents\[.+\]\.(\w+)$/.exec(path)?.[1];
  const parameter =
    component === undefined
      ? parameterAt(scenario, path)
      : radiationComponentBlock[component as keyof typeof radiationComponentBlock];
  if (parameter === undefined || parameter.kind === 'choice') return { path, value, unit: '', state: null };
  const unit = value === null ? '' : UNIT_ASCII[parameter.unit];
  return { path, value, unit, state: scenario.fit.free.includes(path) ? 'free' : 'fixed' };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function walk(scenario: Scenario, path: string, value: unknown): ScenarioValue[] {
  if (Array.isArray(value) && value.some(isObject)) {
    return value.flatMap((item, index) => {
      const name: unknown = isObject(item) ? item['name'] : undefined;
      return walk(scenario, `${path}[${typeof name === 'string' ? name : index}]`, item);
    });
  }
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => walk(scenario, path ? `${path}.${key}` : key, item));
  }
  return [describe(scenario, path, value as ScenarioValue['value'])];
}

/** Every value of the scenario, in the order of the file. */
export function scenarioValues(scenario: Scenario): ScenarioValue[] {
  return walk(scenario, '', scenario);
}

function valueText(value: ScenarioValue['value'], path: string): string {
  if (typeof value === 'number') return decimal(value, path);
  if (Array.isArray(value)) return `[${value.map((item: Plain) => valueText(item, path)).join(', ')}]`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** One readable line per value: `propagation.D0_cm2_s = 2e+28 cm^2 s^-1 (fixed)`. */
export function scenarioLines(scenario: Scenario): string[] {
  return scenarioValues(scenario).map(({ path, value, unit, state }) => {
    const line = `${path} = ${valueText(value, path)}${unit === '' ? '' : ` ${unit}`}`;
    return state === null ? line : `${line} (${state})`;
  });
}
