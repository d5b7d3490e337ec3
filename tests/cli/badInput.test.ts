import { describe, expect, it } from 'vitest';
import { presetById } from '../../src/model/presets/presets.ts';
import { geminga, type Surroundings } from './harness.ts';

/** A table that says everything of itself. */
const MINE = [
  '# positrons, E [GeV], flux in GeV^-1 m^-2 s^-1 sr^-1',
  'E_lo,E_hi,E_mean,flux,stat,syst',
  '1,2,1.5,3,1,1',
  '',
].join('\n');

type Nested = Record<string, unknown>;
const good = presetById('geminga')?.scenario as unknown as Nested;

/** The preset with a change, as the text of a file. */
function changed(change: (scenario: Nested) => void): string {
  const copy = structuredClone(good);
  change(copy);
  return JSON.stringify(copy);
}

const withFile = (text: string): Surroundings => ({ files: { 'my.json': text } });
const set = (change: (scenario: Nested) => void) => withFile(changed(change));
/** The same for the first source. */
const setSource = (values: Nested) => set((s) => Object.assign((s['sources'] as Nested[])[0] as Nested, values));
const setBlock = (block: string, values: Nested) => set((s) => Object.assign(s[block] as Nested, values));

/** Arguments, what is there to read, and words that the sentence must hold: place, value, what is allowed, what to do. */
const CASES: readonly (readonly [
  title: string,
  argv: string[],
  surroundings: Surroundings,
  words: (string | RegExp)[],
])[] = [
  [
    'an unknown key',
    ['predict', 'my.json'],
    set((s) => Object.assign(s, { colour: 1 })),
    ['my.json', 'colour', 'not a key', 'remove'],
  ],
  [
    'an unknown key deep inside',
    ['predict', 'my.json'],
    setSource({ efficency: 0.1 }),
    ['sources[0].efficency', 'spelling'],
  ],
  [
    'a missing key',
    ['fit', 'my.json'],
    set((s) => delete (s['propagation'] as Nested)['delta']),
    ['propagation.delta', 'missing', 'add it'],
  ],
  [
    'a wrong type',
    ['predict', 'my.json'],
    setBlock('sun', { potential_MV: '600' }),
    ['sun.potential_MV', '"600"', 'from 0 to 5000 MV'],
  ],
  [
    'a value out of its physical range',
    ['predict', 'my.json'],
    setSource({ distance_pc: 0 }),
    ['sources[0].distance_pc', 'is 0', 'from 1 to 30000 pc'],
  ],
  [
    'null where a number must stand',
    ['predict', 'my.json'],
    setSource({ age_kyr: null }),
    ['sources[0].age_kyr', 'null', 'kyr'],
  ],
  [
    'NaN, which JSON does not have',
    ['predict', 'my.json'],
    withFile(JSON.stringify(good).replace(/"efficiency":[^,]+/, '"efficiency":NaN')),
    ['my.json', 'not JSON'],
  ],
  [
    'an overflowing number',
    ['predict', 'my.json'],
    withFile(JSON.stringify(good).replace(/"efficiency":[^,]+/, '"efficiency":1e999')),
    ['efficiency', 'Infinity', 'from 0 to 1000'],
  ],
  [
    'a newer version',
    ['predict', 'my.json'],
    set((s) => Object.assign(s, { version: 5 })),
    ['version is 5', 'newer', 'update'],
  ],
  [
    'another format',
    ['predict', 'my.json'],
    set((s) => Object.assign(s, { format: 'galdef' })),
    ['format', '"galdef"', 'geminga-scenario'],
  ],
  ['a list instead of a scenario', ['predict', 'my.json'], withFile('[]'), ['my.json', 'a list of 0']],
  [
    'half a file',
    ['predict', 'my.json'],
    withFile(JSON.stringify(good).slice(0, 200)),
    ['my.json', 'not JSON', 'save'],
  ],
  ['an empty standard input', ['predict', '-'], {}, ['standard input', 'not JSON']],
  ['a file that is not there', ['predict', 'gone.json'], {}, ['gone.json', 'no such file']],
  ['a preset that does not exist', ['fit', 'preset:vela'], {}, ['"vela"', 'geminga-hawc2017']],
  [
    'rules between keys',
    ['predict', 'my.json'],
    setSource({ breakEnergy_GeV: 500 }),
    ['breakEnergy_GeV', 'spectralIndex2', 'both'],
  ],

  ['no such command', ['simulate'], {}, ['"simulate"', 'predict, fit, sample, verify']],
  ['no such option', ['predict', '--colour', 'red'], {}, ['--colour', '--energies', 'geminga help predict']],
  ['an option without its value', ['predict', '--out'], {}, ['--out', 'FILE']],
  ['an option given twice', ['predict', '--out', 'a.csv', '--out', 'b.csv'], {}, ['--out', 'twice']],
  ['a switch with a value', ['version', '--help=yes'], {}, ['--help', 'no value']],
  ['too many arguments', ['predict', 'a.json', 'b.json'], {}, ['"b.json"', 'too many']],
  [
    'an unknown ending of --out',
    ['predict', '--out', 'spectrum.xlsx'],
    {},
    ['spectrum.xlsx', '.csv, .ecsv', 'or .zip'],
  ],
  ['--out without an ending', ['predict', '--out', 'spectrum'], {}, ['"spectrum"', '.csv, .ecsv', 'or .zip']],

  ['an energy that is no number', ['predict', '--energies', '10,ten'], {}, ['energy 2', '"ten"', 'GeV']],
  ['an empty energy', ['predict', '--energies', '10,,20'], {}, ['energy 2', '""']],
  ['an energy below the range', ['predict', '--energies', '0.001'], {}, ['0.001 GeV', 'from 0.05 to 10000000 GeV']],
  ['a negative energy', ['predict', '--energies=-5'], {}, ['-5 GeV', 'from 0.05']],
  ['a grid with a part missing', ['predict', '--energies', 'grid:1:10'], {}, ['grid:1:10', 'grid:FROM:TO:COUNT']],
  ['a grid that falls', ['predict', '--energies', 'grid:10:1:5'], {}, ['10 to 1 GeV', 'exchange']],
  ['a grid that is too long', ['predict', '--energies', 'grid:1:10:100001'], {}, ['100001', 'from 2 to 100000']],
  ['a grid with half a point', ['predict', '--energies', 'grid:1:10:2.5'], {}, ['2.5', 'whole number']],

  ['--set without a value', ['predict', '--set', 'sun.potential_MV'], {}, ['"sun.potential_MV"', 'PATH=VALUE']],
  [
    '--set of a path that is not there',
    ['predict', '--set', 'sun.phi=600'],
    {},
    ['"sun.phi"', '"phi"', 'help parameters'],
  ],
  ['--set of a source that is not there', ['predict', '--set', 'sources[Vela].efficiency=1'], {}, ['"[Vela]"']],
  ['--set of a broken path', ['predict', '--set', 'sources[Geminga.efficiency=1'], {}, ['--set', 'PATH=VALUE']],
  [
    '--set out of range',
    ['predict', '--set', 'sun.potential_MV=-1'],
    {},
    ['sun.potential_MV', '-1', 'from 0 to 5000 MV'],
  ],
  ['--set of a prototype', ['predict', '--set', '__proto__.x=1'], {}, ['__proto__']],

  [
    'a free parameter that does not exist',
    ['fit', '--free', 'sun.phi'],
    {},
    ['"sun.phi"', 'sources[Geminga].efficiency'],
  ],
  ['nothing free', ['fit', '--set', 'fit.free=[]'], {}, ['fit.free', 'empty']],
  ['a missing table', ['fit', '--data', 'mine.csv'], {}, ['mine.csv', 'no such file']],
  ['an empty table', ['fit', '--data', 'mine.csv'], { files: { 'mine.csv': '' } }, ['mine.csv', 'no lines of numbers']],
  [
    'a table without a column',
    ['fit', '--data', 'mine.csv'],
    { files: { 'mine.csv': 'E_lo,E_hi,flux\n1,2,3\n' } },
    ['mine.csv', 'which column is the error', '--data-says stat=3', 'energyUnit', '1 E_lo, 2 E_hi, 3 flux'],
  ],
  [
    'an answer about a table that is none',
    ['fit', '--data', 'mine.csv', '--data-says', 'colour=blue'],
    { files: { 'mine.csv': MINE } },
    ['--data-says', '"colour"', 'quantity, energyUnit, fluxUnit'],
  ],
  [
    'a column that a table does not have',
    ['fit', '--data', 'mine.csv', '--data-says', 'stat=9'],
    { files: { 'mine.csv': MINE } },
    ['--data-says stat', '"9"', '5 (stat)'],
  ],
  [
    'a unit that is none',
    ['fit', '--data', 'mine.csv', '--data-says', 'fluxUnit=furlong'],
    { files: { 'mine.csv': MINE } },
    ['fluxUnit', '"furlong"', 'm2 or cm2'],
  ],
  ['answers about no table', ['predict', '--data-says', 'stat=1'], {}, ['--data-says', '--data']],
  ['scenario and table both from standard input', ['fit', '-', '--data', '-'], { stdin: '{}' }, ['standard input']],
  [
    'an electron flux as the table of the fit',
    ['fit', '--data', 'mine.csv', '--data-says', 'quantity=electron-flux', '--set', 'fit.dataset=own'],
    { files: { 'mine.csv': MINE } },
    ['fit.dataset', 'electron flux', 'does not predict'],
  ],
  ['the own table of a scenario that has none', ['predict', '--table', 'own'], {}, ['--table', '"own"']],
  [
    'a malformed line of a table',
    ['fit', '--data', 'mine.csv'],
    { files: { 'mine.csv': `${MINE}2,3,x,3,1,1\n` } },
    ['mine.csv, line 4', 'E_mean', '"x"', 'positive number'],
  ],
  [
    'a short line of a table',
    ['fit', '--data', 'mine.csv'],
    { files: { 'mine.csv': 'E_lo,E_hi,E_mean,flux,stat,syst\n1,2\n' } },
    ['mine.csv, line 2', '2 values for 6 columns'],
  ],
  ['--out - for a fit', ['fit', '--out', '-'], {}, ['--out', 'folder']],
  [
    'a full disk',
    ['predict', '--out', 'a.csv'],
    { writeError: Object.assign(new Error('no space'), { code: 'ENOSPC' }) },
    ['a.csv', 'disk is full'],
  ],

  ['cases that are no JSON', ['verify', 'cases.json'], { files: { 'cases.json': '{' } }, ['cases.json', 'not JSON']],
  ['a file without cases', ['verify', 'cases.json'], { files: { 'cases.json': '{}' } }, ['cases.json', 'cases']],
  ['several files to be written as one', ['verify', '--out', 'all.json'], {}, [/\d+ files/, 'one file']],
  ['--out for the list of presets', ['presets', '--out', 'x.json'], {}, ['--out', 'NAME']],
];

describe('bad input: one sentence, exit status 2, nothing on standard output, no file', () => {
  it.each(CASES)('%s', async (_, argv, surroundings, words) => {
    const { status, stdout, stderr, files } = await geminga(argv, surroundings);
    const said = stderr.replace(/^No scenario given: .*\n/, '');
    for (const word of words)
      expect(said).toMatch(word instanceof RegExp ? word : new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    expect(said).toMatch(/^geminga: [^\n]+[.…]\n$/);
    expect(said).not.toMatch(/\bat .+:\d+:\d+|Error:|undefined/);
    expect(stdout).toBe('');
    expect(files.size).toBe(0);
    expect(status).toBe(2);
  });
});
