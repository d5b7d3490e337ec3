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
};
