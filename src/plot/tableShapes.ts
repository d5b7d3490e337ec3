/** How the points of several measured tables in one picture are told apart: each table has its own shape, and a tone as well. */

/** Shapes of points, by the names that Plotly has for them. */
export type PointShape = 'circle' | 'square' | 'diamond' | 'triangle-up' | 'triangle-down';

const FURTHER_SHAPES = ['square', 'diamond', 'triangle-up', 'triangle-down'] as const satisfies readonly PointShape[];
/** Tones that the stylesheet has for tables beside the first one. */
export const FURTHER_TONES = 3;

/** The look of one table in the picture. */
export interface TableLook {
  readonly shape: PointShape;
  /** 0 is the tone of the first table. */
  readonly tone: number;
}

/**
 * The look of the first table and of those beside it; shapes and tones return together only after twelve.
 *
 * @param place 0 for the table that is shown, 1, 2, … for the further ones
 */
export function tableLook(place: number): TableLook {
  if (place === 0) return { shape: 'circle', tone: 0 };
  return {
    shape: FURTHER_SHAPES[(place - 1) % FURTHER_SHAPES.length] ?? 'square',
    tone: ((place - 1) % FURTHER_TONES) + 1,
  };
}

const round = (pixel: number) => Math.round(pixel * 10) / 10;

/** A point as an SVG path; all shapes of one radius look about equally large. */
export function pointPath(shape: PointShape, x: number, y: number, radius: number): string {
  const polygon = (...corners: readonly (readonly [number, number])[]) =>
    `M${corners.map(([dx, dy]) => `${round(x + dx * radius)} ${round(y + dy * radius)}`).join('L')}Z`;
  switch (shape) {
    case 'circle':
      return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
    case 'square':
      return polygon([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
    case 'diamond':
      return polygon([0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]);
    case 'triangle-up':
      return polygon([0, -1.2], [1.15, 0.8], [-1.15, 0.8]);
    case 'triangle-down':
      return polygon([0, 1.2], [1.15, -0.8], [-1.15, -0.8]);
  }
}
