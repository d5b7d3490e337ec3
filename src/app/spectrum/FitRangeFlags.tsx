import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { type Axis, pixelOf, valueAt } from '../../plot/axis.ts';
import { moveEnd, type RangeEnd, stepEnd } from '../../plot/fitRange.ts';
import type { PlotGeometry } from '../../plot/geometry.ts';
import { energyText } from '../../plot/numberText.ts';
import { memo } from '../memo.ts';
import { spectrumWords } from './spectrumWords.ts';

interface FitRangeFlagsProps {
  /** The element whose left edge is pixel 0. */
  readonly box: RefObject<HTMLElement | null>;
  readonly geometry: PlotGeometry;
  readonly axis: Axis;
  /** Every bin edge, GeV, rising. */
  readonly edges: readonly number[];
  readonly range_GeV: readonly [number, number];
  readonly onRange: (range_GeV: [number, number]) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The two flags at the frame that set the energies of the fit, by pointer or arrow keys, from bin edge to bin edge. */
export const FitRangeFlags = memo(function FitRangeFlags({
  box,
  geometry,
  axis,
  edges,
  range_GeV,
  onRange,
}: FitRangeFlagsProps) {
  const words = spectrumWords();
  const grab = useRef<{ readonly pointer: number; readonly offset: number } | null>(null);

  const flag = (end: RangeEnd) => {
    const energy = range_GeV[end === 'lower' ? 0 : 1];
    const pixel = energy > 0 ? pixelOf(axis, energy) : axis.minPixel;
    const x = Math.min(Math.max(pixel, axis.minPixel), axis.maxPixel);
    const change = (next: [number, number]) => {
      if (next[0] !== range_GeV[0] || next[1] !== range_GeV[1]) onRange(next);
    };
    const pixelUnder = (event: PointerEvent) => event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
    return (
      <div
        class="spectrum-flag"
        style={{ left: `${x}px`, top: `${geometry.main.y}px` }}
        role="slider"
        tabIndex={0}
        aria-label={words.rangeEnd[end]}
        title={words.rangeEndHelp[end]}
        aria-valuemin={edges[0]}
        aria-valuemax={edges.at(-1)}
        aria-valuenow={Math.min(Math.max(energy, edges[0] ?? energy), edges.at(-1) ?? energy)}
        aria-valuetext={`${energyText(energy)} GeV`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          grab.current = { pointer: event.pointerId, offset: pixelUnder(event) - x };
        }}
        onPointerMove={(event) => {
          if (grab.current?.pointer !== event.pointerId) return;
          change(moveEnd(edges, range_GeV, end, valueAt(axis, pixelUnder(event) - grab.current.offset)));
        }}
        onLostPointerCapture={() => {
          grab.current = null;
        }}
        onKeyDown={(event) => {
          const steps = STEPS[event.key];
          if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          change(stepEnd(edges, range_GeV, end, steps));
        }}
      >
        <svg class="spectrum-flag-shape" viewBox="0 0 10 12" aria-hidden="true">
          <path d="M0 0H10V8L5 12L0 8Z" />
        </svg>
      </div>
    );
  };
  return (
    <>
      {flag('lower')}
      {flag('upper')}
    </>
  );
});
