import { describe, expect, test } from 'vitest';
import { coordinatesOf, directionOf, sineAndCosine } from '../../src/predict/galacticDirection.ts';

describe('galactic coordinates', () => {
  test('sine and cosine are right to rounding at every angle', () => {
    for (let angle_deg = -720; angle_deg <= 720; angle_deg += 0.37) {
      const { sine, cosine } = sineAndCosine(angle_deg);
      const radians = ((angle_deg % 360) * Math.PI) / 180;
      // 2e-15: radians near 2 pi are rounded by 4e-16 themselves.
      expect(Math.abs(sine - Math.sin(radians))).toBeLessThan(2e-15);
      expect(Math.abs(cosine - Math.cos(radians))).toBeLessThan(2e-15);
    }
  });

  test('the centre, the direction of rotation and the pole are the axes', () => {
    expect(directionOf({ longitude_deg: 0, latitude_deg: 0 })).toEqual([1, 0, 0]);
    expect(directionOf({ longitude_deg: 90, latitude_deg: 0 })[1]).toBe(1);
    expect(directionOf({ longitude_deg: 123, latitude_deg: 90 })[2]).toBe(1);
  });

  test('become a vector of any length and come back', () => {
    for (let longitude_deg = 0; longitude_deg < 360; longitude_deg += 7.3) {
      for (let latitude_deg = -89; latitude_deg < 90; latitude_deg += 8.1) {
        const [x, y, z] = directionOf({ longitude_deg, latitude_deg });
        const back = coordinatesOf([1e-5 * x, 1e-5 * y, 1e-5 * z]);
        // 1e-12 degrees: rounding, 57 times larger at latitude 89.
        expect(Math.abs(back.longitude_deg - longitude_deg)).toBeLessThan(1e-12);
        expect(Math.abs(back.latitude_deg - latitude_deg)).toBeLessThan(1e-12);
      }
    }
  });

  test('poles, axes and the zero vector have coordinates in range', () => {
    expect(coordinatesOf([0, 0, -3])).toEqual({ longitude_deg: 0, latitude_deg: -90 });
    expect(coordinatesOf([0, 0, 0])).toEqual({ longitude_deg: 0, latitude_deg: 0 });
    for (const vector of [
      [1, 0, 0],
      [1, -1e-20, 0],
      [-1, 0, 0],
      [0, -1, 0],
      [1, 0, -1e-20],
    ] as const) {
      const { longitude_deg, latitude_deg } = coordinatesOf(vector);
      expect(longitude_deg >= 0 && longitude_deg < 360).toBe(true);
      expect(latitude_deg >= -90 && latitude_deg <= 90).toBe(true);
    }
  });
});
