/** The curves of tests/physics/published/, and the propagation that they are named after. */
import { readFileSync } from 'node:fs';
import type { Propagation } from '../../src/model/scenario.ts';
import { KILOYEAR_s, PARSEC_cm } from '../../src/model/units.ts';
import { powerLawDiffusion } from '../support.ts';

/** Rows of numbers; lines that begin with # describe them, the first other one names the columns. */
export function publishedRows(file: string): number[][] {
  return readFileSync(new URL(`./published/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split(',').map(Number));
}

const KILOPARSEC_cm = 1e3 * PARSEC_cm;

/** MED: 0.0112 kpc^2/Myr at 1 GeV (3.38e27 cm^2/s), slope 0.70, 4 kpc; as commonly quoted, not held against the papers. */
export const MED: Propagation = powerLawDiffusion((0.0112 * KILOPARSEC_cm * KILOPARSEC_cm) / (1e3 * KILOYEAR_s), 0.7);
