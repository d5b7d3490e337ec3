import type { Population } from '../../model/scenario.ts';

/**
 * What the catalogue says of a pulsar: HE seen above radio energies, NRAD pulsations only there, AXP magnetar, XINS isolated
 * neutron star seen in X rays, RRAT rotating radio transient.
 */
export type PulsarKind = 'HE' | 'NRAD' | 'AXP' | 'XINS' | 'RRAT';

/** Where a distance comes from: the catalogue's best, dispersion with one of two models of the electrons, or neither. */
export type DistanceModel = 'catalogue' | 'ymw16' | 'ne2001' | 'independent';

/** One pulsar as the catalogue lists it. */
export interface CataloguePulsar {
  /** Name by J2000 position. */
  readonly name: string;
  /** Name by B1950 position, null if it has none. */
  readonly alias: string | null;
  /** Galactic longitude, degrees. */
  readonly longitude_deg: number;
  /** Galactic latitude, degrees. */
  readonly latitude_deg: number;
  readonly period_s: number;
  /** dP/dt, seconds per second. */
  readonly periodDerivative: number;
  /** null where there is none. */
  readonly distance_kpc: Readonly<Record<DistanceModel, number | null>>;
  /** Proper motion in all, null where a component is missing. */
  readonly properMotion_mas_yr: number | null;
  readonly kinds: readonly PulsarKind[];
}

/** A catalogue of pulsars with what must be cited for it. */
export interface Catalogue {
  readonly id: Population['catalogue'];
  readonly label: string;
  readonly reference: string;
  readonly pulsars: readonly CataloguePulsar[];
}
