/** Rules of a measured table that stands in a scenario, and of what may name it; each throws one sentence. */
import { OWN_DATA_ID } from './datasetIds.ts';
import { InputError } from './inputError.ts';
import { faultOfPoint, OWN_COLUMNS, type OwnTable, pointOfOwnTable } from './ownTable.ts';
import type { Scenario } from './scenario.ts';

function refuse(path: string, sentence: string): never {
  throw new InputError(path, `${path} ${sentence}`);
}

/** A table that a person brought: columns of one length, points that make sense, sorted by energy. */
function checkTable(table: OwnTable): void {
  const path = 'ownData';
  const { energies_GeV, systematics, isUpperLimit, quantity, values } = table;
  const columns = [
    ...(Object.keys(OWN_COLUMNS) as (keyof typeof OWN_COLUMNS)[]).map((key) => [key, table[key]] as const),
    ['isUpperLimit', isUpperLimit] as const,
    ...systematics.map(({ name, errors }) => [`systematics[${name}].errors`, errors] as const),
  ];
  const points = energies_GeV.length;
  const uneven = columns.find(([, column]) => column.length !== points);
  if (uneven)
    refuse(`${path}.${uneven[0]}`, `has ${uneven[1].length} entries for ${points} energies; give one for every point.`);
  const names = systematics.map(({ name }) => name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0)
    refuse(`${path}.systematics[${twice}].name`, `is "${names[twice]}" again; give every component its own name.`);
  for (const [index, energy] of energies_GeV.entries()) {
    const fault = faultOfPoint(pointOfOwnTable(table, index));
    if (fault !== null) refuse(path, `holds a point, number ${index + 1}, that cannot be: ${fault}`);
    if (index > 0 && energy < (energies_GeV[index - 1] as number))
      refuse(`${path}.energies_GeV[${index}]`, `is ${energy} GeV, below the one before; sort the points by energy.`);
    if (quantity === 'positron-fraction' && (values[index] as number) >= 1)
      refuse(`${path}.values[${index}]`, `is ${values[index]}, but a fraction is below 1; give it not in per cent.`);
  }
}

/** Who names the own table: the fit whatever the program predicts, the electrons beside the positrons their own flux. */
function checkUse({ ownData, fit, electrons }: Scenario): void {
  const further = fit.furtherDatasets.indexOf(OWN_DATA_ID);
  const fitted = fit.dataset === OWN_DATA_ID ? 'fit.dataset' : further >= 0 ? `fit.furtherDatasets[${further}]` : null;
  const used = fitted ?? (electrons.flux === OWN_DATA_ID ? 'electrons.flux' : null);
  if (ownData === null) {
    if (used !== null) refuse(used, 'is "own", but ownData is null; give a table, or name another one.');
    return;
  }
  const areElectrons = ownData.quantity === 'electron-flux';
  if (fitted !== null && areElectrons)
    refuse(
      fitted,
      'is "own", but ownData is an electron flux, which the program does not predict; name another table.',
    );
  if (electrons.flux !== OWN_DATA_ID) return;
  const { energies_GeV, isUpperLimit } = ownData;
  if (!areElectrons) refuse('electrons.flux', `is "own", but ownData is no electron flux; name another table.`);
  const flat = energies_GeV.some((energy, i) => i > 0 && energy === energies_GeV[i - 1]);
  if (energies_GeV.length < 2 || flat || isUpperLimit.includes(true))
    refuse(
      'electrons.flux',
      'is "own", but a curve needs two points of ownData at least, each at its own energy, and no upper limit.',
    );
}

/** @throws {InputError} for columns that do not fit together, a point that cannot be, a name that leads nowhere */
export function checkOwnData(scenario: Scenario): void {
  if (scenario.ownData) checkTable(scenario.ownData);
  checkUse(scenario);
}
