/** Positrons made per atom of the interstellar gas, from the table that scripts/secondaries computes. */
import type { SecondariesBackground } from '../model/scenario.ts';
import text from './secondaryTables/positron_emissivity.csv?raw';

/** ln(emissivity per target atom [GeV^-1 s^-1]) at energies even in ln E. */
export interface PositronEmissivity {
  readonly firstEnergy_GeV: number;
  readonly lastEnergy_GeV: number;
  readonly logOfHydrogen: Float64Array;
  readonly logOfHelium: Float64Array;
}

const [header, ...rows] = text
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(',')) as [string[], ...string[][]];

function column(name: string): Float64Array {
  const index = header.indexOf(name);
  if (index < 0) throw new Error(`positron_emissivity.csv has no column ${name}`);
  return Float64Array.from(rows, (row) => Number(row[index]));
}

/** What the named spectra of protons and helium nuclei make. */
export function positronEmissivity(primarySpectra: SecondariesBackground['primarySpectra']): PositronEmissivity {
  const energies = column('E_GeV');
  return {
    firstEnergy_GeV: energies[0] as number,
    lastEnergy_GeV: energies.at(-1) as number,
    logOfHydrogen: column(`${primarySpectra}:H`),
    logOfHelium: column(`${primarySpectra}:He`),
  };
}
