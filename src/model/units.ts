/** Conversions between the units of people (pc, kyr, erg, uG, km/s, MV) and those of the kernel (cm, s, GeV, G). */

/** 1 pc [cm], IAU 2015. */
export const PARSEC_cm = 3.0856775814913674e18;
/** 1 kyr [s], Julian years of 365.25 d. */
export const KILOYEAR_s = 3.15576e10;
/** 1 erg [GeV]. */
export const ERG_GeV = 624.1509074;
/** 1 uG [G]. */
export const MICROGAUSS_G = 1e-6;
/** 1 km/s [cm/s]. */
export const KILOMETRE_PER_SECOND_cm_s = 1e5;
/** 1 MV for charge 1 [GeV]. */
export const MEGAVOLT_GeV = 1e-3;
/** Speed of light [cm/s], exact. */
export const SPEED_OF_LIGHT_cm_s = 2.99792458e10;
/** 1 m^2 [cm^2]. */
export const SQUARE_METRE_cm2 = 1e4;
