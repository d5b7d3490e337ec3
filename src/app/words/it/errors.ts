/** What can be wrong with a scenario, in Italian: sentences that follow the name of the place. */
import type { InputSentences, SaidInputError } from '../../../model/inputSentences.ts';
import { ENERGY_RANGE_LIMITS_GeV, type Parameter, UNIT_TEXT } from '../../../model/parameters.ts';
import { allowedInWords, rangeInWords } from '../../../model/readScenario.ts';
import { SECTIONS } from '../../../model/sections.ts';
import type { TroubleError, TroubleSentences } from '../../../worker/errors.ts';
import { tableLabel } from './datasets.ts';
import { declaration } from './declaration.ts';

function numberFrom([low, high]: readonly [number, number], unit: string): string {
  return `un numero da ${low} a ${high}${unit ? ` ${unit}` : ''}`;
}

function allowed(parameter: Parameter): string {
  const words = declaration.of(parameter);
  if (parameter.kind === 'choice') {
    const options = Object.keys(parameter.options).map((value) => `«${words?.options?.[value] ?? value}»`);
    return `uno tra ${options.join(', ')}`;
  }
  const range = numberFrom(parameter.range, UNIT_TEXT[parameter.unit]);
  return parameter.kind === 'nullable-number'
    ? `${range}, o mancare (${words?.whenNull ?? parameter.whenNull})`
    : range;
}

/** What is allowed, by its English. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ...SECTIONS.flatMap(([, , block]) =>
    Object.values(block).map((parameter: Parameter) => [allowedInWords(parameter), allowed(parameter)] as const),
  ),
  [`a number ${rangeInWords(ENERGY_RANGE_LIMITS_GeV, 'GeV')}`, numberFrom(ENERGY_RANGE_LIMITS_GeV, 'GeV')],
  [
    'a name of 1 to 80 characters without brackets or control characters',
    'un nome di 1–80 caratteri, senza parentesi quadre né caratteri di controllo',
  ],
]);

const PROCESSES: Readonly<Record<string, string>> = { annihilation: 'l’annichilazione', decay: 'il decadimento' };
const FORMS: Readonly<Record<string, string>> = { 'tang-piran-2019': 'la forma chiusa di Tang e Piran 2019' };
const ERRORS: Readonly<Record<string, string>> = {
  quadrature: 'in quadratura',
  statistical: 'solo statistici',
  covariance: 'correlati',
};
const QUANTITIES: Readonly<Record<string, string>> = { 'electron flux': 'il flusso di elettroni' };
const inThe = (words: Readonly<Record<string, string>>, value: string) => words[value] ?? value;

const sentences: InputSentences = {
  notAllowed: (value, range) => `vale ${value}, ma deve essere ${ALLOWED.get(range) ?? range}; cambia il valore.`,
  unknownKey: () => 'non è una chiave di uno scenario; toglila o correggine il nome.',
  missing: () => 'manca; aggiungi la chiave (in uno scenario ogni chiave è scritta, vedi «geminga schema»).',

  halfABreak: (value) =>
    `vale ${value}, ma un cambio di pendenza richiede insieme l’energia e il secondo indice; dai entrambi o nessuno dei due.`,
  belowMinEnergy: (value, least) =>
    `vale ${value} GeV, ma deve stare sopra l’energia minima del bilancio, ${least} GeV; alza il valore.`,
  cutoffBelowMinEnergy: (value, least) =>
    `vale ${value} GeV, ma non può stare sotto l’energia minima del bilancio, ${least} GeV; alza il valore.`,
  infiniteEnergy: (index) =>
    `manca mentre l’indice spettrale è ${index}: l’energia sarebbe infinita; dai un’energia di taglio, un’energia massima o un indice sopra 2.`,
  delayAboveAge: (delay, age) => `vale ${delay} kyr, ma deve stare sotto l’età, ${age} kyr; abbassa il valore.`,

  twice: (name, what) =>
    what === 'pulsar'
      ? `nomina di nuovo «${name}»; nomina ogni pulsar una volta sola.`
      : `nomina di nuovo «${name}»; nomina ogni tabella una volta sola.`,
  agesCross: (least, most) => `vale ${least} kyr, ma deve stare sotto l’età più alta, ${most} kyr; abbassa il valore.`,
  catalogueInVolumes: () =>
    'contiene un catalogo mentre il metodo di soluzione è quello dei volumi finiti, che impiegherebbe minuti; scegli la funzione di Green o togli il catalogo.',
  catalogueInClosedForm: () =>
    'è la forma chiusa di Tang e Piran 2019, che serve al confronto con pulsar elencate una per una; scegli quella esatta o togli il catalogo.',

  columnLength: (values, energies) => `ha ${values} numeri per ${energies} energie; danne uno per ogni energia.`,
  unsorted: (energy) => `vale ${energy} GeV, non più del valore precedente; ordina la tabella per energia.`,

  processNeeds: (process) => `manca, ma ${inThe(PROCESSES, process)} ne ha bisogno; dai un numero.`,
  processIgnores: (value, process) => `vale ${value}, ma ${inThe(PROCESSES, process)} non ne fa uso; toglilo.`,
  channelNeedsTable: () =>
    'manca, ma il canale «tabella» ne ha bisogno; dai i positroni per evento o scegli un altro canale.',
  channelHasSpectrum: (channel) => `è presente, ma il canale «${channel}» ha uno spettro suo; toglilo.`,
  beyondMass: (last, most) =>
    `finisce a ${last} GeV, ma nessun positrone può avere più di ${most} GeV; taglia la tabella o alza la massa.`,

  twoForms: (energy) =>
    `vale ${energy} GeV insieme a un cambio di pendenza; usa una sola forma di D(E) e togli l’altra.`,
  juettnerAlone: () =>
    'è quello di Jüttner, che vale solo per una zona e con la funzione di Green; togli l’alone e scegli la funzione di Green, oppure usa la gaussiana.',
  movesInVolumes: (pulsar, velocity) =>
    `è quello dei volumi finiti, che richiede pulsar ferme, ma ${pulsar} si muove a ${velocity} km/s; scegli la funzione di Green o metti a 0 la sua velocità.`,
  discAboveHalo: (thickness, height) =>
    `vale ${thickness} kpc, ma non può superare la semialtezza dell’alone della Galassia, ${height} kpc; abbassa il valore.`,
  haloEndsEarly: (end, begin) =>
    `vale ${end} kyr, ma deve venire dopo l’inizio dell’alone, ${begin} kyr; alza il valore.`,
  formInVolumes: (form) =>
    `è ${inThe(FORMS, form)}, ma il metodo dei volumi finiti non ne usa alcuna; scegli quella esatta.`,
  noGreensFunction: (value) =>
    `vale ${value}, per cui non c’è una funzione di Green; scegli il metodo dei volumi finiti o torna indietro.`,
  formInsideHalo: (pulsar, distance, radius) =>
    `è la forma chiusa di Tang e Piran 2019, che può essere negativa dentro l’alone, dove sta la Terra per ${pulsar} (${distance} pc, raggio ${radius} pc); scegli quella esatta.`,

  thomsonNeedsRate: () => 'manca, ma le perdite di Thomson ne hanno bisogno; dai b₀ in GeV/s, per esempio 1e-16.',
  thomsonIgnores: () => 'è presente, ma le perdite di Thomson non ne fanno uso; toglilo.',
  kleinNishinaIgnoresRate: (rate) => `vale ${rate}, ma le perdite di Klein–Nishina non ne fanno uso; toglilo.`,
  kleinNishinaNeedsField: () => 'manca, ma le perdite di Klein–Nishina ne hanno bisogno; dai B in µG, per esempio 3.',
  kleinNishinaNeedsRadiation: () =>
    'manca, ma le perdite di Klein–Nishina ne hanno bisogno; scegli un campo di radiazione.',
  noBlackbodies: () => 'manca, ma un campo di radiazione proprio ne ha bisogno; elenca i corpi neri.',
  sameBlackbody: (name) => `nomina due volte «${name}» (conta anche «synchrotron»); dai a ogni componente un nome suo.`,
  nothingCools: () =>
    'vale 0 µG e nessuna componente della radiazione ha energia: nulla si raffredderebbe; alza uno dei due.',
  fieldHasBlackbodies: (field) =>
    `è presente, ma il campo di radiazione «${field}» ha i suoi; togli l’elenco o scegli un campo proprio.`,

  priorOfFixed: (path) => `è «${path}», che non è un parametro libero; liberalo o togli la distribuzione a priori.`,
  secondPrior: (path) => `è di nuovo «${path}»; dai a un parametro una sola distribuzione a priori.`,
  priorWidth: (deviation) => `vale ${deviation}, ma deve stare sopra 0; alza il valore.`,
  priorCrosses: (low, high) => `vale ${low}, ma deve stare sotto il limite superiore, ${high}; scambiali.`,
  priorNotPositive: (low) =>
    `vale ${low}, ma una distribuzione a priori uniforme nel logaritmo richiede un numero sopra 0; alza il valore.`,

  sameName: (name) => `è «${name}», il nome di un’altra sorgente; dai a ogni sorgente un nome suo.`,
  rangeCrosses: (low, high) =>
    `va da ${low} a ${high} GeV, ma l’estremo inferiore deve stare sotto quello superiore; scambiali.`,
  fittedAlready: (dataset) => `è «${dataset}», che è già la tabella del fit; togli questa voce.`,
  notFreeable: (path, some) =>
    `è «${path}», che in questo scenario non è un numero che un fit possa liberare; scegli tra ${some}, …`,
  freeTwice: (path) => `è di nuovo «${path}»; nomina ogni parametro libero una volta sola.`,
  nothingFree: () => 'è vuoto: non c’è nulla da adattare; libera almeno un parametro.',
  notPredicted: (table, quantity) =>
    `contiene ${tableLabel(table)}, ma il programma non predice ${inThe(QUANTITIES, quantity)}; togli questa tabella.`,
  fewPointsForProfile: (points, free) =>
    `contiene ${points === 1 ? '1 punto' : `${points} punti`} per ${free} parametri liberi: non c’è un minimo di cui tracciare il profilo; allarga l’intervallo o libera meno parametri.`,
  notFreeForProfile: (free) => `non è tra i parametri liberi, perciò non ha profilo; i parametri liberi sono ${free}.`,
  noInverse: (table) =>
    `sono quelli correlati, ma gli errori di ${tableLabel(table)} non hanno inversa: ogni punto richiede un errore statistico; scegli la quadratura.`,
  noSuchError: (errors, table, energy) =>
    `sono quelli ${inThe(ERRORS, errors)}, ma ${tableLabel(table)} non ha un tale errore a ${energy} GeV; scegli la quadratura.`,
};

/** Whether Italian has every word that the sentence needs. */
function isKnown({ id, values }: SaidInputError): boolean {
  return id !== 'notAllowed' || ALLOWED.has(String(values[1]));
}

const VALUES: Readonly<Record<string, string>> = { missing: 'assente', 'an object': 'un oggetto', null: 'assente' };

const troubles: TroubleSentences = {
  silent: (patience_s) => `il processo di calcolo non ha risposto entro ${patience_s} s ed è stato sostituito.`,
  died: (reason) => `il processo di calcolo si è interrotto durante il calcolo: ${reason}.`,
  noneStarted: (attempts, reason) => `nessun processo di calcolo si avvia, dopo ${attempts} tentativi: ${reason}.`,
  noKernel: (reason) =>
    `il nucleo di calcolo non si può caricare (${reason}); controlla la connessione e ricarica la pagina.`,
};

export const errors = {
  trouble: ({ said: { id, values } }: TroubleError): string =>
    (troubles[id] as (...values: readonly unknown[]) => string)(...values),
  /** Behind the name of the place; null for what can only be said in English. */
  sentence: (said: SaidInputError): string | null => {
    if (!isKnown(said)) return null;
    const sentence = sentences[said.id] as (...values: SaidInputError['values']) => string;
    const [first, ...rest] = said.values;
    return said.id === 'notAllowed' ? sentence(inThe(VALUES, String(first)), ...rest) : sentence(...said.values);
  },
  energyRange: 'l’intervallo del fit',
};
