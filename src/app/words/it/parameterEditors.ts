/** What a scenario has beside its numbers (priors, correlation lengths, tables, the list of sources), in Italian. */
import type { ParameterEditorsWords } from '../en/parameterEditors.ts';

export const parameterEditors: ParameterEditorsWords = {
  prior: {
    name: (label) => `distribuzione a priori: ${label}`,
    label: 'noto a priori',
    help: 'Quello che si sa del parametro prima dei dati. La distribuzione a posteriori ne tiene conto; il fit con χ² no.',
    change: (label) => `distribuzione a priori di ${label}`,
    distributions: {
      none: 'solo i valori ammessi',
      uniform: 'uniforme fra due valori',
      'log-uniform': 'uniforme nel logaritmo',
      gaussian: 'gaussiana',
    },
    low: 'da',
    high: 'a',
    mean: 'media',
    standardDeviation: 'deviazione standard',
    fieldName: (part, label) => `${part}, distribuzione a priori: ${label}`,
    between: (low, high) => `a priori: uniforme da ${low} a ${high}`,
    logBetween: (low, high) => `a priori: uniforme nel logaritmo da ${low} a ${high}`,
    normal: (mean, deviation) => `a priori: ${mean} ± ${deviation}`,
    wrongOrder: (low, high) =>
      `La distribuzione a priori comincia a ${low} e finisce a ${high}; scrivi un inizio minore della fine.`,
    notAboveZero: (low) =>
      `La distribuzione a priori comincia a ${low}, ma se è uniforme nel logaritmo deve cominciare sopra 0; scrivi un numero maggiore.`,
    noWidth: (deviation) =>
      `La deviazione standard è ${deviation}, ma deve essere maggiore di 0; scrivi un numero maggiore.`,
    outside: (low, high) =>
      `La distribuzione a priori esce dai valori ammessi, da ${low} a ${high}; riportala all’interno.`,
  },

  lengths: {
    label: 'lunghezze di correlazione',
    help: 'Errori sistematici correlati su molti intervalli di energia spostano tutta la curva, quelli correlati su pochi ne cambiano la forma. Ogni componente della tabella può avere una lunghezza propria.',
    options: { one: 'una per tutte', each: 'una per ogni componente' },
    component: (number) => `componente ${number}`,
    ofComponent: (name) => `lunghezza di correlazione, ${name}`,
    otherCount: (table, components, lengths) =>
      `${table} ha ${components === 1 ? '1 componente' : `${components} componenti`} dell’errore sistematico, l’elenco ${lengths === 1 ? '1 lunghezza' : `${lengths} lunghezze`}; le componenti senza una lunghezza propria prendono quella comune, le lunghezze senza componente non hanno effetto.`,
  },

  table: {
    load: 'Carica un file',
    paste: 'Incolla',
    pasteName: 'Due colonne di numeri',
    read: 'Leggi',
    cancel: 'Annulla',
    remove: 'Togli',
    removeName: (table) => `Togli la tabella ${table}`,
    pasted: 'tabella incollata',
    rows: (count, low, high) => `${count} punti, da ${low} a ${high} GeV`,
    points: 'Punti della tabella',
    energy: 'energia, GeV',
    stays: 'Il file resta su questo computer. Finché una tabella non è letta non cambia nulla.',
    background: {
      name: 'Tabella del fondo',
      value: 'flusso, GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
      format:
        'Due colonne: energia in GeV, crescente, e flusso interstellare di positroni in GeV⁻¹ m⁻² s⁻¹ sr⁻¹ (altre unità se l’intestazione di una colonna le nomina). Fra i punti e oltre è una legge di potenza.',
    },
    darkMatter: {
      name: 'Tabella del canale',
      value: 'positroni per evento, GeV⁻¹',
      format:
        'Due colonne: energia in GeV, crescente, e positroni per evento e GeV, dN/dE. Fra i punti è una legge di potenza; finisce con l’ultimo punto, al più all’energia che un evento può dare a un positrone.',
    },
    twoColumns: (place, count) =>
      `${place} ha ${count === 1 ? '1 colonna' : `${count} colonne`}, ma ne servono due, energia e valore; lascia solo queste.`,
    number: (place, line, what, cell, low, high) =>
      `${place}, riga ${line}: ${what} è “${cell}”, ma deve essere un numero da ${low} a ${high}; correggilo o togli la riga.`,
    rising: (place, line, energy, before) =>
      `${place}, riga ${line}: l’energia è ${energy} GeV, non maggiore di quella della riga prima, ${before} GeV; ordina le righe per energia.`,
    above: (place, line, energy, most) =>
      `${place}, riga ${line}: l’energia è ${energy} GeV, ma nessun positrone può avere più di ${most} GeV; taglia lì la tabella o aumenta la massa.`,
    rowsNeeded: (place, count, least, most) =>
      `${place} ha ${count === 1 ? '1 punto' : `${count} punti`}, ma deve averne da ${least} a ${most}; aggiungi o togli righe.`,
    unit: (place, column, unit, needed) =>
      `${place}: la colonna ${column} è in “${unit}”, un’unità che qui non è nota; dalla in ${needed}.`,
    tooLarge: (place, most) => `${place} ha più di ${most} caratteri; lascia fuori ciò che non è tabella.`,
    cannotBeRead: (place) => `${place} non si può leggere come testo; scegli un file di testo.`,
    energyName: 'l’energia',
    valueName: 'il valore',
  },

  sources: {
    nameLabel: 'nome',
    nameOf: (name) => `nome di ${name}`,
    add: 'aggiungi una pulsar',
    addChange: 'un’altra pulsar',
    remove: 'togli',
    removeName: (name) => `togli ${name}`,
    removeChange: (name) => `senza ${name}`,
    renameChange: (name) => `nome ${name}`,
    newName: (number) => `pulsar ${number}`,
    badName: 'Un nome ha da 1 a 80 caratteri, nessuno dei quali è una parentesi quadra [ ]; scrivine un altro.',
    nameTaken: (name) => `C’è già un nome “${name}”; scrivine uno diverso.`,
    tooMany: (most) => `Uno scenario ha al più ${most} sorgenti; prima togline una.`,
  },
};
