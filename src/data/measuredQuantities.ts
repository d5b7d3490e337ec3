/** What tables of electrons and positrons measure, in words. */
import type { MeasuredQuantity } from '../model/datasetIds.ts';

export type { MeasuredQuantity };

export const MEASURED_QUANTITIES = {
  'positron-flux': {
    label: 'positron flux',
    symbol: 'Φ(e⁺)',
    dimensionless: false,
    predicted: true,
    needsElectrons: false,
  },
  'positron-fraction': {
    label: 'positron fraction',
    symbol: 'Φ(e⁺) / [Φ(e⁺) + Φ(e⁻)]',
    dimensionless: true,
    predicted: true,
    needsElectrons: true,
  },
  'all-electron-flux': {
    label: 'flux of electrons and positrons together',
    symbol: 'Φ(e⁺) + Φ(e⁻)',
    dimensionless: false,
    predicted: true,
    needsElectrons: true,
  },
  'electron-flux': {
    label: 'electron flux',
    symbol: 'Φ(e⁻)',
    dimensionless: false,
    predicted: false,
    needsElectrons: true,
  },
} as const satisfies Readonly<Record<MeasuredQuantity, MeasuredQuantityDescription>>;

export interface MeasuredQuantityDescription {
  readonly label: string;
  readonly symbol: string;
  /** A ratio; otherwise GeV^-1 m^-2 s^-1 sr^-1. */
  readonly dimensionless: boolean;
  /** Whether the positrons of a scenario change it; electrons are taken as measured. */
  readonly predicted: boolean;
  /** Whether the measured electrons are needed for it. */
  readonly needsElectrons: boolean;
}
