/** The words in and around the plot, in Italian. */
import type { PlotSentences } from '../../../plot/plotWords.ts';

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const plot: PlotSentences = {
  weighted: {
    E3: (flux) => `${flux} per energia al cubo`,
    E2: (flux) => `${flux} per energia al quadrato`,
    flux: (flux) => flux,
  },
  fractionAxis: 'frazione di positroni e⁺ / (e⁺ + e⁻)',

  electronsMeasured: (experiment, first_GeV, last_GeV) =>
    `Elettroni come li ha misurati ${experiment}, da ${first_GeV} a ${last_GeV} GeV; oltre, nulla.`,
  notFitted: 'Non nel fit: residui negli errori della tabella stessa.',
  skippedPoints: (count) =>
    count === 1
      ? '1 punto a zero o sotto zero non ha posto sull’asse logaritmico'
      : `${count} punti a zero o sotto zero non hanno posto sull’asse logaritmico`,

  title: (axis, table) => `${capitalised(axis)}, ${table} e modello`,
  points: (count, first_GeV, last_GeV) => `${count} punti da ${first_GeV} a ${last_GeV} GeV con barre d’errore.`,
  noCurve: 'Ancora nessuna curva del modello.',
  inFit: (near, points, low_GeV, high_GeV, chi2, degreesOfFreedom) =>
    `La curva totale passa entro due deviazioni standard da ${near} dei ${points} punti nell’intervallo del fit, ` +
    `da ${low_GeV} a ${high_GeV} GeV; chi quadro vale ${chi2} per ${degreesOfFreedom} gradi di libertà.`,
  notInFit: (near, points, chi2) =>
    `La curva totale passa entro due deviazioni standard da ${near} dei ${points} punti confrontabili; ` +
    `chi quadro vale ${chi2}. La tabella non è nel fit.`,
  strongest: (source, percent, arePositrons) =>
    `${capitalised(source)}: ${percent} per cento ${arePositrons ? 'del flusso' : 'dei positroni'} a 100 GeV.`,
  everyNumber: 'La tabella dei dati riporta ogni numero.',
};
