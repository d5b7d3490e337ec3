/** The rows of the parameters, their groups and controls, and numbers as they are typed and spoken, in English. */
const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const parameters = {
  /** Numbers that are spoken and typed. */
  format: {
    minus: (number: string) => `minus ${number}`,
    timesPowerOfTen: (mantissa: string, exponent: string) => `${mantissa} times 10 to the ${exponent}`,
    none: 'none',
    units: {
      none: '',
      pc: 'parsec',
      kpc: 'kiloparsec',
      kyr: 'thousand years',
      erg_s: 'erg per second',
      cm2_s: 'square centimetres per second',
      GeV: 'giga-electronvolt',
      GeV_s: 'giga-electronvolt per second',
      GeV_cm3: 'giga-electronvolt per cubic centimetre',
      per_cm3: 'per cubic centimetre',
      cm3_s: 'cubic centimetres per second',
      s: 'seconds',
      dex: 'decades',
      uG: 'microgauss',
      km_s: 'kilometres per second',
      MV: 'megavolt',
      K: 'kelvin',
      eV_cm3: 'electronvolt per cubic centimetre',
      per_TeV: 'per tera-electronvolt',
      flux: 'per giga-electronvolt, square metre, second and steradian',
    },
    empty: (label: string) => `${label} is empty; type a number, or press Escape to keep the present one.`,
    comma: (typed: string, better: string) =>
      `“${typed}” has a comma; write the decimal point as a point, ${better} for instance.`,
    notANumber: (typed: string) =>
      `“${typed}” is not a number; type one such as 250 or 1.3e28, or press Escape to keep the present one.`,
    hasNoUnit: (typed: string, label: string) =>
      `“${typed}” has a unit, but ${label} is a number without one; type the number alone.`,
    otherUnit: (typed: string, given: string, label: string, unit: string) =>
      `“${typed}” is in ${given}, but ${label} is in ${unit}; type the number in ${unit}, or in another unit of the same kind.`,
    unknownUnit: (typed: string, given: string, unit: string) =>
      `“${typed}” has “${given}” after the number, which is no unit that is known here; type the number in ${unit}.`,
  },

  controls: {
    cancel: 'Cancel',
    take: (text: string) => `take ${text}`,
    plus: 'plus',
    minus: 'minus',
    withoutEnd: 'without an end',
  },

  title: 'Parameters',
  /** After the number of those that are free. */
  ofFree: (all: number) => `of ${all} free`,
  find: 'Find',
  findName: 'Find a parameter',
  nothingFound: (text: string) => `No parameter has “${text}” in its name or help.`,
  key: { preset: 'long tick: preset', published: 'short: published values', fitted: '±1σ' },

  groups: {
    pulsar: 'Pulsar',
    fitFunction: 'Fit function',
    otherPulsars: 'Other pulsars',
    pulsars: 'Pulsars',
    halo: 'Halo',
    galaxy: 'Galaxy',
    losses: 'Losses',
    background: 'Background',
    darkMatter: 'Dark matter',
    sun: 'Sun',
    fit: 'Fit',
    resetChange: (title: string) => `reset of ${title}`,
    reset: (title: string) => `${title}: everything back to the preset`,
    resetHelp: 'this group back to the preset',
    noPulsar: 'not in use: no pulsar',
    nothingCrosses: 'not in use: nothing crosses it',
    nothingDiffuses: 'not in use: nothing diffuses',
    thomson: 'Thomson, approximate',
    kleinNishina: 'Klein–Nishina',
    kleinNishinaFit: 'Klein–Nishina, approximate',
    lossesIn: (model: string, field: string) => `${model}, ${field} field`,
    customField: 'custom',
    slope: (delta: string) => `slope δ ${delta}`,
    finiteVolumes: 'finite volumes',
    juettner: 'Jüttner',
    placeInList: (place: number, all: number) => `${place} of ${all}`,
    off: 'off',
    forceField: (potential: string) => `force field, ${potential} MV`,
    errors: {
      quadrature: 'stat ⊕ syst',
      statistical: 'stat only',
      covariance: 'syst correlated',
    },
    fewer: 'fewer',
    more: (count: number) => `${count} more`,
    moreValues: (count: number) => counted(count, 'more value'),
    /** What the Find box finds beside the declared parameters. */
    keywords: {
      source: 'source on off enabled name add remove pulsar',
      population: 'pulsars of the catalogue atnf other pulsars population on off own curve',
      halo: 'halo on off slow diffusion zone two zones one zone bubble',
      galaxy: '',
      losses: 'radiation field photons interstellar blackbody temperature energy density',
      background: 'background diffuse term secondaries none table',
      'dark-matter': 'dark matter on off annihilation decay table',
      sun: '',
      fit: 'fit data set dataset ams-02 energy range gev prior correlation length',
    },
  },

  row: {
    off: 'off',
    free: (label: string) => `${label}: free in the fit`,
    fixed: (label: string) => `${label}: fixed in the fit`,
    freeHelp: 'free in the fit; click to fix',
    fixedHelp: 'fixed in the fit; click to free',
    lockChange: (label: string) => `lock of ${label}`,
    back: (value: string) => `back to ${value}`,
    backOf: (label: string, value: string) => `${label}: back to ${value}`,
    onOff: (label: string) => `${label} on or off`,
    ofOwner: (label: string, owner: string) => `${label} of ${owner}`,
    cataloguePulsars: 'the catalogue’s pulsars',
    beyond: (low: string, high: string) => `beyond the slider, which goes from ${low} to ${high}`,
    widened: (low: string, high: string) => `the slider was widened: ${low} to ${high}`,
    narrow: 'as it was',
    narrowName: (label: string) => `${label}: slider as it was`,
    allowed: (low: string, high: string) => `Allowed: ${low} to ${high}. In files: `,
    tooMuchEnergy: 'More than the spin-down energy that the pulsars had.',
  },

  source: {
    inSum: (name: string) => `${name} in the sum`,
    counts: 'counts in the sum',
    leftOut: 'left out of the sum',
    on: (name: string) => `${name} on`,
    off: (name: string) => `${name} off`,
  },

  switches: {
    onChange: (name: string) => `${name} on`,
    offChange: (name: string) => `${name} off`,
    halo: {
      name: 'halo',
      on: 'slow diffusion around every pulsar',
      off: 'off: the same diffusion everywhere',
      help: (radius: string, diffusion: string) =>
        `Slow diffusion within a radius around the pulsar, the Galaxy’s diffusion outside. Off means one zone: the same diffusion everywhere. Switched on again, the halo has the values that it had last on this page; the first time ${radius} and ${diffusion}.`,
    },
    darkMatter: {
      name: 'dark matter',
      on: 'annihilates or decays around us',
      off: 'off: no dark matter',
      help: 'Dark matter that annihilates or decays, spread evenly in the slab around us. Switched on again, it has the values that it had last on this page.',
    },
    population: {
      name: 'pulsars of the catalogue',
      on: 'pulsars of the ATNF catalogue',
      off: 'off: listed pulsars only',
      help: 'Every pulsar of the ATNF catalogue beside the listed ones, with one efficiency and one spectrum for all. A listed pulsar is not counted twice. Switched on again, they have the values that they had last on this page.',
    },
    ownValues: (count: number) => counted(count, 'pulsar with values of its own', 'pulsars with values of their own'),
    show: 'show',
  },

  halo: {
    moves: (name: string, speed: string) => `${name} moves with ${speed} km s⁻¹`,
    centredOnEmission: 'each positron diffuses in a halo centred on the place where it was emitted',
    centredOnPulsar: 'the halo is centred on the pulsar, which carries it along and emits at its distance of today',
  },

  field: {
    label: 'radiation field',
    custom: 'custom blackbodies',
    ownPaper: 'Diluted blackbodies of your own.',
    help: (paper: string) =>
      `Photons on which positrons lose energy by inverse Compton scattering. More energy density moves the bump down. ${paper}`,
    newName: (number: number) => `field ${number}`,
    add: 'add a blackbody',
    remove: 'remove',
    removeOne: (name: string) => `remove ${name}`,
  },

  background: {
    label: 'background',
    options: {
      'ams02-diffuse-term': 'AMS-02 diffuse term',
      secondaries: 'secondaries, computed',
      table: 'your table',
      none: 'none',
    },
    help: 'Positrons that no pulsar made. Without them the low energies are empty.',
  },

  fit: {
    dataset: 'data set',
    energies: 'energies',
    rangeChange: 'fit range',
    to: 'to',
    lowest: 'lowest energy of the fit',
    highest: 'highest energy of the fit',
    range: (low: string, high: string) => `${low} to ${high} GeV`,
    further: 'fit further data sets together with it',
    furtherCount: (count: number) => `${count} more fitted together with it`,
    furtherName: 'Further data sets',
  },
};
export type ParametersWords = typeof parameters;
