import { InputError } from '../model/inputError.ts';
import type { Arguments } from './command.ts';

/**
 * A whole number after an option, or undefined without it.
 *
 * @throws {InputError} for anything else
 */
export function wholeNumber(args: Arguments, name: string, least: number, most: number): number | undefined {
  const text = args.option(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new InputError(
      `--${name}`,
      `--${name} is "${text}", but must be a whole number from ${least} to ${most}; correct it.`,
    );
  }
  return value;
}

/** Largest seed of the generator of random numbers. */
export const LARGEST_SEED = 4294967295;
