/** Profiles, contours and the breakdown of χ² in the Fit tab, in Italian. */
import type { LikelihoodWords } from '../en/likelihood.ts';

const fits = (count: number) => (count === 1 ? '1 fit' : `${count} fit`);
const ofParameters = (count: number) => (count === 1 ? '1 parametro' : `${count} parametri`);

export const likelihood: LikelihoodWords = {
  starting: 'si parte',
  goThere: 'Vai lì e ripeti il fit',

  profiles: 'Profilo della verosimiglianza',
  profilesHeading: 'Profilo della verosimiglianza, Δχ² da 0 a 4',
  profileErrors: 'Errori dai profili',
  profileHelp:
    'quanto si può spostare ogni parametro prima che χ² salga di 1, rifacendo il fit degli altri: errori distinti sui due lati',
  profileProgress: (finished, parameters, minimisations) =>
    `${finished} di ${ofParameters(parameters)}, ${fits(minimisations)}`,
  range: (from, to) => `${from} a ${to}`,
  profileOf: (name, range) => `Δχ² di ${name} da ${range}`,
  profilePicture: (name, range, best, interval) =>
    `Δχ² di ${name} da ${range}: minimo a ${best}, intervallo al 68 % ${interval}`,
  profileTable: (name) => `Δχ² lungo ${name}, con un nuovo fit degli altri parametri liberi a ogni valore`,
  deltaChi2: 'Δχ²',
  notComputed: 'nessun modello',

  contour: 'Contorno',
  contourHeading: 'Contorno di due parametri',
  horizontal: 'orizzontale',
  vertical: 'verticale',
  drawContour: 'Disegna il contorno',
  contourHelp: 'regioni che contengono entrambi i valori veri con il 39, il 68 e il 95 %',
  contourProgress: fits,
  contourPicture: (horizontal, vertical, regions, best) =>
    `${horizontal} e ${vertical}: regioni al ${regions}; valori migliori ${best}`,
  contourTable: (names) => `Bordi delle regioni di ${names}, punto per punto lungo ogni linea chiusa`,
  region: 'Regione',
  line: 'Linea',

  saveAs: (format) => `Salva come ${format}`,
  profileFiles: 'I profili in un file',
  contourFiles: 'I contorni in un file',

  byTable: 'χ² per insieme di dati',
  table: 'Insieme di dati',
  points: 'Punti',
  byErrors: 'χ² secondo il modo di contare gli errori',
  errors: 'Errori, ai valori migliori',
  inForce: (errors) => `${errors}, usati nel fit`,
  errorsLacking: 'la tabella non li ha',
  energyScales: 'Scale di energia',
  energyScale: 'Scala di energia',
  shift: 'Spostamento',
};
