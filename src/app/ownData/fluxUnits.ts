/** The units in which a file can give a flux, times a power of the energy. */
import { ENERGY_UNITS, type FluxUnit } from '../../data/ownData/units.ts';

/** Times the energy itself the unit of the energy cancels: one is as good as another. */
export const FLUX_UNITS: readonly FluxUnit[] = ([0, 1, 2, 3] as const).flatMap((power) =>
  (['m2', 'cm2'] as const).flatMap((area) =>
    (power === 1 ? (['GeV'] as const) : ENERGY_UNITS).map((energy) => ({ energy, area, power })),
  ),
);

/** A unit as the value of a choice. */
export function fluxUnitKey({ energy, area, power }: FluxUnit): string {
  return [power === 1 ? 'GeV' : energy, area, power].join(' ');
}

/** `GeV⁻¹ m⁻² s⁻¹ sr⁻¹`, `GeV² cm⁻² s⁻¹ sr⁻¹`. */
export function fluxUnitText({ energy, area, power }: FluxUnit): string {
  const factor = [`${energy}⁻¹ `, '', `${energy} `, `${energy}² `][power];
  return `${factor}${area === 'm2' ? 'm' : 'cm'}⁻² s⁻¹ sr⁻¹`;
}
