/** What can become of a call to the pool other than a result. */
import { InputError } from '../model/inputError.ts';
import type { Outcome } from './protocol.ts';

/** A newer evaluation took the place of this one before it began; nothing is wrong. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';

  constructor() {
    super('a newer evaluation took the place of this one.');
  }
}

/** The caller cancelled the call, or closed the pool; carries the name that the platform gives to aborted work. */
export class CancelledError extends Error {
  override readonly name = 'AbortError';

  constructor(sentence = 'the computation was cancelled.') {
    super(sentence);
  }
}

/** What can befall kernel and workers, one sentence each; other languages follow its shape. */
export const troubleSentences = {
  silent: (patience_s: number) => `the worker did not answer within ${patience_s} s and was replaced.`,
  died: (reason: string) => `the worker died in mid-computation: ${reason}.`,
  noneStarted: (attempts: number, reason: string) => `no worker can be started, after ${attempts} attempts: ${reason}.`,
  noKernel: (reason: string) => `the kernel cannot be loaded (${reason}); check the connection and reload the page.`,
};
export type TroubleSentences = typeof troubleSentences;

/** Kernel or workers are in trouble, by what is said of it. */
export class TroubleError<Id extends keyof TroubleSentences = keyof TroubleSentences> extends Error {
  readonly said: { readonly id: Id; readonly values: Parameters<TroubleSentences[Id]> };

  constructor(id: Id, ...values: Parameters<TroubleSentences[Id]>) {
    super((troubleSentences[id] as (...values: readonly unknown[]) => string)(...values));
    this.said = { id, values };
  }
}

/** The worker ended before it answered, or none could be started. */
export class WorkerCrashedError extends TroubleError {
  override readonly name = 'WorkerCrashedError';
}

type FailureData = Extract<Outcome<unknown>, { ok: false }>['error'];

/** An error as data that survives the way between threads. */
export function errorToData(error: unknown): FailureData {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), path: '' };
  const { name, message } = error;
  return error instanceof InputError
    ? { name, message, path: error.path, said: error.said }
    : { name, message, path: '' };
}

/** The inverse of `errorToData`: errors that callers tell apart get their class back, all others keep their name. */
export function errorFromData({ name, message, path, said }: FailureData): Error {
  if (name === 'InputError') return new InputError(path, message, said ?? null);
  if (name === 'AbortError') return new CancelledError(message);
  const error = new Error(message);
  error.name = name;
  return error;
}
