/** The Fit tab and the bar of the fit, in English. */
const points = (count: number) => (count === 1 ? '1 point' : `${count} points`);

/** How a fit counts errors. */
type Errors = 'quadrature' | 'statistical' | 'covariance';

export const fit = {
  // The button and its progress
  fit: 'Fit',
  cancel: 'Cancel',
  fitHelp: 'vary the free parameters until χ² is smallest (F)',
  nothingFreeHelp: 'nothing is free: open the padlock of a parameter',
  starting: 'starting',
  progress: (search: string, step: number, chi2: string) => `${search}step ${step}, χ² ${chi2}`,
  search: (search: number, searches: number) => `search ${search} of ${searches}, `,
  whileDragging: 'Fit while dragging',
  undoFit: 'Undo fit',
  searches: 'Searches',
  searchesHelp: 'more searches, from values drawn over the sliders, find deeper minima and take longer',
  fromHere: '1, from here',
  fromAllOver: (count: number) => `${count}, from all over`,

  // Before a fit
  notFitted: 'Not fitted yet',
  nothingFree: 'Nothing is free: open the padlock of at least one parameter.',
  plan: (parameters: readonly string[], count: number | null, tables: string, range: string) =>
    `Fit varies ${parameters.length === 1 ? '1 parameter' : `${parameters.length} parameters`} (${parameters.join(', ')}) until χ² is smallest for ${
      count === null ? 'the points' : points(count)
    } of ${tables} from ${range}.`,

  // Verdict
  states: { good: 'valid', warn: 'valid, with advice', bad: 'not valid' },
  signs: { good: 'good', warn: 'note', bad: 'wrong' },
  stale: 'The scenario has changed since this fit.',
  staleNow: (chi2: string) => `The scenario has changed since this fit; χ² is now ${chi2}.`,
  fitted: (free: number, count: number, tables: string, range: string) =>
    `${free === 1 ? '1 free parameter' : `${free} free parameters`}, ${points(count)} of ${tables}, ${range}.`,
  none: 'none',
  pHelp: 'probability of a larger χ² if the model is right',
  aicHelp: 'Akaike information criterion, χ² + 2 × number of free parameters: lower is better',
  chi2AtStart: 'χ² at start',
  chi2AtStartHelp: 'χ² of the values with which the fit started',

  // What to keep in mind
  errors: (errors: Errors, experiments: string, several: boolean) =>
    ({
      quadrature: `The errors of ${experiments} are treated as independent from bin to bin, so χ² comes out low.`,
      statistical: `The systematic errors of ${experiments} are left out, so χ² comes out high.`,
      covariance: `The systematic errors of ${experiments} are taken as correlated over energy; how far they are the ${several ? 'collaborations do' : 'collaboration does'} not publish.`,
    })[errors],
  numericalError: (error: string) => `Numerical error of the curve in the fit range: ${error}.`,

  // Tables of the report
  bestValues: 'Best values and standard errors',
  parameter: 'Parameter',
  best: 'Best ± error',
  bestHelp: 'best value and standard error from the curvature of χ² at the minimum',
  start: 'Start',
  interval: '68 % interval',
  intervalHelp: 'where χ², minimised over the other parameters, has risen by 1',
  heldAt: (value: string) => `held at ${value}`,
  bounds: { lower: 'lower bound', upper: 'upper bound' },
  noError: 'no error',
  correlation: 'Correlation',
  ofOwner: (label: string, owner: string) => `${label} of ${owner}`,
  cataloguePulsars: 'the catalogue’s pulsars',
  energyScaleOf: (experiment: string) => `energy scale of ${experiment}`,

  // Numbers behind a picture
  asTable: 'Numbers as a table',
  rowsShown: (shown: number, all: number) => `(${shown} of ${all} rows; the exported file has all)`,

  // Energy budget
  efficiencyAboveOne: 'Efficiency above 1',
  overBudget: (pairs: string, spinDown: string, source: string) =>
    `This needs ${pairs} erg, more than the ${spinDown} erg of spin-down energy that ${source} had at birth.`,
  shorterTimescale: 'At the same power today, a shorter spin-down timescale means that it had more.',

  // The bar
  inShort: 'Fit in short',
  undo: 'Undo',
  undoOf: (change: string) => `Undo ${change}`,
  tabs: 'Tabs',
};
export type FitWords = typeof fit;
