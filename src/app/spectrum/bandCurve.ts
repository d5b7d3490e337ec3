import { useMemo } from 'preact/hooks';
import { energyPixels, valuePixels } from '../../plot/curvePath.ts';
import { type Quantity, weightSpectrum } from '../../plot/quantity.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import type { ShownBand } from '../state/band.ts';
import type { DrawnCurve } from './CurveLayer.tsx';

const tenth = (pixel: number) => Math.round(pixel * 10) / 10;

/** The band between two spectra as a filled line; nothing where there is none. */
export function useBandCurve(band: ShownBand | null, quantity: Quantity, axes: SpectrumAxes): readonly DrawnCurve[] {
  return useMemo(() => {
    if (band === null) return [];
    const { energies_GeV } = band;
    const x = energyPixels(energies_GeV, axes.energyAxis);
    const edge = (flux: Float64Array) => valuePixels(weightSpectrum(quantity, energies_GeV, flux), axes.fluxAxis);
    const [upper, lower] = [edge(band.upper), edge(band.lower)];
    // An edge at or below zero has no place on a logarithmic axis: the band ends at the bottom there.
    const floor = axes.fluxAxis.minPixel;
    const points = Array.from(x, (_, k) => k).filter((k) => Number.isFinite(x[k]) && Number.isFinite(upper[k]));
    const there = points.map((k) => `${tenth(x[k] as number)} ${tenth(upper[k] as number)}`);
    const back = points
      .map((k) => `${tenth(x[k] as number)} ${tenth(Number.isFinite(lower[k]) ? (lower[k] as number) : floor)}`)
      .reverse();
    return points.length < 2
      ? []
      : [{ key: 'band', className: 'series-band', path: `M${[...there, ...back].join('L')}Z` }];
  }, [band, quantity, axes]);
}
