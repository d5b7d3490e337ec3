/** The Fit tab and the bar of the fit, in Italian. */
import type { FitWords } from '../en/fit.ts';

const points = (count: number) => (count === 1 ? '1 punto' : `${count} punti`);

export const fit: FitWords = {
  fit: 'Fit',
  cancel: 'Interrompi',
  fitHelp: 'varia i parametri liberi finché χ² è minimo (F)',
  nothingFreeHelp: 'nessun parametro è libero: apri un lucchetto',
  starting: 'si parte',
  progress: (search, step, chi2) => `${search}passo ${step}, χ² ${chi2}`,
  search: (search, searches) => `ricerca ${search} di ${searches}, `,
  whileDragging: 'Fit mentre trascini',
  undoFit: 'Annulla il fit',
  searches: 'Ricerche',
  searchesHelp: 'più ricerche, da valori estratti lungo i cursori, trovano minimi più profondi e durano di più',
  fromHere: '1, da qui',
  fromAllOver: (count) => `${count}, da ogni parte`,

  notFitted: 'Nessun fit finora',
  nothingFree: 'Nessun parametro è libero: apri almeno un lucchetto.',
  plan: (parameters, count, tables, range) =>
    `Il fit varia ${parameters.length === 1 ? '1 parametro' : `${parameters.length} parametri`} (${parameters.join(', ')}) finché χ² è minimo per ${
      count === null ? 'i punti' : points(count)
    } di ${tables} da ${range}.`,

  states: { good: 'valido', warn: 'valido, con avvertenze', bad: 'non valido' },
  signs: { good: 'bene', warn: 'nota', bad: 'errore' },
  stale: 'Lo scenario è cambiato dopo questo fit.',
  staleNow: (chi2) => `Lo scenario è cambiato dopo questo fit; ora χ² è ${chi2}.`,
  fitted: (free, count, tables, range) =>
    `${free === 1 ? '1 parametro libero' : `${free} parametri liberi`}, ${points(count)} di ${tables}, ${range}.`,
  none: 'nessuno',
  pHelp: 'probabilità di un χ² maggiore se il modello è giusto',
  aicHelp: 'criterio di informazione di Akaike, χ² + 2 × numero di parametri liberi: più basso è meglio',
  chi2AtStart: 'χ² iniziale',
  chi2AtStartHelp: 'χ² dei valori da cui il fit è partito',

  errors: (errors, experiments, several) =>
    ({
      quadrature: `Gli errori di ${experiments} sono trattati come indipendenti da un intervallo di energia all’altro: per questo χ² risulta basso.`,
      statistical: `Gli errori sistematici di ${experiments} sono lasciati fuori: per questo χ² risulta alto.`,
      covariance: `Gli errori sistematici di ${experiments} sono presi come correlati in energia; fino a che distanza lo siano ${several ? 'le collaborazioni non lo pubblicano' : 'la collaborazione non lo pubblica'}.`,
    })[errors],
  numericalError: (error) => `Errore numerico della curva nell’intervallo del fit: ${error}.`,

  bestValues: 'Valori migliori ed errori standard',
  parameter: 'Parametro',
  best: 'Migliore ± errore',
  bestHelp: 'valore migliore ed errore standard dalla curvatura di χ² al minimo',
  start: 'Iniziale',
  interval: 'Intervallo al 68 %',
  intervalHelp: 'dove χ², minimizzato sugli altri parametri, è salito di 1',
  heldAt: (value) => `tenuto a ${value}`,
  bounds: { lower: 'limite inferiore', upper: 'limite superiore' },
  noError: 'nessun errore',
  correlation: 'Correlazione',
  ofOwner: (label, owner) => `${label} di ${owner}`,
  cataloguePulsars: 'tutte le pulsar del catalogo',
  energyScaleOf: (experiment) => `scala di energia di ${experiment}`,

  asTable: 'I numeri in tabella',
  rowsShown: (shown, all) => `(${shown} righe su ${all}; il file esportato le ha tutte)`,

  efficiencyAboveOne: 'Efficienza superiore a 1',
  overBudget: (pairs, spinDown, source) =>
    `Servono ${pairs} erg, più dei ${spinDown} erg di energia di rotazione che ${source} aveva alla nascita.`,
  shorterTimescale: 'A parità di potenza attuale, un tempo di rallentamento più breve significa che ne aveva di più.',

  inShort: 'Il fit in breve',
  undo: 'Annulla',
  undoOf: (change) => `Annulla ${change}`,
  tabs: 'Schede',
};
