/** The frame of the page: tabs, status, layout, in English. */
export const page = {
  tabs: { fit: 'Fit', posterior: 'Posterior', sources: 'Sources', compare: 'Compare', learn: 'Learn' },
  results: 'Results',
  panels: 'Panels',
  parameters: 'Parameters',
  skipToPlot: 'Skip to the plot',
  backToSpectrum: 'back to the spectrum',
  positronsOf: (table: string) => `${table} positrons`,
  tablesNotLoaded: (reason: string) => `The measured tables cannot be loaded: ${reason}. Choose the table again.`,
  languageNotLoaded: 'The other language cannot be loaded: check the connection and choose it again.',
  layouts: 'Where the tabs are',
  beside: 'Beside',
  wide: 'Wide',
  wideName: 'Wide: tabs on the stage',
  wideHelp: 'wide: this tab takes the stage, the spectrum goes under the parameters',
  ownData: {
    group: 'Own data',
    open: 'Own data …',
    help: 'open a measured table of your own',
    notLoaded: (reason: string) =>
      `What reads files cannot be loaded: ${reason}. Check the connection and open the file again.`,
  },
  dismiss: 'Dismiss',
  partNotLoaded: 'This part of the page could not be loaded: check the connection and reload.',

  // The line at the bottom
  states: { fitting: 'fitting', computing: 'computing', ready: 'ready', stopped: 'stopped', starting: 'starting' },
  curveTime: 'curve',
  numericalError: 'numerical error',
  numericalErrorHelp:
    'largest estimated numerical error of the total in the fit range, relative to it; not an uncertainty of the model',
  roundingOnly: 'rounding only',
  fitTime: 'fit',
  workers: 'workers',
  dataFrom: (reference: string) => `data: ${reference}`,
  dataShownAndFitted: (shown: string, fitted: string) => `data shown: ${shown}; fitted: ${fitted}`,
  savedInLink: 'saved in the link',
  worksOffline: 'works offline',
  worksOfflineHelp: 'all files of the page are kept in this browser: it opens without a network',
  documents: 'Documents',
  modelDocument: 'model',
  modelDocumentHelp: 'what the program computes, with equations and references',
  notesDocument: 'notes',
  notesDocumentHelp: 'notes for maintainers: how the program is built',
  keysButton: 'keys',
  keysHelp: 'list of all keys (?)',

  // What a screen reader is told
  chi2PerDegree: (value: string) => `χ² per degree of freedom ${value}`,
  chi2Alone: (value: string) => `χ² ${value}, no degrees of freedom`,
  improved: ', improved',
  worse: ', worse',
  fittingNow: (sentence: string) => `Fitting, ${sentence}`,
};
export type PageWords = typeof page;
