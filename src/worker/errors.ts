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

/** The worker ended before it answered, or none could be started. */
export class WorkerCrashedError extends Error {
  override readonly name = 'WorkerCrashedError';
}

type FailureData = Extract<Outcome<unknown>, { ok: false }>['error'];

/** An error as data that survives the way between threads. */
export function errorToData(error: unknown): FailureData {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), path: '' };
  return { name: error.name, message: error.message, path: error instanceof InputError ? error.path : '' };
}

/** The inverse of `errorToData`: errors that callers tell apart get their class back, all others keep their name. */
export function errorFromData({ name, message, path }: FailureData): Error {
  if (name === 'InputError') return new InputError(path, message);
  if (name === 'AbortError') return new CancelledError(message);
  const error = new Error(message);
  error.name = name;
  return error;
}
