/** Curves that stay behind the present one, thin and grey, and components that step back behind others. */
import { useMemo } from 'preact/hooks';
import { energyPixels, linePath, valuePixels } from '../../plot/curvePath.ts';
import { type Quantity, weightSpectrum } from '../../plot/quantity.ts';
import type { Series } from '../../plot/series.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import type { PinnedCurve } from '../state/classroom.ts';
import type { DrawnCurve } from './CurveLayer.tsx';

/** The totals of pinned curves, and those of their components that are brought out. */
export function usePinnedCurves(
  pinned: readonly PinnedCurve[],
  emphasised: readonly string[],
  quantity: Quantity,
  axes: SpectrumAxes,
): readonly DrawnCurve[] {
  return useMemo(
    () =>
      pinned.flatMap(({ key, curve }) => {
        const { energies_GeV, total, components } = curve;
        const x = energyPixels(energies_GeV, axes.energyAxis);
        const path = (flux: Float64Array) =>
          linePath({ x, y: valuePixels(weightSpectrum(quantity, energies_GeV, flux), axes.fluxAxis) });
        const parts = components.filter(({ name }) => emphasised.includes(name));
        return [
          { key: `pinned:${key}`, className: 'series-pinned', path: path(total) },
          ...parts.map(({ name, flux }) => ({
            key: `pinned:${key}:${name}`,
            className: 'series-pinned series-pinned-part',
            path: path(flux),
          })),
        ];
      }),
    [pinned, emphasised, quantity, axes],
  );
}

/** The curves with all components paler but the emphasised ones; the total keeps its weight. */
export function dimmed(
  curves: readonly DrawnCurve[],
  series: readonly Series[],
  emphasised: readonly string[],
): readonly DrawnCurve[] {
  if (emphasised.length === 0) return curves;
  const paler = new Set(series.filter(({ name }) => !emphasised.includes(name)).map(({ key }) => key));
  return curves.map((curve) =>
    paler.has(curve.key) ? { ...curve, className: `${curve.className} series-dimmed` } : curve,
  );
}
