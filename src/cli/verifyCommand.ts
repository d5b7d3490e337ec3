import type { Kernel } from '../kernel/kernel.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Difference } from '../verify/compareValues.ts';
import { FAMILIES } from '../verify/families.ts';
import { type ReferenceDocument, readReferenceDocument } from '../verify/referenceDocument.ts';
import { shippedCases } from '../verify/shippedCases.ts';
import { type CaseVerdict, verifyEach } from '../verify/verifyCases.ts';
import { referenceDocumentText } from '../verify/writeCases.ts';
import { type Command, DONE, NOT_VALID } from './command.ts';
import { placeOf, readText, writeFiles } from './files.ts';
import type { Io } from './io.ts';
import { outputEnding } from './output.ts';
import { breathe } from './progressLine.ts';

interface CaseFile {
  readonly file: string;
  readonly document: ReferenceDocument;
}

function worstText({ place, reference, computed, difference, allowed }: Difference): string {
  if (!Number.isFinite(difference))
    return `${place} is ${JSON.stringify(computed)} instead of ${JSON.stringify(reference)}`;
  return `worst ${difference.toExponential(1)} of ${allowed.toExponential(0)} allowed, at ${place}`;
}

function verdictLine({ family, id, comparison }: CaseVerdict): string {
  const name = `${family} ${id}`.padEnd(40);
  if (comparison === null) return `computed  ${name}  no values to compare with`;
  const { passed, compared, worst } = comparison;
  return `${passed ? 'ok      ' : 'FAILED  '}  ${name}  ${compared} values${worst === null ? '' : `, ${worstText(worst)}`}`;
}

async function verifyFile(kernel: Kernel, { file, document }: CaseFile, say: (text: string) => void) {
  const verdicts: CaseVerdict[] = [];
  const steps = verifyEach(kernel, document, file);
  for (;;) {
    const step = steps.next();
    if (step.done) return { verdicts, document: step.value };
    verdicts.push(step.value);
    say(`${verdictLine(step.value)}\n`);
    await breathe();
  }
}

async function readCaseFiles(paths: readonly string[], io: Io): Promise<CaseFile[]> {
  if (paths.length === 0) return shippedCases();
  const files: CaseFile[] = [];
  for (const path of paths)
    files.push({ file: placeOf(path), document: readReferenceDocument(await readText(path, io), placeOf(path)) });
  return files;
}

function summary(verdicts: readonly CaseVerdict[]): string {
  const compared = verdicts.filter(({ comparison }) => comparison !== null);
  const failed = compared.filter(({ comparison }) => comparison?.passed === false);
  const filled = verdicts.length - compared.length;
  return [
    `${compared.length - failed.length} of ${compared.length} cases agree with their values`,
    ...(failed.length > 0 ? [`${failed.length} FAILED`] : []),
    ...(filled > 0 ? [`${filled} had no values and were computed`] : []),
  ].join('; ');
}

const hasValues = ({ document }: CaseFile) =>
  document.cases.some((referenceCase) => (referenceCase['values'] ?? null) !== null);

export const verifyCommand: Command = {
  name: 'verify',
  usage: '[CASES.json ...] [--out FILE]',
  summary: 'check this installation against reference cases, or compute cases',
  details: [
    'Without a file the cases that come with the program are run. One line per case says how far the worst value is off',
    '(relative; spectra below 1e-6 of the largest E^3-weighted value are compared with that floor).',
    'Cases without values are computed; a file in which no case holds values is written with them to --out, or to standard output.',
    'With --out a file that holds values is written too, with whatever it lacks filled in.',
    'The exit status is 1 when a case fails.',
    `Families: ${FAMILIES.map(({ name }) => name).join(', ')}; a case of another one is an error.`,
  ],
  options: {
    out: {
      value: 'FILE',
      about: 'write the one file of cases with its values, as JSON (.json, or - for standard output)',
    },
  },
  maxPositionals: Number.POSITIVE_INFINITY,
  async run(args, io) {
    const files = await readCaseFiles(args.positionals, io);
    const out = args.option('out') ?? (files.length > 0 && files.every((file) => !hasValues(file)) ? '-' : undefined);
    if (out !== undefined && files.length !== 1) {
      throw new InputError(
        '--out',
        `${files.length} files of cases cannot be written as one; give one file of cases at a time.`,
      );
    }
    if (out !== undefined && out !== '-') outputEnding(out, ['json']);
    const say = out === '-' ? io.stderr : io.stdout;
    const kernel = await loadNodeKernel();
    const verdicts: CaseVerdict[] = [];
    for (const file of files) {
      const result = await verifyFile(kernel, file, say);
      verdicts.push(...result.verdicts);
      if (out === undefined) continue;
      const text = referenceDocumentText(result.document);
      if (out === '-') io.stdout(text);
      else await writeFiles([{ path: out, bytes: new TextEncoder().encode(text) }], io);
    }
    say(`${summary(verdicts)}\n`);
    return verdicts.some(({ comparison }) => comparison?.passed === false) ? NOT_VALID : DONE;
  },
};
