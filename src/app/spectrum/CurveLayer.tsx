import { type Axis, pixelOf } from '../../plot/axis.ts';
import type { PlotGeometry, Rectangle } from '../../plot/geometry.ts';
import type { AxisTicks } from '../../plot/ticks.ts';
import { memo } from '../memo.ts';

/** One curve ready to be drawn. */
export interface DrawnCurve {
  readonly key: string;
  readonly className: string;
  readonly path: string;
}

interface GroundProps {
  readonly id: string;
  readonly geometry: PlotGeometry;
  readonly energyAxis: Axis;
  readonly fluxAxis: Axis;
  readonly pullAxis: Axis;
  readonly energyTicks: AxisTicks;
  readonly fluxTicks: AxisTicks;
  /** Pixels of the two ends of the fit range; null before the first evaluation. */
  readonly fitRange: readonly [number, number] | null;
}

interface CurveLayerProps extends GroundProps {
  readonly curves: readonly DrawnCurve[];
}

function outsidePath(panel: Rectangle, fitRange: readonly [number, number]): string {
  const end = panel.x + panel.width;
  const low = Math.min(Math.max(fitRange[0], panel.x), end);
  const high = Math.min(Math.max(fitRange[1], panel.x), end);
  const stretch = (from: number, to: number) => (to > from ? `M${from} ${panel.y}H${to}v${panel.height}H${from}Z` : '');
  return stretch(panel.x, low) + stretch(high, end);
}

/** Tint outside the fit range, grid, the band of ±1 σ: they stand still while the curves move. */
const Ground = memo(function Ground(props: GroundProps) {
  const { geometry, energyAxis, fluxAxis, pullAxis, energyTicks, fluxTicks, fitRange } = props;
  const { main, residual } = geometry;
  const bottom = residual.y + residual.height;
  const verticals = energyTicks.major
    .map(({ value }) => pixelOf(energyAxis, value))
    .map((x) => `M${x} ${main.y}v${main.height}M${x} ${residual.y}v${residual.height}`);
  const horizontals = fluxTicks.major.map(({ value }) => `M${main.x} ${pixelOf(fluxAxis, value)}h${main.width}`);
  const oneSigma = pixelOf(pullAxis, 1);
  return (
    <>
      <clipPath id={`${props.id}-main`}>
        <rect x={main.x} y={main.y} width={main.width} height={main.height} />
      </clipPath>
      {fitRange !== null && (
        <path class="spectrum-outside" d={outsidePath(main, fitRange) + outsidePath(residual, fitRange)} />
      )}
      <path class="spectrum-grid" d={verticals.join('') + horizontals.join('')} />
      <rect
        class="spectrum-one-sigma"
        x={residual.x}
        y={oneSigma}
        width={residual.width}
        height={2 * (bottom - residual.height / 2 - oneSigma)}
      />
      <path
        class="spectrum-two-sigma"
        d={[2, -2].map((pull) => `M${residual.x} ${pixelOf(pullAxis, pull)}h${residual.width}`).join('')}
      />
    </>
  );
});

/** What lies under axes and points: tint outside the fit range, grid, the band of ±1 σ, the model curves. */
export function CurveLayer({ curves, ...ground }: CurveLayerProps) {
  const { width, height } = ground.geometry;
  return (
    <svg class="spectrum-curves" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Ground {...ground} />
      <g clip-path={`url(#${ground.id}-main)`}>
        {curves.map(({ key, className, path }) => (
          <path key={key} class={`series-line ${className}`} d={path} />
        ))}
      </g>
    </svg>
  );
}
