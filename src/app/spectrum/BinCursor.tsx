import { useRef } from 'preact/hooks';
import type { Comparison } from '../../analysis/analysisTypes.ts';
import type { MeasuredQuantity } from '../../data/measuredQuantities.ts';
import { binRow } from '../../plot/binTable.ts';
import { nearestBin, stepBin } from '../../plot/cursor.ts';
import type { DataPoint } from '../../plot/dataPoints.ts';
import { axisName, type Quantity } from '../../plot/quantity.ts';
import type { Series } from '../../plot/series.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import { CursorCard } from './CursorCard.tsx';
import { spectrumWords } from './spectrumWords.ts';
import { pointRectangle } from './useDrawnModel.ts';

interface BinCursorProps {
  readonly axes: SpectrumAxes;
  readonly points: readonly DataPoint[];
  readonly comparison: Comparison | null;
  readonly experiment: string;
  readonly measured: MeasuredQuantity;
  readonly quantity: Quantity;
  readonly series: readonly Series[];
  readonly hidden: ReadonlySet<string>;
  readonly pointRadius: number;
  /** The bin under the cursor; null while there is no cursor. */
  readonly bin: number | null;
  readonly onBin: (bin: number | null) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The surface that finds the bin under the pointer or walks over the bins with the arrow keys, and the card with its numbers. */
export function BinCursor(props: BinCursorProps) {
  const { axes, points, bin, onBin } = props;
  const { geometry, energyAxis } = axes;
  const { main, residual } = geometry;
  const words = spectrumWords();
  const last = useRef(Math.floor(points.length / 2));
  if (bin !== null) last.current = bin;
  const current = Math.min(last.current, points.length - 1);
  const point = bin === null ? undefined : points[bin];
  const rowOf = (index: number) => {
    const found = points[index];
    return found === undefined ? null : binRow(found, index, props.quantity, props.comparison);
  };
  const row = bin === null ? null : rowOf(bin);
  const spoken = rowOf(current);
  const follow = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    const nearest = nearestBin(points, energyAxis, event.clientX - left + main.x);
    if (nearest !== bin) onBin(nearest);
  };
  const rectangle =
    point === undefined ? null : pointRectangle(point, axes, Math.max(props.pointRadius, geometry.fontSize * 0.6));
  return (
    <>
      <div
        class="spectrum-sensor"
        style={{
          left: `${main.x}px`,
          top: `${main.y}px`,
          width: `${main.width}px`,
          height: `${residual.y + residual.height - main.y}px`,
        }}
        role="slider"
        tabIndex={0}
        aria-label={words.binUnderCursor}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={current + 1}
        aria-valuetext={
          spoken === null
            ? ''
            : words.spokenBin(
                spoken.bin,
                spoken.data,
                axisName(props.quantity, props.measured).unit,
                spoken.total,
                spoken.pull,
              )
        }
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={(event) => {
          // A finger leaves with every tap; the card stays until the focus goes elsewhere.
          if (event.pointerType === 'mouse') onBin(null);
        }}
        onBlur={() => onBin(null)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const steps = STEPS[event.key];
          if (event.key === 'Escape') onBin(null);
          else if (steps !== undefined) {
            event.preventDefault();
            onBin(stepBin(points, energyAxis, current, bin === null && Number.isFinite(steps) ? 0 : steps));
          }
        }}
      />
      {row !== null && rectangle !== null && (
        <CursorCard
          experiment={props.experiment}
          row={row}
          series={props.series}
          hidden={props.hidden}
          point={rectangle}
          frame={main}
        />
      )}
    </>
  );
}
