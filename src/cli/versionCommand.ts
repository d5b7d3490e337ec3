import { PROGRAM_TEXT } from '../export/program.ts';
import { type Command, DONE } from './command.ts';

export const versionCommand: Command = {
  name: 'version',
  usage: '',
  summary: 'version of this program',
  details: [],
  options: {},
  maxPositionals: 0,
  async run(_, io) {
    io.stdout(`${PROGRAM_TEXT}\n`);
    return DONE;
  },
};
