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
};
export type PageWords = typeof page;
