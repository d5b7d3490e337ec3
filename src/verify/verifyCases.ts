/** Evaluates reference cases, compares where a case holds values, and fills them in where it does not. */
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import { type ComparisonResult, compareValues } from './compareValues.ts';
import { familyOf } from './families.ts';
import type { CaseOutputs, Family } from './family.ts';
import { CaseReader, KEYS_ABOUT_TABLE, type ReferenceCase, type ReferenceDocument } from './referenceDocument.ts';

/** What became of one case. */
export interface CaseVerdict {
  readonly family: string;
  readonly id: string;
  /** Null where the case held no values to compare with. */
  readonly comparison: ComparisonResult | null;
}

const isAbsent = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** The outputs that a case holds, without what describes the table itself or is marked as absent. */
function heldOutputs(referenceCase: ReferenceCase, family: Family): Record<string, unknown> {
  const held = Object.fromEntries(
    family.outputs.filter((key) => !isAbsent(referenceCase[key])).map((key) => [key, referenceCase[key]]),
  );
  const values = held['values'];
  if (typeof values !== 'object' || Array.isArray(values)) return held;
  const comparable = ([key, value]: [string, unknown]) =>
    !family.tableOnly?.includes(key) && !(value === null && family.mayLack?.includes(key));
  return { ...held, values: Object.fromEntries(Object.entries(values as object).filter(comparable)) };
}

/** The case with the outputs that it lacks, placed as the shipped files have them. */
function filledIn(referenceCase: ReferenceCase, family: Family, outputs: CaseOutputs): ReferenceCase {
  const isOutput = (key: string) => family.outputs.includes(key);
  const given = Object.keys(referenceCase);
  const keys = given.filter((key) => !isOutput(key) && !KEYS_ABOUT_TABLE.includes(key));
  for (const output of family.outputs) {
    const before = family.outputAfter?.[output];
    keys.splice(before === undefined ? keys.length : keys.indexOf(before) + 1, 0, output);
  }
  keys.push(...KEYS_ABOUT_TABLE.filter((key) => given.includes(key)));
  const contentOf = (key: string) =>
    isOutput(key) && isAbsent(referenceCase[key]) ? outputs[key] : referenceCase[key];
  return Object.fromEntries(keys.map((key) => [key, contentOf(key)])) as ReferenceCase;
}

function onlyKnownValues(held: Readonly<Record<string, unknown>>, outputs: CaseOutputs, place: string): void {
  const [given, computed] = [held['values'], outputs['values']];
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return;
  const unknown = Object.keys(given).find((key) => !(key in (computed as object)));
  if (unknown !== undefined) {
    throw new InputError(
      place,
      `values of ${place} hold "${unknown}", which this version does not compute; correct its spelling or remove it.`,
    );
  }
}

function verifyCase(kernel: Kernel, referenceCase: ReferenceCase, family: Family, file: string) {
  const reader = new CaseReader(referenceCase, file);
  const outputs = reader.within(() => family.evaluate(kernel, reader));
  const held = heldOutputs(referenceCase, family);
  onlyKnownValues(held, outputs, reader.place);
  const energies = 'energies_GeV' in referenceCase ? reader.positives('energies_GeV') : undefined;
  const comparison = 'values' in held ? compareValues(held, outputs, family.rule, energies) : null;
  return {
    verdict: { family: family.name, id: referenceCase.id, comparison },
    filled: filledIn(referenceCase, family, outputs),
  };
}

/**
 * Evaluates the cases of a document one after the other.
 *
 * @param file names the document in messages
 * @returns a generator that yields a verdict per case and returns the document with every missing output filled in
 * @throws {InputError} before anything is computed when a case is of an unknown family or has an unknown parameter
 */
export function* verifyEach(
  kernel: Kernel,
  document: ReferenceDocument,
  file: string,
): Generator<CaseVerdict, ReferenceDocument> {
  const families = document.cases.map((referenceCase) => familyOf(referenceCase, document, file));
  const cases: ReferenceCase[] = [];
  for (const [index, referenceCase] of document.cases.entries()) {
    const { verdict, filled } = verifyCase(kernel, referenceCase, families[index] as Family, file);
    cases.push(filled);
    yield verdict;
  }
  return { ...document, cases };
}

/** The same in one go. */
export function verifyCases(
  kernel: Kernel,
  document: ReferenceDocument,
  file: string,
): { document: ReferenceDocument; verdicts: CaseVerdict[] } {
  const verdicts: CaseVerdict[] = [];
  const steps = verifyEach(kernel, document, file);
  for (;;) {
    const step = steps.next();
    if (step.done) return { document: step.value, verdicts };
    verdicts.push(step.value);
  }
}
