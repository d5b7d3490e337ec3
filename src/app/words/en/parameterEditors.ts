/**
 * What a scenario has beside its numbers (priors, correlation lengths, tables, the list of sources), in English: apart from the
 * rows, since it comes with the editors that few scenarios need.
 */
export const parameterEditors = {
  prior: {
    name: (label: string) => `prior of ${label}`,
    label: 'known before',
    help: 'What is known of the parameter before the data. The posterior multiplies it in; the fit by χ² does not use it.',
    change: (label: string) => `prior of ${label}`,
    distributions: {
      none: 'nothing but the allowed range',
      uniform: 'even between two values',
      'log-uniform': 'even in the logarithm',
      gaussian: 'Gaussian',
    },
    low: 'from',
    high: 'to',
    mean: 'mean',
    standardDeviation: 'standard deviation',
    fieldName: (part: string, label: string) => `${part}, prior of ${label}`,
    between: (low: string, high: string) => `prior: even from ${low} to ${high}`,
    logBetween: (low: string, high: string) => `prior: even in the logarithm from ${low} to ${high}`,
    normal: (mean: string, deviation: string) => `prior: ${mean} ± ${deviation}`,
    wrongOrder: (low: string, high: string) =>
      `The prior begins at ${low} and ends at ${high}; type a beginning below the end.`,
    notAboveZero: (low: string) =>
      `The prior begins at ${low}, but an even one in the logarithm begins above 0; type a larger number.`,
    noWidth: (deviation: string) =>
      `The standard deviation is ${deviation}, but must be above 0; type a larger number.`,
    outside: (low: string, high: string) =>
      `The prior lies outside the allowed values, ${low} to ${high}; move it inside.`,
  },

  lengths: {
    label: 'correlation lengths',
    help: 'Systematic errors that are correlated over many bins move the whole curve, those over few bins change its shape. Each component of the table may have a length of its own.',
    options: { one: 'one for all', each: 'one for each component' },
    component: (number: number) => `component ${number}`,
    ofComponent: (name: string) => `correlation length, ${name}`,
    otherCount: (table: string, components: number, lengths: number) =>
      `${table} has ${components} components of its systematic error and the list ${lengths}; components without a length of their own take the common one, lengths without a component do nothing.`,
  },

  table: {
    load: 'Load a file',
    paste: 'Paste',
    pasteName: 'Two columns of numbers',
    read: 'Read it',
    cancel: 'Cancel',
    remove: 'Remove',
    removeName: (table: string) => `Remove the table ${table}`,
    pasted: 'pasted table',
    rows: (count: number, low: string, high: string) => `${count} points, ${low} to ${high} GeV`,
    points: 'Points of the table',
    energy: 'energy, GeV',
    stays: 'The file stays on this machine. Until a table is read nothing changes.',
    background: {
      name: 'Table of the background',
      value: 'flux, GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
      format:
        'Two columns: energy in GeV, rising, and interstellar positron flux in GeV⁻¹ m⁻² s⁻¹ sr⁻¹ (other units where the head of a column names them). Between the points and beyond them it is a power law.',
    },
    darkMatter: {
      name: 'Table of the channel',
      value: 'positrons per event, GeV⁻¹',
      format:
        'Two columns: energy in GeV, rising, and positrons per event and GeV, dN/dE. Between the points it is a power law; it ends with the last point, at most at the energy that one event gives a positron.',
    },
    twoColumns: (place: string, count: number) =>
      `${place} has ${count === 1 ? '1 column' : `${count} columns`}, but two are needed, energy and value; keep these two only.`,
    number: (place: string, line: number, what: string, cell: string, low: string, high: string) =>
      `${place}, line ${line}: ${what} is “${cell}”, but must be a number from ${low} to ${high}; correct it or leave the line out.`,
    rising: (place: string, line: number, energy: string, before: string) =>
      `${place}, line ${line}: the energy is ${energy} GeV, not above the ${before} GeV of the line before; sort the lines by energy.`,
    above: (place: string, line: number, energy: string, most: string) =>
      `${place}, line ${line}: the energy is ${energy} GeV, but no positron can have more than ${most} GeV; cut the table there or raise the mass.`,
    rowsNeeded: (place: string, count: number, least: number, most: number) =>
      `${place} has ${count === 1 ? '1 point' : `${count} points`}, but must have ${least} to ${most}; add or leave out lines.`,
    unit: (place: string, column: string, unit: string, needed: string) =>
      `${place}: column ${column} is in “${unit}”, which is not known here; give it in ${needed}.`,
    tooLarge: (place: string, most: string) => `${place} has more than ${most} characters; leave out what is no table.`,
    cannotBeRead: (place: string) => `${place} cannot be read as text; choose a text file.`,
    energyName: 'the energy',
    valueName: 'the value',
  },

  sources: {
    nameLabel: 'name',
    nameOf: (name: string) => `name of ${name}`,
    add: 'add a pulsar',
    addChange: 'another pulsar',
    remove: 'remove',
    removeName: (name: string) => `remove ${name}`,
    removeChange: (name: string) => `without ${name}`,
    renameChange: (name: string) => `name ${name}`,
    newName: (number: number) => `pulsar ${number}`,
    badName: 'A name has 1 to 80 characters, none of them a bracket [ ]; type another one.',
    nameTaken: (name: string) => `Another one is called “${name}”; type a name of its own.`,
    tooMany: (most: number) => `A scenario has at most ${most} sources; remove one first.`,
  },
};
export type ParameterEditorsWords = typeof parameterEditors;
