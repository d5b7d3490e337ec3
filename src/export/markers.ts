/** Shapes of measured points, so that data sets differ not by colour alone. */
import type { PointLook } from './figureStyle.ts';
import { round } from './svgText.ts';

/** A closed path around a point; all shapes have about the same area. */
export function markerPath(shape: PointLook['shape'], x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx)} ${round(y + dy)}`;
  const r = round(radius);
  switch (shape) {
    case 'circle':
      return `M${at(-r, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 'square': {
      const half = radius * 0.89;
      return `M${at(-half, -half)}L${at(half, -half)}L${at(half, half)}L${at(-half, half)}Z`;
    }
    case 'diamond': {
      const half = radius * 1.25;
      return `M${at(0, -half)}L${at(half, 0)}L${at(0, half)}L${at(-half, 0)}Z`;
    }
    case 'triangle':
      return `M${at(0, -1.3 * radius)}L${at(1.2 * radius, 0.8 * radius)}L${at(-1.2 * radius, 0.8 * radius)}Z`;
  }
}
