import type { MeasuredQuantity } from '../data/measuredQuantities.ts';
import { englishPlotWords, type PlotWords } from './plotWords.ts';

/** What the vertical axis counts: the flux, or the flux times a power of the energy. */
export type Quantity = 'E3' | 'E2' | 'flux';

interface QuantityDescription {
  /** Power of the energy that multiplies the flux. */
  readonly power: 0 | 2 | 3;
  /** The factor in front of Φ, as on an axis. */
  readonly factor: string;
  readonly unit: string;
  /** As read aloud. */
  readonly words: string;
}

export const QUANTITIES: Readonly<Record<Quantity, QuantityDescription>> = {
  E3: { power: 3, factor: 'E³', unit: 'GeV² m⁻² s⁻¹ sr⁻¹', words: 'positron flux times energy cubed' },
  E2: { power: 2, factor: 'E²', unit: 'GeV m⁻² s⁻¹ sr⁻¹', words: 'positron flux times energy squared' },
  flux: { power: 0, factor: '', unit: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹', words: 'positron flux' },
};

/** What a measured flux is called on an axis, behind the power of the energy. */
const FLUX_NAMES: Readonly<Record<Exclude<MeasuredQuantity, 'positron-fraction'>, string>> = {
  'positron-flux': '(e⁺)',
  'all-electron-flux': '(e⁺ + e⁻)',
  'electron-flux': '(e⁻)',
};

/** How an axis names what it shows. */
export interface AxisName {
  /** Behind the symbol of the flux; the whole name of a fraction. */
  readonly name: string;
  /** Empty for a fraction. */
  readonly unit: string;
  /** As read aloud. */
  readonly words: string;
  /** Whether it is a plain ratio, which no power of the energy multiplies. */
  readonly isFraction: boolean;
}

/** The names of a measured quantity on an axis that counts it times a power of the energy. */
export function axisName(
  quantity: Quantity,
  measured: MeasuredQuantity,
  words: PlotWords = englishPlotWords,
): AxisName {
  const label = words.quantity(measured);
  return measured === 'positron-fraction'
    ? { name: words.fractionAxis, unit: '', words: label, isFraction: true }
    : {
        name: FLUX_NAMES[measured],
        unit: QUANTITIES[quantity].unit,
        words: words.weighted[quantity](label),
        isFraction: false,
      };
}

/** E^p times a flux (GeV⁻¹ m⁻² s⁻¹ sr⁻¹) at one energy (GeV). */
export function weightFlux(quantity: Quantity, energy_GeV: number, flux: number): number {
  return flux * energy_GeV ** QUANTITIES[quantity].power;
}

/** E^p times the fluxes at some energies (GeV). */
export function weightSpectrum(quantity: Quantity, energies_GeV: Float64Array, flux: Float64Array): Float64Array {
  const power = QUANTITIES[quantity].power;
  return power === 0 ? flux : flux.map((value, index) => value * (energies_GeV[index] ?? Number.NaN) ** power);
}
