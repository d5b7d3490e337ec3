/** A command of the terminal: what it takes, what its help says, what it does. */
import { parseArgs } from 'node:util';
import { InputError } from '../model/inputError.ts';
import type { Io } from './io.ts';

export interface OptionDeclaration {
  /** What stands after the option, `FILE` for instance; absent for a switch. */
  readonly value?: string;
  /** What may stand after the option and an equals sign, as in `--profile=PATH`; without it the option is a switch. */
  readonly optionalValue?: string;
  readonly about: string;
  /** May be given several times. */
  readonly repeatable?: boolean;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** The value of an option, or undefined. */
  readonly option: (name: string) => string | undefined;
  /** All values of a repeatable option. */
  readonly all: (name: string) => readonly string[];
}

export interface Command {
  readonly name: string;
  /** What follows the name on the command line. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More, for `geminga help NAME`. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionDeclaration>>;
  readonly maxPositionals: number;
  /** @returns the exit status: 0 done, 1 computed but not valid */
  readonly run: (args: Arguments, io: Io) => Promise<number>;
}

/** Done. */
export const DONE = 0;
/** Computed, but the result is not valid. */
export const NOT_VALID = 1;
/** Bad input. */
export const BAD_INPUT = 2;
/** Ended by an interrupt, as shells count it. */
export const INTERRUPTED = 130;

const HELP: OptionDeclaration = { about: 'show this help' };

/** Every option of a command, `--help` included. */
export function optionsOf(command: Command): Readonly<Record<string, OptionDeclaration>> {
  return { ...command.options, help: HELP };
}

function parseArgsOptions(options: Readonly<Record<string, OptionDeclaration>>) {
  const entries = Object.entries(options).map(([name, { value }]) => {
    const type = value === undefined ? ('boolean' as const) : ('string' as const);
    return [name, name === 'help' ? { type, short: 'h' } : { type }] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * Reads the arguments of a command.
 *
 * @returns null when help was asked for
 * @throws {InputError} for an unknown option, a missing or superfluous value, an option given twice, too many arguments
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments | null {
  const options = optionsOf(command);
  const refuse = (what: string, advice: string): never => {
    throw new InputError(what, `${what} ${advice}; see "geminga help ${command.name}".`);
  };
  const { tokens } = parseArgs({
    args: [...argv],
    options: parseArgsOptions(options),
    allowPositionals: true,
    // Its own messages would speak of what users of the program never see.
    strict: false,
    tokens: true,
  });
  const values: Record<string, string[]> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const known = Object.keys(options)
      .map((name) => `--${name}`)
      .join(', ');
    if (option === undefined)
      return refuse(token.rawName, `is no option of "geminga ${command.name}"; it has ${known}`);
    if (option.value !== undefined && (token.value === undefined || token.value === ''))
      refuse(token.rawName, `needs a value, ${option.value}`);
    const mayHaveValue = option.value !== undefined || option.optionalValue !== undefined;
    if (!mayHaveValue && token.value !== undefined) refuse(token.rawName, 'takes no value');
    if (token.name === 'help') return null;
    const given = values[token.name] ?? [];
    if (given.length > 0 && !option.repeatable) refuse(token.rawName, 'is given twice; give it once');
    values[token.name] = [...given, token.value ?? ''];
  }
  const superfluous = positionals[command.maxPositionals];
  if (superfluous !== undefined) {
    refuse(
      `"${superfluous}"`,
      `is one argument too many for "geminga ${command.name}", which takes ${command.maxPositionals || 'none'}`,
    );
  }
  return { positionals, option: (name) => values[name]?.[0], all: (name) => values[name] ?? [] };
}
