/** The frame of the page: tabs, status, layout, in Italian. */
import type { PageWords } from '../en/page.ts';

export const page: PageWords = {
  tabs: { fit: 'Fit', posterior: 'A posteriori', sources: 'Sorgenti', compare: 'Confronto', learn: 'Impara' },
  results: 'Risultati',
  panels: 'Pannelli',
  parameters: 'Parametri',
  skipToPlot: 'Vai al grafico',
  backToSpectrum: 'torna allo spettro',
  positronsOf: (table) => `positroni di ${table}`,
  tablesNotLoaded: (reason) =>
    `Le tabelle delle misure non si possono caricare: ${reason}. Scegli di nuovo la tabella.`,
  languageNotLoaded: 'L’altra lingua non si può caricare: controlla la connessione e sceglila di nuovo.',
  layouts: 'Dove stanno le schede',
  beside: 'A lato',
  wide: 'Largo',
  wideName: 'Largo: le schede sulla scena',
  wideHelp: 'largo: questa scheda occupa la scena, lo spettro va sotto i parametri',
  dismiss: 'Chiudi',
  partNotLoaded: 'Questa parte della pagina non si può caricare: controlla la connessione e ricarica.',

  states: {
    fitting: 'fit in corso',
    computing: 'calcolo in corso',
    ready: 'pronto',
    stopped: 'fermo',
    starting: 'avvio',
  },
  curveTime: 'curva',
  numericalError: 'errore numerico',
  numericalErrorHelp:
    'massimo errore numerico stimato del totale nell’intervallo del fit, relativo al totale; non è un’incertezza del modello',
  roundingOnly: 'solo arrotondamento',
  fitTime: 'fit',
  workers: 'processi',
  dataFrom: (reference) => `dati: ${reference}`,
  dataShownAndFitted: (shown, fitted) => `dati mostrati: ${shown}; nel fit: ${fitted}`,
  worksOffline: 'funziona offline',
  worksOfflineHelp: 'tutti i file della pagina sono conservati in questo browser: si apre senza rete',
  savedInLink: 'salvato nel link',
  documents: 'Documenti',
  modelDocument: 'modello',
  modelDocumentHelp: 'che cosa calcola il programma, con equazioni e riferimenti (in inglese)',
  notesDocument: 'note',
  notesDocumentHelp: 'note per chi cura il programma: come è fatto (in inglese)',
  keysButton: 'tasti',
  keysHelp: 'elenco di tutti i tasti (?)',

  chi2PerDegree: (value) => `χ² per grado di libertà ${value}`,
  chi2Alone: (value) => `χ² ${value}, nessun grado di libertà`,
  improved: ', migliorato',
  worse: ', peggiorato',
  fittingNow: (sentence) => `Fit in corso, ${sentence}`,
  ownData: {
    group: 'Dati propri',
    open: 'Dati propri …',
    help: 'apri una tabella di misure tua',
    notLoaded: (reason) =>
      `Non si può caricare ciò che legge i file: ${reason}. Controlla la connessione e apri di nuovo il file.`,
  },
};
