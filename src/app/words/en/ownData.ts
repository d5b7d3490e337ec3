/** Opening own data, in English. */
import { type ColumnUse, OPEN_QUESTIONS, type OpenQuestion } from '../../../data/ownData/choice.ts';

const questions: Record<OpenQuestion, string> = OPEN_QUESTIONS;
const uses: Record<ColumnUse, string> = {
  energy: 'energy',
  binLow: 'bin, lower edge',
  binHigh: 'bin, upper edge',
  value: 'measured value',
  stat: 'stat. error ±',
  statLower: 'stat. error down',
  statUpper: 'stat. error up',
  syst: 'syst. error ±',
  systLower: 'syst. error down',
  systUpper: 'syst. error up',
  component: 'part of syst. error',
  upperLimit: 'is upper limit?',
  limitValue: 'upper limit',
};
const points = (count: number) => (count === 1 ? '1 point' : `${count} points`);

export const ownData = {
  dropHere: 'Drop the file to open it',
  title: 'Own data',
  titleOf: (file: string) => `Own data: ${file}`,
  intro:
    'A measured table of yours, shown and fitted like the others. Drop a file anywhere on the page, or choose one.',
  formats: 'CSV, ECSV, or text of the cosmic-ray database (CRDB, USINE), up to 500 points',
  files: 'Files that this page wrote are opened with their scenario.',
  staysHere: 'The file stays on this computer: the page reads it here and sends nothing.',
  travels: 'Its points become part of the scenario: links and exports that you make carry them.',
  choose: 'Choose a file …',
  chooseOther: 'Another file …',
  chosenFile: 'File with own data',
  present: 'Opened now',
  presentOf: (label: string, count: number, file: string) => `${label}: ${points(count)} from ${file}`,
  remove: 'Remove it',
  removed: 'own data removed',
  opened: 'own data',
  close: 'Close',
  cancel: 'Cancel',
  use: 'Use this table',
  found: (format: string, rows: number, columns: number) => `${format}, ${rows} rows, ${columns} columns.`,
  said: 'What the file says',
  label: 'Name',
  experiment: 'Experiment',
  reference: 'Published in',
  referenceHint: 'optional',
  set: 'Measurement',
  quantity: 'Quantity',
  energyUnit: 'Unit of energies',
  fluxUnit: 'Unit of values',
  toBeChosen: 'choose …',
  timesEnergy: (power: number) => (power === 0 ? 'Flux' : `Flux times E${['', '', '²', '³'][power] ?? power}`),
  columns: 'Columns',
  columnsHelp: 'What each column is, and the first rows of the file',
  useOf: (column: string) => `use of ${column}`,
  notUsed: 'not used',
  row: (number: number) => `row ${number}`,
  stillOpen: 'Still open',
  questions,
  uses,
  ready: (count: number, low: string, high: string) => `${points(count)} from ${low} to ${high} GeV.`,
  inRange: (count: number, low: string, high: string) =>
    `${count} of them within the fit range, ${low} to ${high} GeV.`,
  fitted: 'Fit the model to it',
  fittedHelp: 'in place of the table that is fitted now; without it the table is shown only',
  electrons:
    'The program predicts no electrons: these take the place of the measured electrons beside the positrons, in the fraction and in e⁺ + e⁻.',
  oneFile: (count: number): string =>
    count === 0 ? 'No file came with it; drop one file.' : 'Drop one file at a time.',
  locked: 'The data are set by the lesson or by the teacher now; own data can be opened afterwards.',
  tooLarge: (name: string, size: number, most: number) =>
    `${name} has ${(size / 1e6).toFixed(1)} MB, but a table is read up to ${most / 1e6} MB; leave away what is not needed.`,
  noText: (name: string) => `${name} is no text; save the table as CSV, ECSV or CRDB text and open that.`,
};
export type OwnDataWords = typeof ownData;
