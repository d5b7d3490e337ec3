/** Curves that stay behind the present one, thin and grey, each with its own dash, and components that step back behind others. */
import { useMemo } from 'preact/hooks';
import { energyPixels, linePath, valuePixels } from '../../plot/curvePath.ts';
import { type Quantity, weightSpectrum } from '../../plot/quantity.ts';
import type { Series } from '../../plot/series.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import type { PinnedCurve } from '../state/classroom.ts';
import type { DrawnCurve } from './CurveLayer.tsx';

/** What a pinned curve is called among the things that can be hidden. */
export function pinnedKey({ key }: Pick<PinnedCurve, 'key'>): string {
  return `pinned:${key}`;
}

/** The class with the dash and the tone of a pinned curve. */
export function pinnedLook({ look }: Pick<PinnedCurve, 'look'>): string {
  return look === undefined ? 'series-pinned' : `series-pinned series-pinned-${look}`;
}

/** The totals of pinned curves, and those of their components that are brought out. */
export function usePinnedCurves(
  pinned: readonly PinnedCurve[],
  emphasised: readonly string[],
  quantity: Quantity,
  axes: SpectrumAxes,
  hidden: ReadonlySet<string>,
): readonly DrawnCurve[] {
  return useMemo(
    () =>
      pinned.flatMap((one) => {
        const key = pinnedKey(one);
        if (hidden.has(key)) return [];
        const { curve } = one;
        const { energies_GeV, total, components } = curve;
        const x = energyPixels(energies_GeV, axes.energyAxis);
        const path = (flux: Float64Array) =>
          linePath({ x, y: valuePixels(weightSpectrum(quantity, energies_GeV, flux), axes.fluxAxis) });
        const parts = components.filter(({ name }) => emphasised.includes(name));
        return [
          { key, className: pinnedLook(one), path: path(total) },
          ...parts.map(({ name, flux }) => ({
            key: `${key}:${name}`,
            className: 'series-pinned series-pinned-part',
            path: path(flux),
          })),
        ];
      }),
    [pinned, emphasised, quantity, axes, hidden],
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
