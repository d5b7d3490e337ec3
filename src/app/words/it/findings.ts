/** What a fit, a profile or a contour found, in Italian. */
import type { FindingSentences } from '../../../analysis/findingSentences.ts';
import { VERDICTS, type VerdictId } from '../../../analysis/verdicts.ts';
import type { ParameterName } from '../../../model/describe.ts';
import { tableLabel } from './datasets.ts';

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const tables = (labels: readonly string[]) => labels.map(tableLabel).join(', ');
const SIDE = { lower: 'inferiore', upper: 'superiore' } as const;
const DIRECTION = { lower: 'verso il basso', upper: 'verso l’alto' } as const;

const sentences: FindingSentences = {
  converged: (steps, evaluations, distance) =>
    `Convergenza in ${steps} passi, ${evaluations} valutazioni; distanza attesa dal minimo: ${distance} in χ².`,
  convergedWithin: (steps, evaluations, goal) =>
    `Convergenza in ${steps} passi, ${evaluations} valutazioni; distanza attesa dal minimo: meno di ${goal} in χ².`,
  notConverged: (reason, steps) => {
    const cause = {
      'iteration limit': `χ² scendeva ancora dopo ${steps} passi; parti da più vicino o libera meno parametri`,
      'no progress': 'nessun passo abbassa più χ²; parti da un altro punto o libera meno parametri',
      'not finite': 'con i valori di partenza il modello non dà un numero; cambiali',
    }[reason];
    return `Nessuna convergenza: ${cause}.`;
  },
  starts: (count, same, elsewhere, chi2, failed) => {
    const parts = [
      `${same} ${same === 1 ? 'partenza' : 'partenze'} su ${count} ${same === 1 ? 'è arrivata' : 'sono arrivate'} a questo minimo`,
      ...(elsewhere > 0
        ? [`${elsewhere} ${elsewhere === 1 ? 'è finita' : 'sono finite'} in minimi più alti (χ² ${chi2.join(', ')})`]
        : []),
      ...(failed > 0 ? [`${failed} non ${failed === 1 ? 'ha' : 'hanno'} raggiunto la convergenza`] : []),
    ];
    return `${capitalised(parts.join(', '))}.`;
  },
  unconstrained: (name) =>
    `${capitalised(name)}: i dati non pongono alcun vincolo; meglio tenere fisso questo parametro.`,
  notPositive: () => 'Le derivate seconde non sono definite positive: non ci sono errori.',
  positive: () => 'Covarianza dalle derivate seconde complete, definita positiva.',
  degenerate: (one, other, correlation) =>
    `${capitalised(one)} e ${other}: quasi degeneri (correlazione ${correlation}).`,
  atLimit: (name, side, limit) =>
    `${capitalised(name)}: al limite ${SIDE[side]}, ${limit}; il valore resta fermo lì e non ha errore.`,
  noneAtLimit: () => 'Nessun parametro al limite.',
  noFreedom: () => 'Non resta alcun grado di libertà: il fit non dimostra nulla.',
  highChi2: (probability) => `Il modello non descrive i dati: un χ² così alto ha una probabilità di ${probability}.`,
  lowChi2: (probability) => `χ² è più basso di quanto il caso conceda (p = ${probability}), come con errori correlati.`,
  ordinaryChi2: (probability) => `χ² è compatibile con il caso (p = ${probability}).`,
  noPoint: (low_GeV, high_GeV, labels) =>
    `L’intervallo di energia, da ${low_GeV} a ${high_GeV} GeV, non contiene alcun punto di ${tables(labels)}: allargalo.`,
  fewPoints: (low_GeV, high_GeV, count, labels, free) =>
    `L’intervallo di energia, da ${low_GeV} a ${high_GeV} GeV, contiene ${count === 1 ? '1 punto' : `${count} punti`} di ${tables(labels)} per ${free} parametri liberi: allargalo o libera meno parametri.`,
  samePositrons: (one, other) =>
    `${tableLabel(one)} e ${tableLabel(other)} contengono positroni dello stesso esperimento: dove sono gli stessi, χ² li conta due volte e gli errori risultano troppo piccoli.`,
  deeperMinimum: (chi2, best) =>
    `È apparso un minimo più profondo: χ² = ${chi2} invece di ${best}; ripeti il fit da lì prima di usare questi errori.`,
  profileEnd: (name, side, outcome) => {
    const what = {
      bound: `nessun errore ${DIRECTION[side]}: prima arriva il limite ${SIDE[side]}`,
      'no rise': `nessun errore ${DIRECTION[side]}: χ² non sale abbastanza, per quanto ci si allontani`,
      edge: `l’errore ${DIRECTION[side]} finisce dove il modello non si può più calcolare`,
    }[outcome];
    return `${capitalised(name)}: ${what}.`;
  },
  regionCut: (one, other) => `La regione di ${one} e ${other} è tagliata da un limite.`,
  regionOpen: (one, other) => `La regione di ${one} e ${other} non si chiude; il disegno la taglia.`,
};

const VERDICTS_IN_ITALIAN: Readonly<Record<VerdictId, string>> = {
  valid: 'Minimo valido',
  notComputed: 'Nessun minimo: qui il modello non si può calcolare',
  notConverged: 'Nessun minimo: la ricerca non è arrivata a convergenza',
  fewPoints: 'Nessun fit: meno punti che parametri liberi',
  noPoint: 'Nessun fit: l’intervallo di energia non contiene punti',
  allAtLimits: 'Nessun fit: tutti i parametri liberi sono al limite',
  undetermined: 'Minimo, ma non tutti i parametri sono determinati',
  notPositive: 'Minimo senza errori: la curvatura non è positiva',
};
const verdicts = new Map<string, string>(
  Object.entries(VERDICTS).map(([id, english]) => [english, VERDICTS_IN_ITALIAN[id as VerdictId]]),
);

export const findings = {
  sentences,
  /** Of the English heading. */
  verdict: (english: string): string | undefined => verdicts.get(english),
  /** A parameter and whose it is. */
  ownedBy: (label: string, owner: ParameterName['owner']): string => {
    if (owner === null) return label;
    return owner.kind === 'one' ? `${label} di ${owner.name}` : `${label} delle pulsar del catalogo`;
  },
};
