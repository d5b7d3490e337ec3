/** Frames, ticks and their labels of a printed figure. */
import { type Axis, pixelOf } from '../plot/axis.ts';
import type { Rectangle } from '../plot/geometry.ts';
import type { AxisTicks } from '../plot/ticks.ts';
import type { FigureLayout } from './figureLayout.ts';
import { FONT_TEXT, FRAME, INK, WEIGHTS } from './figureStyle.ts';
import { labelText, round } from './svgText.ts';

/** Ticks of both opposite sides, inwards. */
function tickPath(axis: Axis, ticks: AxisTicks, box: Rectangle, isHorizontal: boolean, fontSize: number): string {
  const mark = (value: number, length: number) => {
    const at = round(pixelOf(axis, value));
    const long = round(length * fontSize);
    return isHorizontal
      ? `M${at} ${box.y}v${long}M${at} ${box.y + box.height}v${-long}`
      : `M${box.x} ${at}h${long}M${box.x + box.width} ${at}h${-long}`;
  };
  return [
    ...ticks.major.map(({ value }) => mark(value, WEIGHTS.majorTick)),
    ...ticks.minor.map((value) => mark(value, WEIGHTS.minorTick)),
  ].join('');
}

function frame(box: Rectangle, energy: readonly [Axis, AxisTicks], vertical: readonly [Axis, AxisTicks], em: number) {
  const weight = `fill="none" stroke="${FRAME}" stroke-width="${round(WEIGHTS.frame * em)}"`;
  return [
    `<rect ${weight} x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/>`,
    `<path ${weight} d="${tickPath(...energy, box, true, em)}${tickPath(...vertical, box, false, em)}"/>`,
  ];
}

function verticalLabels(axis: Axis, ticks: AxisTicks, left: number, fontSize: number): string[] {
  return ticks.major.map(({ value, label }) => {
    const y = pixelOf(axis, value) + 0.35 * fontSize;
    return `<text x="${round(left - 0.35 * fontSize)}" y="${round(y)}" text-anchor="end">${labelText([{ text: label }], fontSize)}</text>`;
  });
}

/** Frames with ticks on all sides, labels on the left and at the bottom. */
export function axisMarks(layout: FigureLayout): string[] {
  const { main, residual, energyAxis, energyTicks, fluxAxis, fluxTicks, pullAxis, pullTicks, fontSize } = layout;
  const energy = [energyAxis, energyTicks] as const;
  const bottom = residual ?? main;
  return [
    ...frame(main, energy, [fluxAxis, fluxTicks], fontSize),
    ...(residual === null ? [] : frame(residual, energy, [pullAxis, pullTicks], fontSize)),
    `<g fill="${INK}" font-family="${FONT_TEXT}" font-size="${round(fontSize)}">`,
    ...verticalLabels(fluxAxis, fluxTicks, main.x, fontSize),
    ...(residual === null ? [] : verticalLabels(pullAxis, pullTicks, residual.x, fontSize)),
    ...energyTicks.major.map(
      ({ value, label }) =>
        `<text x="${round(pixelOf(energyAxis, value))}" y="${round(bottom.y + bottom.height + 1.1 * fontSize)}" text-anchor="middle">${labelText([{ text: label }], fontSize)}</text>`,
    ),
    '</g>',
  ];
}
