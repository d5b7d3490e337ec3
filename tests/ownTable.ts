/** A small table of one's own: bins, a point, asymmetric and systematic errors, an upper limit. */
import type { OwnTable } from '../src/model/ownTable.ts';

export const SMALL_TABLE: OwnTable = {
  label: 'mine',
  experiment: 'user data',
  quantity: 'positron-flux',
  fileName: 'mine.csv',
  reference: '',
  remarks: [],
  energies_GeV: [20, 40, 80, 160],
  binLow_GeV: [18, 36, 72, 160],
  binHigh_GeV: [22, 44, 90, 160],
  values: [2e-3, 3e-4, 4e-5, 6e-6],
  statisticalBelow: [1e-4, 1e-5, 2e-6, 0],
  statisticalAbove: [1e-4, 2e-5, 2e-6, 0],
  systematicBelow: [0, 0, 1e-6, 0],
  systematicAbove: [0, 0, 1e-6, 0],
  systematics: [],
  isUpperLimit: [false, false, false, true],
  limitConfidence: 0.95,
};
