/** The Sources tab: pulsars ranked by their flux. */
import { LEFT_OUT, type LeftOutReason } from '../../../data/catalogue/selectPulsars.ts';

export const sources = {
  energyOfRanking: 'Energy of the ranking',
  or: 'or',
  energyField: 'energy of the ranking',
  energyRefused: (value: number, lowest: number, highest: number) =>
    `energy is ${value} GeV, but must be from ${lowest} to ${highest} GeV; change it.`,
  computing: 'computing',
  catalogueFailed: 'The catalogue could not be loaded: reload the page.',

  allPulsars: (count: number) => `All ${count === 1 ? '1 pulsar' : `${count} pulsars`}`,
  none: 'none',
  ofModel: 'of the model',
  ofMeasured: 'of what AMS-02 measured',
  dipole: 'Dipole anisotropy',
  dipoleHelp: 'in the diffusion approximation; background and dark matter are taken as isotropic',
  towards: (longitude: string, latitude: string) => `towards l = ${longitude}°, b = ${latitude}°`,

  aboutDistances: 'About the distances',
  aboutBefore:
    'The flux hangs on them, and several near pulsars differ by factors of 3 to 8 between the models (marked with',
  aboutAfter:
    '). Choose the model with the pulsars in the parameter panel, or open a name and give that pulsar a distance of its own.',
  empty:
    'Here stand the pulsars of the ATNF catalogue by the positrons that each sends to us at one energy: distance, age, power, share of the flux, and the anisotropy that they make together. Now the scenario has listed sources only.',
  switchOn: 'Count the catalogue’s pulsars',
  switchOnChange: 'pulsars of the catalogue on',

  find: 'Find a pulsar',
  notFound: (text: string) => `No pulsar that counts has “${text}” in its name.`,
  leftOutBefore: 'left out:',
  andMore: (count: number) => `and ${count} more`,
  andMoreForSearch: (count: number) => `and ${count} more, for the search above`,
  moreOf: (count: number, all: number) => `${count} more of ${all}`,
  leftOut: 'Left out, those that',
  leftOutNone: 'are none: every pulsar of the catalogue counts.',
  leftOutOne: (reason: string) => `Left out of the sum with those that ${reason}.`,
  reasons: LEFT_OUT as Readonly<Record<LeftOutReason, string>>,
  listed: 'A listed source: its values stand in its own group of parameters.',
  closePulsar: (name: string) => `Close ${name}`,
  close: 'close',

  caption: (energy: string) => `Pulsars by their positrons at ${energy}`,
  sortHelp: 'press to sort by it',
  columns: {
    rank: { short: '#', unit: '', help: 'rank' },
    name: { short: 'Pulsar', unit: '', help: 'name' },
    distance: { short: 'd', unit: 'pc', help: 'distance in use, pc' },
    age: { short: 'age', unit: 'kyr', help: 'age in use, kyr' },
    power: { short: 'Ė', unit: '10³³ erg/s', help: 'power that the rotation loses today, 10³³ erg s⁻¹' },
    share: { short: 'share', unit: '%', help: 'part of the positrons of all pulsars' },
    sum: { short: 'sum', unit: '%', help: 'part of this one and all stronger ones together' },
    ofTotal: { short: 'of total', unit: '%', help: 'part of everything that the scenario counts' },
    place: { short: 'l, b', unit: 'deg', help: 'galactic longitude and latitude' },
    dipole: { short: 'dipole', unit: '%', help: 'dipole anisotropy that it causes, towards it' },
  },
  hasCurve: 'has its own curve',
  doubtful: 'the models of the distance differ by a factor of 3 or more',

  also: (name: string) => `also ${name}`,
  ownCurve: 'own curve',
  ownCurveOf: (name: string) => `${name} as a curve of its own`,
  curveChange: (name: string) => `curve of ${name}`,
  countsOf: (name: string) => `${name} counts in the sum`,
  counts: 'counts in the sum',
  leftOutOfSum: 'left out of the sum',
  countsChange: (name: string, counts: boolean) => `${name} ${counts ? 'counts' : 'left out'}`,
  noDistance: 'The catalogue has no distance: it counts only with one of its own.',
  distance: 'Distance:',
  distanceModels: { catalogue: 'catalogue', ymw16: 'YMW16', ne2001: 'NE2001', independent: 'independent' },
  takeDistance: (length: string, model: string) => `take ${length} of ${model}`,
  distanceChange: (name: string) => `distance of ${name}`,
  distancesDiffer: (factor: string) => `! They differ by a factor of ${factor}: try both.`,
  valueOf: (label: string, name: string) => `${label} of ${name}`,
  lockOf: (change: string) => `lock of ${change}`,
};
export type SourcesWords = typeof sources;
