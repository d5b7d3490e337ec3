/** Galactic coordinates and unit vectors, in arithmetic that gives the same bits in every engine. */

/** A unit vector: x towards the Galactic centre, y along l = 90 degrees, z to the north pole of the Galaxy. */
export type Direction = readonly [x: number, y: number, z: number];

export interface GalacticCoordinates {
  /** l, from 0 to 360 degrees. */
  readonly longitude_deg: number;
  /** b, from -90 to 90 degrees. */
  readonly latitude_deg: number;
}

const RADIANS = Math.PI / 180;

/** sin x = sum (-1)^k x^(2k+1) / (2k+1)! and cos x in the same way; below 1e-16 for |x| <= pi/4. */
function series(x: number): { sine: number; cosine: number } {
  const square = x * x;
  let [sine, cosine] = [0, 0];
  for (let k = 18; k > 0; k -= 2) {
    cosine = (1 - cosine) * (square / ((k - 1) * k));
    sine = (1 - sine) * (square / (k * (k + 1)));
  }
  return { sine: x * (1 - sine), cosine: 1 - cosine };
}

/** Sine and cosine of an angle in degrees. */
export function sineAndCosine(angle_deg: number): { sine: number; cosine: number } {
  const quarter = Math.round(angle_deg / 90);
  const { sine, cosine } = series((angle_deg - 90 * quarter) * RADIANS);
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return { sine, cosine };
    case 1:
      return { sine: cosine, cosine: -sine };
    case 2:
      return { sine: -sine, cosine: -cosine };
    default:
      return { sine: -cosine, cosine: sine };
  }
}

/** Angle in degrees, from 0 to 360, of the point (x, y), which is not the origin. */
function angle(x: number, y: number): number {
  const radius = Math.sqrt(x * x + y * y);
  let estimate = x >= 0 ? (y >= 0 ? 45 : 315) : y >= 0 ? 135 : 225;
  // From at most 45 degrees away, sin(error) + sin^3/6 leaves 1.1 degrees, then 2e-8, then rounding.
  for (let i = 0; i < 3; i++) {
    const { sine, cosine } = sineAndCosine(estimate);
    const error = (y * cosine - x * sine) / radius;
    estimate += (error * (1 + (error * error) / 6)) / RADIANS;
  }
  const positive = estimate < 0 ? estimate + 360 : estimate;
  return positive >= 360 ? positive - 360 : positive;
}

/** (cos b cos l, cos b sin l, sin b). */
export function directionOf({ longitude_deg, latitude_deg }: GalacticCoordinates): Direction {
  const [l, b] = [sineAndCosine(longitude_deg), sineAndCosine(latitude_deg)];
  return [b.cosine * l.cosine, b.cosine * l.sine, b.sine];
}

/** Where a vector points; (0, 0) for the zero vector, which points nowhere. */
export function coordinatesOf([x, y, z]: Direction): GalacticCoordinates {
  const inPlane = Math.sqrt(x * x + y * y);
  if (inPlane === 0 && z === 0) return { longitude_deg: 0, latitude_deg: 0 };
  const latitude = angle(inPlane, z);
  return {
    longitude_deg: inPlane === 0 ? 0 : angle(x, y),
    latitude_deg: latitude > 180 ? latitude - 360 : latitude,
  };
}
