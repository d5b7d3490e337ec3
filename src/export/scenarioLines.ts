/** Every value of a scenario as one readable line: path, value, unit, free or fixed; untouched defaults too. */
import { radiationComponentBlock } from '../model/parameters.ts';
import { parameterAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { UNIT_ASCII } from './asciiUnits.ts';
import { decimal } from './decimal.ts';

function valueText(value: unknown, path: string): string {
  if (typeof value === 'number') return decimal(value, path);
  if (Array.isArray(value)) return `[${value.map((item) => valueText(item, path)).join(', ')}]`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function describe(scenario: Scenario, path: string, value: unknown): string {
  const line = `${path} = ${valueText(value, path)}`;
  const component = /^losses\.radiationComponents\[.+\]\.(\w+)$/.exec(path)?.[1];
  const parameter =
    component === undefined
      ? parameterAt(scenario, path)
      : radiationComponentBlock[component as keyof typeof radiationComponentBlock];
  if (parameter === undefined || parameter.kind === 'choice') return line;
  const unit = value === null ? '' : UNIT_ASCII[parameter.unit];
  const withUnit = unit === '' ? line : `${line} ${unit}`;
  return `${withUnit} (${scenario.fit.free.includes(path) ? 'free' : 'fixed'})`;
}

function walk(scenario: Scenario, path: string, value: unknown): string[] {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    return value.flatMap((item: { name: string }) => walk(scenario, `${path}[${item.name}]`, item));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, item]) => walk(scenario, path ? `${path}.${key}` : key, item));
  }
  return [describe(scenario, path, value)];
}

/** One line per value of the scenario, in the order of the file. */
export function scenarioLines(scenario: Scenario): string[] {
  return walk(scenario, '', scenario);
}
