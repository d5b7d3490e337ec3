/** Profiles, contours and the breakdown of χ² in the Fit tab, in English. */
const fits = (count: number) => (count === 1 ? '1 fit' : `${count} fits`);
const ofParameters = (count: number) => (count === 1 ? '1 parameter' : `${count} parameters`);

export const likelihood = {
  starting: 'starting',
  goThere: 'Go there and fit again',

  // Profiles
  profiles: 'Profile likelihood',
  profilesHeading: 'Profile likelihood, Δχ² from 0 to 4',
  profileErrors: 'Profile errors',
  profileHelp:
    'how far each parameter goes until χ² has risen by 1, the others being fitted again: errors with two sides',
  profileProgress: (finished: number, parameters: number, minimisations: number) =>
    `${finished} of ${ofParameters(parameters)}, ${fits(minimisations)}`,
  range: (from: string, to: string) => `${from} to ${to}`,
  profileOf: (name: string, range: string) => `Δχ² of ${name} from ${range}`,
  profilePicture: (name: string, range: string, best: string, interval: string) =>
    `Δχ² of ${name} from ${range}: lowest at ${best}, 68 % interval ${interval}`,
  profileTable: (name: string) => `Δχ² along ${name}, the other free parameters fitted again at every value`,
  deltaChi2: 'Δχ²',
  notComputed: 'no model',

  // Contours
  contour: 'Contour',
  contourHeading: 'Contour of two parameters',
  horizontal: 'horizontal',
  vertical: 'vertical',
  drawContour: 'Draw contour',
  contourHelp: 'regions that hold both true values with 39, 68 and 95 %',
  contourProgress: fits,
  contourPicture: (horizontal: string, vertical: string, regions: string, best: string) =>
    `${horizontal} against ${vertical}: regions of ${regions}; best values ${best}`,
  contourTable: (names: string) => `Edges of the regions of ${names}, point by point along each closed line`,
  region: 'Region',
  line: 'Line',

  // Numbers behind a picture
  saveAs: (format: string) => `Save as ${format}`,
  profileFiles: 'Profiles as a file',
  contourFiles: 'Contours as a file',

  // χ² by its parts
  byTable: 'χ² by data set',
  table: 'Data set',
  points: 'Points',
  byErrors: 'χ² by the way of counting errors',
  errors: 'Errors, at the best values',
  inForce: (errors: string) => `${errors}, fitted`,
  errorsLacking: 'the table lacks them',
  energyScales: 'Energy scales',
  energyScale: 'Energy scale',
  shift: 'Shift',
};
export type LikelihoodWords = typeof likelihood;
