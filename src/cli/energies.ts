/** --energies: a list, or a logarithmic grid. */
import { logarithmicGrid } from '../kernel/grid.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../model/parameters.ts';

const OPTION = '--energies';
/** Most energies in one table. */
export const MAX_ENERGIES = 100_000;
const [LOWEST, HIGHEST] = FLUX_ENERGY_LIMITS_GeV;
const GRID = 'grid:FROM:TO:COUNT';

export const ENERGIES_OPTION = {
  value: `10,100,1000 | ${GRID}`,
  about: `kinetic energies in GeV, from ${LOWEST} to ${HIGHEST}; a grid is logarithmic and holds both ends; default: the mean energies of the scenario's data set`,
} as const;

/** @throws {InputError} when the text is no decimal number */
function readNumber(text: string, what: string): number {
  const number = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) {
    throw new InputError(
      OPTION,
      `${what} of ${OPTION} is "${text}", but must be a number in GeV; write ${OPTION} 10,100,1000 or ${OPTION} ${GRID}.`,
    );
  }
  return number;
}

function readEnergy(text: string, what: string): number {
  const energy = readNumber(text, what);
  if (energy < LOWEST || energy > HIGHEST) {
    throw new InputError(
      OPTION,
      `${what} of ${OPTION} is ${energy} GeV, but must be from ${LOWEST} to ${HIGHEST} GeV; change it.`,
    );
  }
  return energy;
}

function readGrid(kernel: Kernel, text: string): Float64Array {
  const parts = text.split(':');
  if (parts.length !== 4) {
    throw new InputError(
      OPTION,
      `${OPTION} is "${text}", but a grid has three parts; write ${OPTION} ${GRID}, grid:1:1e4:200 for instance.`,
    );
  }
  const [from, to] = [readEnergy(parts[1] as string, 'the lower end'), readEnergy(parts[2] as string, 'the upper end')];
  const count = readNumber(parts[3] as string, 'the count');
  if (!Number.isInteger(count) || count < 2 || count > MAX_ENERGIES) {
    throw new InputError(
      OPTION,
      `the count of ${OPTION} is ${count}, but must be a whole number from 2 to ${MAX_ENERGIES}; change it.`,
    );
  }
  if (from >= to)
    throw new InputError(OPTION, `${OPTION} runs from ${from} to ${to} GeV, but must rise; exchange the ends.`);
  return logarithmicGrid(kernel, from, to, count);
}

/**
 * The energies that `--energies` asks for, in GeV, in the order given.
 *
 * @throws {InputError} for what is no number, outside the range, empty or too long
 */
export function readEnergies(kernel: Kernel, text: string): Float64Array {
  if (text.startsWith('grid')) return readGrid(kernel, text);
  const parts = text.split(',');
  if (parts.length > MAX_ENERGIES) {
    throw new InputError(
      OPTION,
      `${OPTION} lists ${parts.length} energies, but at most ${MAX_ENERGIES} are possible; shorten the list.`,
    );
  }
  return Float64Array.from(parts, (part, index) => readEnergy(part, `energy ${index + 1}`));
}
