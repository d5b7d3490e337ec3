/** BibTeX of exactly the data, models and methods that a scenario uses. */
import type { Scenario } from '../model/scenario.ts';
import { type CitationParts, citationParts } from './citationText.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { PROGRAM, PROGRAM_TEXT } from './program.ts';
import { resultLines, scenarioBlock } from './provenance.ts';
import { type CitedWork, KNOWN_WORKS, type Work, worksOf } from './references.ts';

/** One work with everything that it is cited for. */
interface Entry {
  readonly text: string;
  readonly doi: string;
  readonly parts: CitationParts | null;
  readonly uses: readonly string[];
}

const JOURNALS: Readonly<Record<string, string>> = {
  PRL: 'Phys. Rev. Lett.',
  PRD: 'Phys. Rev. D',
  RMP: 'Rev. Mod. Phys.',
  MNRAS: 'Mon. Not. R. Astron. Soc.',
  ApJ: 'Astrophys. J.',
  AJ: 'Astron. J.',
  'ARA&A': 'Annu. Rev. Astron. Astrophys.',
  'A&A': 'Astron. Astrophys.',
  EPJC: 'Eur. Phys. J. C',
};

/** The parts of a work, its title from wherever it stands. */
function partsOf({ text, title }: Work): CitationParts | null {
  const parts = citationParts(text);
  return parts === null || title === undefined ? parts : { ...parts, title };
}

/** The same work has the same place in the same journal, however it is written. */
function identity({ text, doi }: Work, parts: CitationParts | null): string {
  if (parts?.journal) return `${parts.journal} ${parts.volume} ${parts.pages}`;
  return parts?.eprint ?? (doi || text);
}

const KNOWN = new Map(KNOWN_WORKS.map((work) => [identity(work, partsOf(work)), work]));

/** One entry for every work, with its title if that is known. */
function entriesOf(works: readonly CitedWork[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const work of works) {
    const ownParts = partsOf(work);
    const key = identity(work, ownParts);
    const known = KNOWN.get(key);
    const best = known === undefined || ownParts?.title ? work : known;
    const old = found.get(key);
    found.set(key, {
      text: best.text,
      parts: partsOf(best),
      doi: work.doi || known?.doi || '',
      uses: [...new Set([...(old?.uses ?? []), work.use])],
    });
  }
  return [...found.values()];
}

const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '"',
  '\u030a': 'r ',
  '\u030c': 'v ',
};
const LETTERS: Readonly<Record<string, string>> = {
  ß: '{\\ss}',
  ø: '{\\o}',
  '–': '--',
  '—': '---',
  '’': "'",
  γ: '$\\gamma$',
  '⁺': '$^+$',
  '⁻': '$^-$',
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

/** Text as TeX sets it, in ASCII wherever TeX has a way to write it. */
export function texText(text: string): string {
  return text.normalize('NFC').replace(/[&%$#_\\~^{}]|[^\x20-\x7e]/gu, (letter) => {
    const replaced = LETTERS[letter];
    if (replaced !== undefined) return replaced;
    if (letter <= '\x7e') return `\\${letter}`;
    const [base = '', mark = ''] = letter.normalize('NFD');
    const accent = ACCENTS[mark];
    return accent === undefined ? letter : `{\\${accent}${base}}`;
  });
}

const author = (name: string) => (name.includes(' ') ? `{${texText(name)}}` : texText(name));

function fieldsOf({ text, doi, parts }: Entry): readonly (readonly [string, string | null])[] {
  if (parts === null) {
    const year = /\((\d{4})\)$/.exec(text)?.[1] ?? null;
    return [
      ['note', texText(text)],
      ['year', year],
      ['doi', doi || null],
    ];
  }
  const { authors, collaboration, title, journal, volume, pages, eprint, year, note } = parts;
  return [
    ['author', authors.length > 0 ? authors.map(author).join(' and ') : `{${texText(collaboration ?? '')}}`],
    ['collaboration', authors.length > 0 && collaboration !== null ? texText(collaboration) : null],
    ['title', title === null ? null : `{${texText(title)}}`],
    ['journal', journal === null ? null : texText(JOURNALS[journal] ?? journal)],
    ['volume', volume],
    ['pages', pages],
    ['year', year],
    ['eprint', eprint],
    ['archiveprefix', eprint === null ? null : 'arXiv'],
    ['doi', doi || null],
    ['note', note === null ? null : texText(note)],
  ];
}

function keyOf({ text, parts }: Entry): string {
  const name = parts?.authors[0] ?? parts?.collaboration ?? text.split(/[ ,]/, 1)[0] ?? '';
  const year = parts?.year ?? /\((\d{4})\)/.exec(text)?.[1] ?? '';
  return `${name.normalize('NFKD').replace(/[^A-Za-z]/g, '')}${year}`;
}

/** The same key again gets a letter: `Aguilar2019`, `Aguilar2019b`. */
function distinctKeys(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const key = keyOf(entry);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}${String.fromCharCode('a'.charCodeAt(0) + count - 1)}`;
  });
}

/** Outside of entries BibTeX takes every at sign for the start of one; an address has another way to write it. */
const comment = (line: string) => `% ${line.replaceAll('@', line.startsWith('link') ? '%40' : '(at)')}`;

function entryLines(type: string, key: string, fields: readonly (readonly [string, string | null])[]): string[] {
  const given = fields.filter((field): field is readonly [string, string] => field[1] !== null);
  return [`@${type}{${key},`, ...given.map(([name, value]) => `  ${name} = {${value}},`), '}'];
}

function softwareEntry({ date }: ExportContext): string[] {
  return entryLines('misc', 'GemingaLab', [
    ['author', '{The Geminga Lab developers}'],
    ['title', `{${PROGRAM.name}: cosmic-ray positrons from pulsar halos against the AMS-02 data}`],
    ['year', date?.slice(0, 4) ?? null],
    ['note', `version ${PROGRAM.version}${date === undefined ? '' : `, used on ${date}`}`],
  ]);
}

/** The bibliography of a scenario: the program, its data, its preset, its methods, each entry with what it is cited for. */
export function bibliography(scenario: Scenario, context: ExportContext): string {
  const { datasets = [], presetId, analyses } = context;
  const entries = entriesOf(worksOf(scenario, datasets, presetId, analyses));
  const keys = distinctKeys(entries);
  const lines = [
    ...resultLines('works that a scenario uses', scenario, context).map(comment),
    ...scenarioBlock(scenario, context, /[^\x20-\x7e]|@/g).map(comment),
    '',
    comment(PROGRAM_TEXT),
    ...softwareEntry(context),
    ...entries.flatMap((entry, index) => [
      '',
      comment(entry.uses.join('; ')),
      ...entryLines(entry.parts?.journal ? 'article' : 'misc', keys[index] as string, fieldsOf(entry)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The bibliography as a file. */
export function exportBibliography(scenario: Scenario, context: ExportContext = {}): ExportedFile {
  return textFile(exportStem(scenario, 'references', context.date), 'bib', bibliography(scenario, context));
}
