/** The Posterior tab, in Italian. */
import { CONVERGED, type ConvergenceCheck } from '../../../fit/posterior/convergence.ts';
import type { PosteriorWords } from '../en/posterior.ts';

const ofParameters = (count: number) => (count === 1 ? '1 parametro' : `${count} parametri`);
const ofSteps = (count: number) => (count === 1 ? '1 passo' : `${count} passi`);

/** The largest number of all parameters; null where one is not known. */
function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 || known.length < values.length ? null : Math.max(...known);
}

/** What a look at the chain says. */
function look({ step, burnIn, autocorrelationTimes, splitRHat, converged }: ConvergenceCheck): string {
  const [time, rHat] = [largest(autocorrelationTimes), largest(splitRHat)];
  if (time === null || rHat === null)
    return 'La catena non si può ancora giudicare: è troppo corta, o un parametro non varia.';
  const length = (step - burnIn) / time;
  const said = `La catena è lunga ${length.toFixed(0)} tempi di autocorrelazione (${time.toFixed(0)} passi ciascuno), R-hat al massimo ${rHat.toFixed(3)}`;
  const lacking = [
    ...(length > CONVERGED.length ? [] : [`${CONVERGED.length} tempi di autocorrelazione`]),
    ...(rHat < CONVERGED.rHat ? [] : [`R-hat sotto ${CONVERGED.rHat}`]),
  ];
  const steady = `un tempo di autocorrelazione che cambi meno del ${100 * CONVERGED.change} %`;
  const wanted = lacking.length > 0 ? lacking : [steady];
  return converged ? `${said}.` : `${said}; serve ancora: ${wanted.join(', ')}.`;
}

export const posterior: PosteriorWords = {
  nothingFree: 'Nessun parametro è libero: apri almeno un lucchetto.',
  plan: (walkers, parameters) =>
    `Un insieme di ${walkers} camminatori campiona ${ofParameters(parameters)} attorno al fit migliore, finché converge o raggiunge la lunghezza concessa.`,
  sample: 'Campiona',
  atMost: 'al massimo',
  stepsAtMost: 'passi al massimo',
  stepLimit: ofSteps,
  seed: 'seme',

  fittingFirst: 'Prima il fit: i camminatori partono attorno ai valori migliori.',
  noFit: 'Manca un fit da cui i camminatori possano partire.',
  sampling: 'Campionamento',
  pause: 'Pausa',
  cancel: 'Interrompi',
  resume: 'Riprendi',
  twiceAsLong: 'Continua, fino al doppio',
  discard: 'Scarta',
  steps: 'passi',
  acceptance: 'accettazione',
  acceptanceHelp: 'parte dei passi proposti che sono stati accettati; di solito da 0.2 a 0.5',
  autocorrelation: 'autocorrelazione',
  autocorrelationHelp: 'tempo di autocorrelazione: passi dopo i quali un camminatore ha dimenticato dov’era',
  rHatHelp: 'R-hat a catene divise, il più grande di tutti i parametri; sotto 1.01 i camminatori concordano',
  standing: ({ steps, ended, check }) => {
    const how =
      ended === null
        ? `In pausa dopo ${ofSteps(steps)}`
        : ended === 'converged'
          ? `Convergenza dopo ${ofSteps(steps)}`
          : `Fine al limite di ${ofSteps(steps)}${check.converged ? '' : ', senza convergenza'}`;
    return `${how}. ${look(check)}`;
  },
  look,

  chain: 'Catena:',
  saveRun: 'Salva la catena per riprenderla',
  saveRunHelp: 'tutto ciò che serve per continuare più tardi, qui o con geminga sample --resume',
  loadRun: 'Carica una catena salvata …',
  savedRun: 'Catena salvata',
  tooLarge: (file, bytes) => `${file} ha ${bytes} byte, troppi per una catena salvata; scegli un altro file.`,

  priors: 'Distribuzioni a priori',
  prior: (_, { distribution, low, high, mean, standardDeviation, stated }, unit) => {
    const suffix = unit && ` ${unit}`;
    const range = `da ${low} a ${high}${suffix}`;
    const origin = stated ? '' : ' (predefinita)';
    switch (distribution) {
      case 'gaussian':
        return `gaussiana, ${mean} ± ${standardDeviation}${suffix}, ${range}${origin}`;
      case 'log-uniform':
        return `uniforme nel logaritmo ${range}${origin}`;
      case 'uniform':
        return `uniforme ${range}${origin}`;
    }
  },

  ofAnother: 'Questa distribuzione a posteriori riguarda uno scenario diverso da quello attuale.',
  openScenario: 'Apri il suo scenario',
  scenarioOfPosterior: 'scenario della distribuzione a posteriori',

  corner: (names) =>
    `Distribuzione a posteriori di ${names}: istogrammi, e regioni al 39, 68 e 95 %. La tabella sotto ha i numeri.`,
  summary: 'Mediane e intervalli al 68 %',
  parameter: 'Parametro',
  median: 'Mediana',
  interval: 'Intervallo al 68 %',
  convergenceHelp: 'tempo di autocorrelazione, passi; R-hat a catene divise',
  correlations: 'Correlazione dei parametri nelle estrazioni',
  histogramOf: (name) => `Estrazioni di ${name} negli intervalli dell’istogramma`,
  from: (head) => `da: ${head}`,
  to: 'a',
  partOfDraws: 'parte delle estrazioni, %',
};
