// Physical constants in kernel units (GeV, cm, s), CODATA 2018: Tiesinga, Mohr, Newell, Taylor, RMP 93, 025010 (2021).

/** Speed of light [cm s^-1], exact. */
export const SPEED_OF_LIGHT: f64 = 2.99792458e10;

/** Rest energy of the electron [GeV]. */
export const ELECTRON_REST_ENERGY: f64 = 0.51099895e-3;

/** Thomson cross section [cm^2]. */
export const THOMSON_CROSS_SECTION: f64 = 6.6524587321e-25;

/** Boltzmann constant [GeV K^-1]. */
export const BOLTZMANN_CONSTANT: f64 = 8.617333262e-14;

/** 1 erg [GeV]. */
export const ERG: f64 = 624.1509074;

/** 1 eV [GeV]. */
export const ELECTRONVOLT: f64 = 1e-9;

/** 1 m^2 [cm^2]. */
export const SQUARE_METRE: f64 = 1e4;
