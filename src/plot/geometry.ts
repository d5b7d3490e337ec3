/** A rectangle in pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the two panels of the spectrum stand inside their box. */
export interface PlotGeometry {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  /** Narrow plots start at a higher energy and have no upper axis. */
  readonly isNarrow: boolean;
  readonly main: Rectangle;
  readonly residual: Rectangle;
}

/** Width, in font sizes, below which a plot counts as narrow: 440 px at 11 px. */
const NARROW_EMS = 40;
const RESIDUAL_SHARE = 0.22;

/** Whether a box of this width is narrow. */
export function isNarrowWidth(width: number, fontSize: number): boolean {
  return width < NARROW_EMS * fontSize;
}

/**
 * Panels, gap and margins for a box of some size, all in font sizes so that the projector theme only changes one number.
 *
 * @param labelCharacters the longest label of the vertical axis
 */
export function plotGeometry(width: number, height: number, fontSize: number, labelCharacters: number): PlotGeometry {
  const isNarrow = isNarrowWidth(width, fontSize);
  const left = Math.round(fontSize * (0.58 * Math.max(labelCharacters, 2) + (isNarrow ? 0.9 : 1.6)));
  const right = Math.round(fontSize * 1.7);
  const top = Math.round(fontSize * (isNarrow ? 2.3 : 4.5));
  const bottom = Math.round(fontSize * 3.2);
  const gap = Math.round(fontSize * 1.9);
  const free = Math.max(height - top - bottom - gap, 2);
  const residualHeight = Math.round(free * RESIDUAL_SHARE);
  const panelWidth = Math.max(width - left - right, 2);
  const mainHeight = free - residualHeight;
  return {
    width,
    height,
    fontSize,
    isNarrow,
    main: { x: left, y: top, width: panelWidth, height: mainHeight },
    residual: { x: left, y: top + mainHeight + gap, width: panelWidth, height: residualHeight },
  };
}

/** Whether two rectangles touch. */
export function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Whether one rectangle lies wholly in another. */
export function contains(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** About how wide a text is, px; sans-serif digits and small letters take 0.56 of the font size, bold ones 0.6. */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  return text.length * fontSize * (isBold ? 0.6 : 0.56);
}
