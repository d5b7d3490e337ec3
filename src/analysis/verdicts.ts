/** The headings that a report of a fit can have. */
export const VERDICTS = {
  valid: 'Valid minimum',
  notComputed: 'No minimum: the model cannot be computed here',
  notConverged: 'No minimum: the search did not converge',
  fewPoints: 'No fit: fewer points than free parameters',
  noPoint: 'No fit: the energy range holds no point',
  allAtLimits: 'No fit: every free parameter sits at a limit',
  undetermined: 'Minimum, but not every parameter is determined',
  notPositive: 'Minimum without errors: the curvature is not positive',
} as const;

export type VerdictId = keyof typeof VERDICTS;
