import type { Axis, AxisScale } from './axis.ts';
import { energyRange, fluxRange, stretchRange } from './axisRange.ts';
import type { DataPoint } from './dataPoints.ts';
import { isNarrowWidth, type PlotGeometry, plotGeometry } from './geometry.ts';
import type { Quantity } from './quantity.ts';
import { type AxisTicks, linearTicks, logTicks, residualTicks } from './ticks.ts';

/** Everything that places a value in the picture. */
export interface SpectrumAxes {
  readonly geometry: PlotGeometry;
  readonly energyAxis: Axis;
  readonly fluxAxis: Axis;
  readonly pullAxis: Axis;
  readonly energyTicks: AxisTicks;
  readonly fluxTicks: AxisTicks;
  readonly pullTicks: AxisTicks;
}

interface AxesRequest {
  readonly points: readonly DataPoint[];
  readonly quantity: Quantity;
  readonly scale: AxisScale;
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly fluxRange: readonly [number, number];
  readonly residualLimit: number;
}

/**
 * Both ends of the axes: the energies, and the fluxes with room for the highest value of the total curve.
 *
 * @param steepness as in `fluxRange`
 */
export function axisEnds(
  points: readonly DataPoint[],
  quantity: Quantity,
  scale: AxisScale,
  width: number,
  fontSize: number,
  curve: { readonly energies_GeV: Float64Array; readonly total: Float64Array } | null,
  steepness = 3,
): { readonly energies_GeV: readonly [number, number]; readonly fluxes: readonly [number, number] } {
  const energies_GeV = energyRange(points, isNarrowWidth(width, fontSize));
  let highest = 0;
  curve?.energies_GeV.forEach((energy, index) => {
    const value = curve.total[index] ?? 0;
    if (energy >= energies_GeV[0] && energy <= energies_GeV[1] && value > highest) highest = value;
  });
  return {
    energies_GeV,
    fluxes: stretchRange(fluxRange(points, quantity, scale, energies_GeV, steepness), scale, highest),
  };
}

/** Panels, axes and ticks for a box of some size. */
export function spectrumAxes(request: AxesRequest): SpectrumAxes {
  const { points, scale, width, height, fontSize } = request;
  const [lowEnergy, highEnergy] = energyRange(points, isNarrowWidth(width, fontSize));
  const [lowFlux, highFlux] = request.fluxRange;
  // The labels decide the margin and the height decides the labels, so the heights come first.
  const { main, residual } = plotGeometry(width, height, fontSize, 0);
  const fluxAxis: Axis = { scale, min: lowFlux, max: highFlux, minPixel: main.y + main.height, maxPixel: main.y };
  const pullAxis: Axis = {
    scale: 'linear',
    min: -request.residualLimit,
    max: request.residualLimit,
    minPixel: residual.y + residual.height,
    maxPixel: residual.y,
  };
  const fluxTicks = (scale === 'log' ? logTicks : linearTicks)(fluxAxis, fontSize * 1.5);
  const pullTicks = residualTicks(pullAxis, fontSize * 0.95);
  const longest = Math.max(...[...fluxTicks.major, ...pullTicks.major].map(({ label }) => label.length));
  const geometry = plotGeometry(width, height, fontSize, longest);
  const energyAxis: Axis = {
    scale: 'log',
    min: lowEnergy,
    max: highEnergy,
    minPixel: geometry.main.x,
    maxPixel: geometry.main.x + geometry.main.width,
  };
  const energyTicks = logTicks(energyAxis, fontSize * 3.2);
  return { geometry, energyAxis, fluxAxis, pullAxis, energyTicks, fluxTicks, pullTicks };
}
