/** What period and period derivative say of a pulsar's age and power. */
import { KILOYEAR_s } from '../../model/units.ts';
import type { CataloguePulsar } from './catalogueTypes.ts';

/** Moment of inertia that the catalogue assumes, g cm^2. */
const MOMENT_OF_INERTIA = 1e45;

type Rotation = Pick<CataloguePulsar, 'period_s' | 'periodDerivative'>;

/** tau_c = P / (2 dP/dt), kyr: the age of a dipole that was born spinning much faster. */
export function characteristicAge_kyr({ period_s, periodDerivative }: Rotation): number {
  return period_s / (2 * periodDerivative) / KILOYEAR_s;
}

/**
 * Age of a pulsar with braking index n that had the spin-down timescale tau0 at birth, t = 2 tau_c / (n - 1) - tau0, kyr; not
 * positive where the characteristic age is too short for that tau0.
 */
export function spinDownAge_kyr(rotation: Rotation, brakingIndex: number, timescale_kyr: number): number {
  return (2 * characteristicAge_kyr(rotation)) / (brakingIndex - 1) - timescale_kyr;
}

/** Power that the rotation loses today, 4 pi^2 I (dP/dt) / P^3, erg/s. */
export function spinDownLuminosity_erg_s({ period_s, periodDerivative }: Rotation): number {
  return (4 * Math.PI * Math.PI * MOMENT_OF_INERTIA * periodDerivative) / (period_s * period_s * period_s);
}
