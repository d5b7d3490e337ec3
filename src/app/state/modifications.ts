/** What differs between the present scenario and the one that it came from. */

import { freePaths, parameterAt, placedParameters, valueAt } from '../../model/paths.ts';
import { RADIATION_FIELDS } from '../../model/radiationFields.ts';
import type { Scenario } from '../../model/scenario.ts';
import { significantText } from '../../plot/numberText.ts';
import { formatNumber } from '../format/number.ts';
import { withUnit } from '../format/units.ts';

/** One value that differs. */
export interface Modification {
  /** Path of the parameter, or the name of a choice such as `losses.radiationField`. */
  readonly path: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The value at a path; undefined where the scenario has no such place. */
export function valueIfPlaced(scenario: Scenario, path: string): number | string | null | undefined {
  return parameterAt(scenario, path) === undefined ? undefined : valueAt(scenario, path);
}

function fieldName(scenario: Scenario): string {
  const name = scenario.losses.radiationField;
  if (name === null) return 'none';
  return name === 'custom' ? 'custom' : RADIATION_FIELDS[name].label;
}

function energies([low, high]: readonly [number, number]): string {
  return `${formatNumber(low)}–${formatNumber(high)} GeV`;
}

function parameterModifications(scenario: Scenario, origin: Scenario): Modification[] {
  return placedParameters(scenario).flatMap(({ path, parameter }) => {
    const before = valueIfPlaced(origin, path);
    const after = valueAt(scenario, path);
    if (before === undefined || before === after) return [];
    const inWords = (value: number | string | null) => {
      if (parameter.kind === 'choice') return parameter.options[String(value)] ?? String(value);
      return typeof value === 'number' ? withUnit(formatNumber(value, 5), parameter.unit) : 'off';
    };
    return [{ path, label: parameter.label, before: inWords(before), after: inWords(after) }];
  });
}

/** A halo in one line: `50 pc, D 1.0 × 10²⁶`. */
export function haloInWords({ halo }: Scenario['propagation']): string {
  if (!halo) return 'off: one zone';
  const closedForm = halo.greensFunction === 'exact' ? '' : ', closed form';
  return `${formatNumber(halo.radius_pc, 3)} pc, D ${significantText(halo.D0_cm2_s, 2)}${closedForm}`;
}

/** Every value of the scenario that differs from its origin, in the order of the panel. Free and fixed are not values. */
export function modifications(scenario: Scenario, origin: Scenario): Modification[] {
  if (scenario === origin) return [];
  const found = parameterModifications(scenario, origin);
  const add = (path: string, label: string, before: string, after: string) => {
    if (before !== after) found.push({ path, label, before, after });
  };
  for (const source of scenario.sources) {
    const same = origin.sources.find(({ name }) => name === source.name);
    if (same) add(`sources[${source.name}]`, source.name, same.enabled ? 'on' : 'off', source.enabled ? 'on' : 'off');
  }
  if ((origin.propagation.halo === null) !== (scenario.propagation.halo === null)) {
    add('propagation.halo', 'halo', haloInWords(origin.propagation), haloInWords(scenario.propagation));
  }
  add('losses.radiationField', 'radiation field', fieldName(origin), fieldName(scenario));
  const components = (of: Scenario) =>
    (of.losses.radiationComponents ?? [])
      .map((one) => `${one.name} ${one.temperature_K} K ${one.energyDensity_eV_cm3} eV cm⁻³`)
      .join(', ');
  if (origin.losses.radiationField === 'custom' && scenario.losses.radiationField === 'custom') {
    add('losses.radiationComponents', 'blackbodies', components(origin), components(scenario));
  }
  add('background.model', 'background', origin.background.model, scenario.background.model);
  add('fit.dataset', 'data set', origin.fit.dataset, scenario.fit.dataset);
  add('fit.energyRange_GeV', 'fit range', energies(origin.fit.energyRange_GeV), energies(scenario.fit.energyRange_GeV));
  return found;
}

/** The origin's scenario with what is free in the fit now. */
export function withOriginValues(scenario: Scenario, origin: Scenario): Scenario {
  const allowed = freePaths(origin);
  return { ...origin, fit: { ...origin.fit, free: scenario.fit.free.filter((path) => allowed.includes(path)) } };
}
