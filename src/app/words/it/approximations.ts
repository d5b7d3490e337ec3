/** The labelled approximations of a scenario, in Italian. */
import type { ApproximationWords } from '../../../export/approximationText.ts';
import { RADIATION_FIELDS } from '../../../model/radiationFields.ts';

const exactLosses = (isThomson: boolean) =>
  isThomson
    ? `quello di Klein–Nishina nel campo di ${RADIATION_FIELDS.hooper2017.label} con 3 µG`
    : 'quello di Klein–Nishina nello stesso campo';

export const approximations: Omit<ApproximationWords, 'option'> = {
  notComputed: (name) => `${name}: quanto disti dal modello esatto non è stato calcolato.`,
  measured: ({ name, approximation: { source, what }, at }) => {
    const quantity = source === undefined ? 'tasso di perdita esatto' : `flusso esatto di ${source}`;
    const reference =
      source === undefined
        ? exactLosses(what.includes(RADIATION_FIELDS.hooper2017.label))
        : 'quello della funzione di Green a due zone';
    if (at === null) return `${name}: nessun ${quantity} con cui confrontare; esatto è ${reference}.`;
    return `${name}: ${at.ratio} volte il ${quantity} a ${at.energy} (da ${at.least} a ${at.most} tra ${at.first} e ${at.last}); esatto è ${reference}.`;
  },
};
