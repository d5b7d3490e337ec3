/** Files of reference cases: their shape, and strict reading of what a case holds. */
import { KernelError } from '../kernel/kernelError.ts';
import { InputError, quoteValue } from '../model/inputError.ts';

export interface ReferenceCase {
  readonly id: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** One family of cases, as tests/physics/reference holds them. */
export interface ReferenceDocument {
  readonly cases: readonly ReferenceCase[];
  readonly [key: string]: unknown;
}

/** Keys of a case that describe how its table was made: neither input nor computed. */
export const KEYS_ABOUT_TABLE: readonly string[] = [
  'volumeIntegralCheck',
  'pdeCheckWorstRelativeDifference',
  'relativeUncertainty',
];

const HEAD_KEYS = ['quantity', 'unit', 'spec', 'note', 'cases'];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the text of a file of cases.
 *
 * @param place names the file in messages
 * @throws {InputError} when the text is no JSON or lacks what every such file has
 */
export function readReferenceDocument(json: string, place: string): ReferenceDocument {
  let document: unknown;
  try {
    document = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(place, `${place} is not JSON (${(error as Error).message}); give a file of reference cases.`);
  }
  if (!isObject(document) || !Array.isArray(document['cases'])) {
    throw new InputError(place, `${place} has no list "cases"; give a file of reference cases.`);
  }
  const unknown = Object.keys(document).find((key) => !HEAD_KEYS.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      place,
      `${place} has the unknown key "${unknown}"; allowed are ${HEAD_KEYS.join(', ')}; correct or remove it.`,
    );
  }
  const ids = new Set<string>();
  for (const [index, item] of document['cases'].entries()) {
    if (!isObject(item) || typeof item['id'] !== 'string' || !isObject(item['parameters'])) {
      throw new InputError(place, `cases[${index}] of ${place} has no text "id" or no object "parameters"; add them.`);
    }
    if (ids.has(item['id']))
      throw new InputError(place, `${place} has two cases "${item['id']}"; give every case its own id.`);
    ids.add(item['id']);
  }
  return document as unknown as ReferenceDocument;
}

/** Reads the inputs of one case; every refusal names the case. */
export class CaseReader {
  readonly #case: ReferenceCase;
  /** `case "hooper2017" of losses.json` */
  readonly place: string;

  constructor(referenceCase: ReferenceCase, file: string) {
    this.#case = referenceCase;
    this.place = `case "${referenceCase.id}" of ${file}`;
  }

  get parameters(): Readonly<Record<string, unknown>> {
    return this.#case.parameters;
  }

  refuse(what: string, value: unknown, allowed: string): never {
    throw new InputError(
      this.place,
      `${what} of ${this.place} is ${quoteValue(value)}, but must be ${allowed}; change it.`,
    );
  }

  /** Adds the case to the sentence of whatever the work refuses, if it does not name it. */
  within<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      // The fit's routines refuse vectors that do not belong together with a RangeError, the kernel what it cannot compute.
      if (error instanceof InputError || error instanceof RangeError || error instanceof KernelError) {
        const { message } = error;
        const sentence = message.includes(this.place) ? message : `${this.place}: ${message}`;
        throw new InputError(error instanceof InputError ? error.path : this.place, sentence);
      }
      throw error;
    }
  }

  /** A list of finite numbers, in `length` entries where that is given. */
  numbers(key: string, length?: number): Float64Array {
    return this.#numberList(key, this.#case[key], length);
  }

  /** A list of positive numbers: energies, widths, errors. */
  positives(key: string, length?: number): Float64Array {
    const numbers = this.numbers(key, length);
    const index = numbers.findIndex((value) => value <= 0);
    if (index >= 0) this.refuse(`${key}[${index}]`, numbers[index], 'above 0');
    return numbers;
  }

  /** Energies in GeV inside the range in which the kernel is right. */
  energies(key: string, limits: readonly [number, number], length?: number): Float64Array {
    return this.numbersWithin(key, limits, 'GeV', length);
  }

  /** A list of numbers inside a range. */
  numbersWithin(
    key: string,
    [lowest, highest]: readonly [number, number],
    unit: string,
    length?: number,
  ): Float64Array {
    const numbers = this.numbers(key, length);
    const index = numbers.findIndex((value) => value < lowest || value > highest);
    if (index >= 0) this.refuse(`${key}[${index}]`, numbers[index], `from ${lowest} to ${highest} ${unit}`.trim());
    return numbers;
  }

  /** A matrix as a list of rows of equal length. */
  rows(key: string): Float64Array[] {
    const rows = this.#case[key];
    if (!Array.isArray(rows) || rows.length === 0) this.refuse(key, rows, 'a list of rows');
    const width = Array.isArray(rows[0]) ? rows[0].length : 0;
    return rows.map((row, index) => this.#numberList(`${key}[${index}]`, row, width));
  }

  /** A finite number among the parameters. */
  parameter(key: string): number {
    const value = this.parameters[key];
    if (typeof value !== 'number' || !Number.isFinite(value)) this.refuse(`parameters.${key}`, value, 'a number');
    return value;
  }

  /** A number inside a range among the parameters. */
  parameterWithin(key: string, [lowest, highest]: readonly [number, number], unit: string): number {
    const value = this.parameter(key);
    if (value < lowest || value > highest)
      this.refuse(`parameters.${key}`, value, `from ${lowest} to ${highest} ${unit}`.trim());
    return value;
  }

  /** One of a few words among the parameters. */
  choice<Word extends string>(key: string, words: readonly Word[]): Word {
    const value = this.parameters[key];
    const plain = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
    if (!words.includes(plain as Word)) this.refuse(`parameters.${key}`, value, `one of "${words.join('", "')}"`);
    return plain as Word;
  }

  #numberList(what: string, list: unknown, length?: number): Float64Array {
    if (!Array.isArray(list) || list.length === 0) this.refuse(what, list, 'a list of numbers');
    if (length !== undefined && list.length !== length) this.refuse(what, list, `a list of ${length} numbers`);
    const index = list.findIndex((value) => typeof value !== 'number' || !Number.isFinite(value));
    if (index >= 0) this.refuse(`${what}[${index}]`, list[index], 'a number');
    return Float64Array.from(list as number[]);
  }
}
