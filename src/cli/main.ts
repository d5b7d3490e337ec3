/** The command line: finds the command, runs it, turns what went wrong into one sentence and an exit status. */
import { InputError } from '../model/inputError.ts';
import { catalogueCommand } from './catalogueCommand.ts';
import { BAD_INPUT, type Command, DONE, readArguments } from './command.ts';
import { fitCommand } from './fitCommand.ts';
import { commandHelp, overview, parametersHelp } from './helpText.ts';
import type { Io } from './io.ts';
import { predictCommand } from './predictCommand.ts';
import { presetsCommand } from './presetsCommand.ts';
import { sampleCommand } from './sampleCommand.ts';
import { schemaCommand } from './schemaCommand.ts';
import { verifyCommand } from './verifyCommand.ts';
import { versionCommand } from './versionCommand.ts';

/** Exit status for a fault of the program itself, as sysexits.h has it. */
const INTERNAL_FAULT = 70;

const helpCommand: Command = {
  name: 'help',
  usage: '[COMMAND | parameters]',
  summary: 'this list, a command in detail, or all parameters of a scenario',
  details: [],
  options: {},
  maxPositionals: 1,
  async run({ positionals: [topic] }, io) {
    if (topic === undefined) io.stdout(overview(COMMANDS));
    else if (topic === 'parameters') io.stdout(parametersHelp());
    else io.stdout(commandHelp(commandNamed(topic)));
    return DONE;
  },
};

const COMMANDS: readonly Command[] = [
  predictCommand,
  fitCommand,
  sampleCommand,
  verifyCommand,
  catalogueCommand,
  presetsCommand,
  schemaCommand,
  versionCommand,
  helpCommand,
];

/** What a person typed may stand in a sentence, but neither break its line nor steer the terminal. */
const inOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** Options in place of a command, as people try them. */
const ALIASES: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-V': 'version',
};

function commandNamed(name: string): Command {
  const command = COMMANDS.find((candidate) => candidate.name === (ALIASES[name] ?? name));
  if (command === undefined) {
    throw new InputError(
      'COMMAND',
      `"${name}" is no command of geminga; the commands are ${COMMANDS.map((known) => known.name).join(', ')}.`,
    );
  }
  return command;
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name = 'help', ...rest] = argv;
  const command = commandNamed(name);
  const args = readArguments(command, rest);
  if (args !== null) return command.run(args, io);
  io.stdout(commandHelp(command));
  return DONE;
}

/**
 * Runs one command line.
 *
 * @param argv what stands after the program's name
 * @returns the exit status: 0 done, 1 computed but not valid, 2 bad input, 70 a fault of the program
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    if (error instanceof InputError) {
      io.stderr(`geminga: ${inOneLine(error.message)}\n`);
      return BAD_INPUT;
    }
    io.stderr(
      `geminga: this is a fault of the program, please report it with your command: ${inOneLine(String(error))}\n`,
    );
    return INTERNAL_FAULT;
  }
}
