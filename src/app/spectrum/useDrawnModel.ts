import { useMemo, useRef } from 'preact/hooks';
import type { Comparison, Evaluation } from '../../analysis/analysisTypes.ts';
import { type Axis, isOnAxis, pixelOf } from '../../plot/axis.ts';
import { coolingTicks, energyOfCoolingTime } from '../../plot/coolingAxis.ts';
import { type LabelPlace, placeCurveLabels } from '../../plot/curveLabels.ts';
import { energyPixels, linePath, valuePixels } from '../../plot/curvePath.ts';
import type { DataPoint } from '../../plot/dataPoints.ts';
import { type Rectangle, textWidth } from '../../plot/geometry.ts';
import { timeText } from '../../plot/numberText.ts';
import { type Quantity, weightFlux, weightSpectrum } from '../../plot/quantity.ts';
import { type ResidualMarks, residualMarks } from '../../plot/residualMarks.ts';
import type { Series } from '../../plot/series.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import type { ComponentKind } from '../../predict/spectrumTypes.ts';
import type { DrawnCurve } from './CurveLayer.tsx';
import type { AgeMark, DrawnLabel, Note } from './MarkLayer.tsx';
import { seriesTitle } from './seriesTitle.ts';
import { spectrumWords } from './spectrumWords.ts';

/** The part of the picture that changes with every evaluation. */
export interface DrawnModel {
  readonly curves: readonly DrawnCurve[];
  readonly labels: readonly DrawnLabel[];
  readonly residuals: ResidualMarks | null;
}

/** Where a measured point and its error bar stand, px; null where it is not drawn. */
export function pointRectangle(point: DataPoint, axes: SpectrumAxes, radius: number): Rectangle | null {
  const { energyAxis, fluxAxis } = axes;
  if (!isOnAxis(energyAxis, point.energy_GeV) || !(point.value > 0 || fluxAxis.scale === 'linear')) return null;
  const x = pixelOf(energyAxis, point.energy_GeV);
  const y = pixelOf(fluxAxis, point.value);
  const low = pixelOf(fluxAxis, point.value - point.error);
  const bottom = Math.min(Number.isFinite(low) ? low : fluxAxis.minPixel, fluxAxis.minPixel);
  const top = Math.max(pixelOf(fluxAxis, point.value + point.error), fluxAxis.maxPixel);
  const upper = Math.min(top, y - radius);
  return { x: x - radius, y: upper, width: 2 * radius, height: Math.max(bottom, y + radius) - upper };
}

/** Curves, their names and the residuals of one evaluation. */
export function useDrawnModel(
  evaluation: Evaluation | null,
  comparison: Comparison | null,
  points: readonly DataPoint[],
  series: readonly Series[],
  hidden: ReadonlySet<string>,
  quantity: Quantity,
  axes: SpectrumAxes,
  pointRadius: number,
  notes: readonly Rectangle[],
): DrawnModel {
  const words = spectrumWords();
  const places = useRef<readonly LabelPlace[]>([]);
  const obstacles = useMemo(
    () => points.flatMap((point) => pointRectangle(point, axes, pointRadius) ?? []),
    [points, axes, pointRadius],
  );
  return useMemo(() => {
    if (evaluation === null) return { curves: [], labels: [], residuals: null };
    const { energies_GeV, components, total } = evaluation.curve;
    const x = energyPixels(energies_GeV, axes.energyAxis);
    const shown = [
      ...series.map((entry, index) => ({ ...entry, name: seriesTitle(entry), flux: components[index]?.flux })),
      { key: 'total', name: words.total, className: 'series-total', flux: total },
    ].flatMap(({ key, name, className, flux }) => {
      if (flux === undefined || hidden.has(key)) return [];
      const curve = { x, y: valuePixels(weightSpectrum(quantity, energies_GeV, flux), axes.fluxAxis) };
      return [{ key, name, className, curve }];
    });
    const { fontSize, main } = axes.geometry;
    const dataBoxes = hidden.has('data') ? [] : obstacles;
    // The total chooses first: it is drawn last but read first.
    const requests = [...shown].reverse().map(({ key, name, curve }) => ({
      key,
      curve,
      width: textWidth(name, fontSize, true),
      height: fontSize * 1.1,
    }));
    places.current = placeCurveLabels(requests, [...dataBoxes, ...notes], main, places.current);
    return {
      curves: shown.map(({ key, className, curve }) => ({ key, className, path: linePath(curve) })),
      labels: places.current.flatMap((place) => {
        const entry = shown.find(({ key }) => key === place.key);
        return entry === undefined ? [] : [{ ...place, text: entry.name, className: entry.className }];
      }),
      residuals:
        comparison === null || hidden.has('data')
          ? null
          : residualMarks(points, comparison.pull, comparison.inFit, axes.energyAxis, axes.pullAxis, pointRadius * 0.9),
    };
  }, [evaluation, comparison, points, series, hidden, quantity, axes, pointRadius, obstacles, notes, words]);
}

/** Kinds whose positrons lose energy on their way. */
const COOLING: readonly ComponentKind[] = ['pulsar', 'population', 'secondaries', 'dark-matter'];

/** The upper axis and the line of the pulsar's age; both are left out on a narrow plot and where nothing cools. */
export function useCoolingAxis(
  evaluation: Evaluation | null,
  age_kyr: number | null,
  quantity: Quantity,
  axes: SpectrumAxes,
  fitRange: readonly [number, number] | null,
) {
  const words = spectrumWords();
  return useMemo(() => {
    const { geometry, energyAxis } = axes;
    const cools = evaluation?.curve.components.some(({ kind }) => COOLING.includes(kind)) === true;
    if (evaluation === null || geometry.isNarrow || !cools) return { ticks: [], age: null };
    const { fontSize, main } = geometry;
    const energies = evaluation.curve.energies_GeV;
    const energy = age_kyr === null ? null : energyOfCoolingTime(energies, evaluation.coolingTime_kyr, age_kyr);
    let age: AgeMark | null = null;
    if (age_kyr !== null && energy !== null && isOnAxis(energyAxis, energy)) {
      const x = pixelOf(energyAxis, energy);
      const { value, unit } = timeText(age_kyr, 3);
      const texts = [words.coolingTimeIsAge(`${value} ${unit}`), words.age(`${value} ${unit}`)];
      const walls = [main.x + main.width, ...(fitRange ?? [])];
      const isRightTaken = walls.some((wall) => wall > x && wall < x + fontSize * 2);
      const textX = isRightTaken ? x - fontSize * 0.5 : x + fontSize * 1.2;
      const nearby = energies.map((other, index) =>
        Math.abs(pixelOf(energyAxis, other) - (textX - fontSize * 0.4)) < fontSize
          ? weightFlux(quantity, other, evaluation.curve.total[index] ?? 0)
          : 0,
      );
      const highest = Math.max(...nearby);
      const curve = highest > 0 ? pixelOf(axes.fluxAxis, highest) : axes.fluxAxis.minPixel;
      const room = Math.min(main.height * 0.6, curve - main.y) - 2 * fontSize;
      age = { x, text: texts.find((text) => textWidth(text, fontSize) < room) ?? null, textX };
    }
    return { ticks: coolingTicks(energies, evaluation.coolingTime_kyr, energyAxis, fontSize), age };
  }, [evaluation, age_kyr, quantity, axes, fitRange, words]);
}

/** The words inside the frame and the rectangles that names of curves keep away from. */
export function frameNotes(
  axes: SpectrumAxes,
  fitRange: readonly [number, number] | null,
  age: AgeMark | null,
): { readonly notes: readonly Note[]; readonly rectangles: readonly Rectangle[] } {
  const { main, fontSize } = axes.geometry;
  const notes: Note[] = [];
  const rectangles: Rectangle[] = [];
  if (fitRange !== null) {
    const [low, high] = fitRange;
    const text = spectrumWords().notInFit;
    const needed = textWidth(text, fontSize) + 1.6 * fontSize;
    const y = main.y + fontSize * 1.4;
    const end = main.x + main.width;
    if (low - main.x > needed) notes.push({ text, x: low - fontSize * 0.8, y, anchor: 'end' });
    else if (end - high > needed && age === null) notes.push({ text, x: high + fontSize * 0.8, y, anchor: 'start' });
    for (const x of fitRange)
      rectangles.push({ x: x - fontSize, y: main.y, width: 2 * fontSize, height: fontSize * 1.4 });
  }
  for (const { text, x, y, anchor } of notes) {
    const width = textWidth(text, fontSize);
    rectangles.push({ x: anchor === 'end' ? x - width : x, y: y - fontSize, width, height: fontSize * 1.2 });
  }
  if (age !== null) {
    const height = age.text === null ? 0 : textWidth(age.text, fontSize) + fontSize;
    rectangles.push({ x: Math.min(age.x, age.textX - fontSize), y: main.y, width: fontSize * 1.6, height });
  }
  return { notes, rectangles };
}

/** Pixels of the ends of the fit range, at the frame where an end lies outside. */
export function rangePixels(range_GeV: readonly [number, number], axis: Axis): readonly [number, number] {
  const pixel = (energy: number) =>
    energy > 0 ? Math.min(Math.max(pixelOf(axis, energy), axis.minPixel), axis.maxPixel) : axis.minPixel;
  return [pixel(range_GeV[0]), pixel(range_GeV[1])];
}
