/** What the state of the page says: changes, side effects, messages, snapshots, in English. */
export const state = {
  // What a change is called after "undo".
  reset: 'reset',
  link: 'link',
  deeperMinimum: 'deeper minimum',
  snapshot: 'pinned curve',
  lastScenario: 'last scenario',

  // Links
  noSuchPreset: (name: string, known: string) =>
    `This link names the preset ${name}, but there are only ${known}; correct its name.`,
  untilThen: (sentence: string, preset: string) => `${sentence} Until then you see the preset “${preset}”.`,
  linkUnknown: (end: string) =>
    `This link ends in ${end}, but must hold a scenario (#s=…) or name a preset (#preset=…); copy it whole from where it came.`,

  // Fits and other long work
  fitEndedByChange: 'The fit was cancelled because the scenario changed; start it again.',
  fitCancelled: 'The fit was cancelled.',
  fitCancelledUnchanged: 'The fit was cancelled; all values are as before.',
  profilesCancelled: 'The profiles were cancelled.',
  contourCancelled: 'The contour was cancelled.',

  // What differs
  none: 'none',
  off: 'off',
  on: 'on',
  custom: 'custom',
  oneZone: 'off: one zone',
  haloOf: (radius: string, diffusion: string) => `${radius} pc, D ${diffusion}`,
  closedForm: 'closed form',
  listedOnly: 'off: listed pulsars only',
  catalogueWithin: (distance: string, efficiency: string) => `catalogue within ${distance} kpc, η ${efficiency}`,
  aTable: 'a table',
  annihilationInto: (particles: string, mass: string) => `annihilation into ${particles}, ${mass} GeV`,
  decayInto: (particles: string, mass: string) => `decay into ${particles}, ${mass} GeV`,
  asTheOthers: 'as the others',
  leftOut: 'left out',
  backgrounds: {
    'ams02-diffuse-term': 'AMS-02 diffuse term',
    secondaries: 'computed secondaries',
    table: 'table',
    none: 'none',
  },
  labels: {
    halo: 'halo',
    population: 'pulsars of the catalogue',
    ownCurves: 'own curves',
    darkMatter: 'dark matter',
    radiationField: 'radiation field',
    blackbodies: 'blackbodies',
    background: 'background',
    dataset: 'data set',
    fitRange: 'fit range',
    ownData: 'own data',
    backgroundTable: 'background table',
    spectrum: 'spectrum of an event',
    furtherDatasets: 'further data sets',
    correlationLengths: 'correlation lengths, dex',
    priors: 'priors',
  },
  ownDataOf: (label: string, points: number) => `${label}, ${points} ${points === 1 ? 'point' : 'points'}`,
  ofOwner: (label: string, owner: string) => `${label} of ${owner}`,

  // Side effects
  alsoChanged: (changes: string) => `This also changed: ${changes}.`,
  noLongerFree: (parameter: string) => `${parameter} is no longer free in the fit`,
  priorGone: (parameter: string) => `the prior of ${parameter} is gone`,

  // Snapshots
  pin: 'Pin',
  pinHelp: 'keep this curve in the plot behind the next ones (P)',
  pinned: (name: string) => `“${name}” is pinned.`,
  isPinnedAlready: (name: string) => `This scenario is pinned already, as “${name}”.`,
  pinsAreFull: (most: number) => `${most} curves are pinned, which is all there is room for: remove one of them first.`,
  snapshotName: (preset: string, change: string) => `${preset}: ${change}`,
  andMoreChanges: (change: string, more: number) => `${change} and ${more} more`,
  snapshotsLeftOut: (names: string) => `Pinned curves that could not be read were left out: ${names}.`,
  nameless: 'one without a name',
  pinnedCurve: (name: string) => `pinned: ${name}`,

  // The last scenario
  keptScenario: (name: string) => `Your last scenario (${name}) is kept.`,
  keptModified: (name: string) => `Your last scenario (${name}, modified) is kept.`,
  openKept: 'Open it',
  dismissKept: 'Do not open it',
};
export type StateWords = typeof state;
