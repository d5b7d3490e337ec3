/** What names this program in every file that it writes. */
import { version } from '../../package.json';

export interface Program {
  readonly name: string;
  readonly version: string;
}

export const PROGRAM: Program = { name: 'Geminga Lab', version };

/** `Geminga Lab 0.1.0` */
export const PROGRAM_TEXT = `${PROGRAM.name} ${PROGRAM.version}`;
