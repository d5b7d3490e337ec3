/** The Compare tab, in Italian. */
import type { CompareWords } from '../en/compare.ts';

export const compare: CompareWords = {
  snapshots: 'Curve fissate',
  counted: (count, most) => `${count} su ${most}`,
  empty: 'Fissa una curva, sposta qualcosa, e questa scheda mostra che cosa è cambiato: curva, χ², valori, quote.',
  hidden: 'La curva è nascosta finché non hai fatto la previsione.',
  notKept: 'Questo browser non conserva nulla: le curve fissate spariscono quando la pagina si chiude.',
  computing: 'calcolo in corso',
  nameOf: (name) => `nome di “${name}”`,
  open: 'Apri',
  openName: (name) => `apri “${name}”`,
  copyLink: 'Copia il link',
  copyLinkName: (name) => `copia il link di “${name}”`,
  linkCopied: 'Link copiato',
  copyThisLink: 'Copia questo link:',
  remove: 'Togli',
  removeName: (name) => `togli “${name}”`,
  removed: (name) => `“${name}” è stata tolta.`,
  undo: 'Annulla',
  cannotCompute: (name, reason) => `“${name}” non si può calcolare. ${reason}`,

  present: 'Scenario presente',
  sideA: 'A',
  sideB: 'B',
  swap: 'Scambia A e B',

  difference: 'Differenza',
  ratio: 'A / B',
  sigma: '(A − B) / σ',
  ratioOf: (quantity) => `A / B, ${quantity}`,
  sigmaOf: (table) => `(A − B) / σ di ${table}`,
  ratioSummary: (quantity, low, high) =>
    `Rapporto tra A e B (${quantity}) in funzione dell’energia, da ${low} a ${high}`,
  sigmaSummary: (table, low, high) => `Differenza A meno B in errori di ${table}, da ${low} a ${high}`,
  energy: 'energia, GeV',
  noPoints: 'Qui non c’è nulla da confrontare: le due curve non hanno energie in comune.',
  tableNotLoaded:
    'La tabella delle misure non si può caricare: controlla la connessione e apri di nuovo questa scheda.',
  numbers: 'Numeri',
  numbersCaption: (table, unit) =>
    `Totali di A e B nei punti di ${table}${unit === '' ? '' : `, ${unit}`}; σ è la somma in quadratura degli errori statistici e sistematici`,
  energyColumn: 'E, GeV',

  statistics: 'Accordo con i dati',
  chi2: 'χ²',
  points: 'punti',
  freeParameters: 'parametri liberi k',
  aic: 'AIC = χ² + 2 k',
  bic: 'BIC = χ² + k ln n',
  aMinusB: 'A − B',
  atBestFit:
    'n è il numero di punti. AIC e BIC confrontano i modelli ai loro migliori fit: si preferisce il valore più basso.',
  otherData: 'A e B hanno dati, energie o errori del fit diversi: i loro χ² non si possono sottrarre.',

  parameters: 'Valori diversi',
  value: 'Valore',
  same: 'Nessun valore è diverso.',
  absent: 'assente',
  take: 'prendi',
  takeFrom: (label, side) => `prendi ${label} di ${side} nello scenario presente`,
  takeHelp: (side) => `“prendi” mette il valore di ${side} nello scenario presente; si può annullare.`,

  shares: 'Quota di ciò che AMS-02 ha misurato',
  component: 'Componente',
  at: (energy) => `${energy} GeV`,
};
