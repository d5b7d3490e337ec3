/** Reading of a case that describes a fit: what is fixed, what is free inside which bounds, which data. */

import { pointsInRange } from '../../analysis/goodness.ts';
import { dataset } from '../../data/datasets.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { parseScenario } from '../../model/readScenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { PUBLISHED_DIFFUSE_TERM } from '../../predict/ams02Formula.ts';
import { LOSSES_NAMES, PROPAGATION_NAMES, PULSAR_NAMES, pathOfCaseParameter, scenarioOfCase } from '../caseScenario.ts';
import type { CaseReader } from '../referenceDocument.ts';
import { ERRORS } from './chiSquared.ts';

export interface FitCase {
  /** Fit choice included: free paths in the order of the case, energy range. */
  readonly scenario: Scenario;
  readonly data: Dataset;
  /** Mean energies of the chosen bins, GeV. */
  readonly energies: Float64Array;
  /** Free parameters as the case calls them, and where they stand in the scenario. */
  readonly names: readonly string[];
  readonly paths: readonly string[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly starts: readonly Float64Array[];
}

const SUN_NAME = 'modulationPotential_MV';
const SECONDARY_NAME = 'secondaryNormalisation';
/** Everything that may stand in `fixed` or be free. */
const NAMES = [...PULSAR_NAMES, ...PROPAGATION_NAMES, ...LOSSES_NAMES, SUN_NAME, SECONDARY_NAME];
/** The energy at which the published diffuse term is given. */
const DIFFUSE_PIVOT_GeV = 7;

type Named = Readonly<Record<string, unknown>>;
const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

interface FreeParameter {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
}

function readFree(reader: CaseReader): FreeParameter[] {
  const free = reader.parameters['free'];
  if (!Array.isArray(free) || free.length === 0) reader.refuse('parameters.free', free, 'a list of free parameters');
  return free.map((entry: unknown, index) => {
    const place = `parameters.free[${index}]`;
    if (!isNamed(entry) || typeof entry['name'] !== 'string' || !finite(entry['lower']) || !finite(entry['upper'])) {
      return reader.refuse(place, entry, 'an object with name, lower and upper');
    }
    const { name, lower, upper } = entry as unknown as FreeParameter;
    if (!NAMES.includes(name)) reader.refuse(`${place}.name`, name, `one of ${NAMES.join(', ')}`);
    if (lower >= upper) reader.refuse(`${place}.lower`, lower, `below the upper bound, ${upper}`);
    return { name, lower, upper };
  });
}

function readStarts(reader: CaseReader, free: readonly FreeParameter[]): Float64Array[] {
  const starts = reader.parameters['starts'];
  if (!Array.isArray(starts) || starts.length === 0)
    reader.refuse('parameters.starts', starts, 'a list of starting points');
  return starts.map((start: unknown, index) => {
    const inside = (value: unknown, at: number) => {
      const parameter = free[at] as FreeParameter;
      return finite(value) && value >= parameter.lower && value <= parameter.upper;
    };
    if (!Array.isArray(start) || start.length !== free.length || !start.every(inside)) {
      return reader.refuse(`parameters.starts[${index}]`, start, `a list of ${free.length} numbers inside the bounds`);
    }
    return Float64Array.from(start as number[]);
  });
}

/** The parameters of every pulsar: the fitted one, then those of `otherSources`, which share propagation and losses. */
function readPulsars(reader: CaseReader, fixed: Named): Named[] {
  const others = reader.parameters['otherSources'] ?? [];
  if (!Array.isArray(others) || !others.every(isNamed))
    reader.refuse('parameters.otherSources', others, 'a list of objects');
  for (const [index, other] of (others as Named[]).entries()) {
    for (const [name, value] of Object.entries(other)) {
      const place = `parameters.otherSources[${index}].${name}`;
      if (PULSAR_NAMES.includes(name)) continue;
      if (!NAMES.includes(name))
        reader.refuse(place, value, `a parameter of a pulsar; they are ${PULSAR_NAMES.join(', ')}`);
      if (JSON.stringify(value) !== JSON.stringify(fixed[name]))
        reader.refuse(place, value, 'the same as in parameters.fixed');
    }
  }
  return [fixed, ...(others as Named[])];
}

/** Only the published shape of the diffuse term is part of a scenario. */
function checkDiffuseTerm(reader: CaseReader): void {
  const term = reader.parameters['diffuseTerm'];
  const published = {
    Cd: PUBLISHED_DIFFUSE_TERM.coefficient,
    gd: -PUBLISHED_DIFFUSE_TERM.index,
    E1_GeV: DIFFUSE_PIVOT_GeV,
  };
  if (!isNamed(term)) {
    reader.refuse('parameters.diffuseTerm', term, 'an object with Cd, gd and E1_GeV');
    return;
  }
  for (const name of new Set([...Object.keys(term), ...Object.keys(published)])) {
    const value = published[name as keyof typeof published];
    if (term[name] !== value)
      reader.refuse(
        `parameters.diffuseTerm.${name}`,
        term[name],
        value === undefined ? 'left out' : `${value}, as published by AMS-02`,
      );
  }
}

function readData(reader: CaseReader): Dataset {
  const table = dataset('ams02-positrons-2021');
  const errors = reader.choice('errors', ERRORS);
  return errors === 'stat' ? { ...table, systError: new Float64Array(table.systError.length) } : table;
}

/** Reads the whole case. */
export function readFitCase(reader: CaseReader): FitCase {
  const { fixed } = reader.parameters;
  if (!isNamed(fixed)) return reader.refuse('parameters.fixed', fixed, 'an object');
  const unknown = Object.keys(fixed).find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    reader.refuse(`parameters.fixed.${unknown}`, fixed[unknown], 'left out: no parameter has this name');
  const free = readFree(reader);
  const starts = readStarts(reader, free);
  checkDiffuseTerm(reader);
  const given = { ...fixed, ...Object.fromEntries(free.map(({ name }, index) => [name, starts[0]?.[index]])) };
  const data = readData(reader);
  const min = reader.parameter('minEnergy_GeV');
  const max = reader.parameters['maxEnergy_GeV'] === undefined ? 1e6 : reader.parameter('maxEnergy_GeV');
  const paths = free.map(({ name }) => pathOfCaseParameter(name) as string);
  const built = scenarioOfCase({
    pulsars: readPulsars(reader, given),
    propagation: given,
    losses: given,
    diffuseTerm: given,
    sun: given,
  });
  const scenario = parseScenario({ ...built, fit: { ...built.fit, energyRange_GeV: [min, max], free: paths } });
  const inRange = pointsInRange(data, [min, max]);
  const energies = data.meanEnergy_GeV.filter((_, index) => inRange[index]);
  const listed = reader.positives('energies_GeV');
  if (listed.length !== energies.length || listed.some((energy, index) => energy !== energies[index])) {
    reader.refuse(
      'energies_GeV',
      Array.from(listed),
      `the ${energies.length} mean energies of ${data.label} from ${min} to ${max} GeV`,
    );
  }
  return {
    scenario,
    data,
    energies,
    names: free.map(({ name }) => name),
    paths,
    lower: Float64Array.from(free, ({ lower }) => lower),
    upper: Float64Array.from(free, ({ upper }) => upper),
    starts,
  };
}
