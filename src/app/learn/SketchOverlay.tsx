import './sketch.css';
import { useRef } from 'preact/hooks';
import type { PlotPoint } from '../../lessons/sketch.ts';
import { pixelOf, valueAt } from '../../plot/axis.ts';
import { linePath } from '../../plot/curvePath.ts';
import { energyText, significantText } from '../../plot/numberText.ts';
import { QUANTITIES, type Quantity, weightFlux } from '../../plot/quantity.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import type { Sketch } from '../state/classroom.ts';
import { useApp } from '../state/context.ts';
import { learnWords } from './learnWords.ts';
import { drawTo, energyOfPlace, PLACES, placeOfEnergy, pointAtPlace } from './sketching.ts';

interface SketchOverlayProps {
  readonly axes: SpectrumAxes;
  readonly quantity: Quantity;
}

/** One press of a vertical arrow moves by this part of the panel. */
const STEP_PART = 1 / 60;

const WAYS: Readonly<Record<string, readonly [places: number, heights: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 5],
  PageDown: [0, -5],
};

/** The drawn curve or mark over the plot; while it is open, pointer and arrow keys draw it. */
export function SketchOverlay({ axes, quantity }: SketchOverlayProps) {
  const { classroom } = useApp();
  const sketch = classroom.sketch.value;
  const stroke = useRef<{ readonly pointer: number; readonly last: PlotPoint } | null>(null);
  const pen = useRef<number | null>(null);
  if (sketch === null) return null;
  const words = learnWords();
  const { energyAxis, fluxAxis } = axes;
  const { main, width, height, fontSize } = axes.geometry;
  const inside = (x: number) => Math.min(Math.max(x, main.x), main.x + main.width);
  const [left, right] = sketch.range_GeV.map((energy) => inside(pixelOf(energyAxis, energy))) as [number, number];

  const fluxAtPixel = (energy_GeV: number, y: number) => valueAt(fluxAxis, y) / weightFlux(quantity, energy_GeV, 1);
  const pixelOfPoint = ({ energy_GeV, value }: PlotPoint) => ({
    x: pixelOf(energyAxis, energy_GeV),
    y: pixelOf(fluxAxis, weightFlux(quantity, energy_GeV, value)),
  });
  const pixels = sketch.points.map(pixelOfPoint);
  const change = (next: Sketch) => {
    classroom.sketch.value = next;
  };

  const pointUnder = (event: PointerEvent & { readonly currentTarget: HTMLElement }): PlotPoint => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.min(Math.max(event.clientX - box.left + left, left), right);
    const y = Math.min(Math.max(event.clientY - box.top + main.y, main.y), main.y + main.height);
    const under = valueAt(energyAxis, x);
    // The height belongs to the place where the point will stand: the weight of the flux is steep.
    const energy_GeV =
      sketch.what === 'curve' ? energyOfPlace(sketch.range_GeV, placeOfEnergy(sketch.range_GeV, under)) : under;
    return { energy_GeV, value: fluxAtPixel(energy_GeV, y) };
  };

  const middle = main.y + main.height / 2;
  const penPlace = pen.current ?? Math.floor(PLACES / 2);
  const [mark] = sketch.points;
  const place = sketch.what === 'peak' && mark ? placeOfEnergy(sketch.range_GeV, mark.energy_GeV) : penPlace;
  const energyAtPen = energyOfPlace(sketch.range_GeV, place);
  const drawnAtPen = sketch.what === 'peak' ? mark : pointAtPlace(sketch, place);

  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [places, heights] = way;
    const next = Math.min(Math.max(place + places, 0), PLACES - 1);
    const energy_GeV = energyOfPlace(sketch.range_GeV, next);
    const atNext = sketch.what === 'curve' && places !== 0 ? pointAtPlace(sketch, next) : undefined;
    pen.current = next;
    const from = drawnAtPen ? pixelOfPoint(drawnAtPen).y : middle;
    const y = atNext ? pixelOfPoint(atNext).y : from - heights * STEP_PART * main.height;
    const kept = Math.min(Math.max(y, main.y), main.y + main.height);
    change(drawTo(sketch, { energy_GeV, value: fluxAtPixel(energy_GeV, kept) }));
  };

  const { unit } = QUANTITIES[quantity];
  const spoken = drawnAtPen
    ? `${energyText(energyAtPen)} GeV: ${significantText(weightFlux(quantity, energyAtPen, drawnAtPen.value), 2)} ${unit}`
    : words.notDrawn;
  const lone = sketch.what === 'curve' && pixels.length === 1;

  return (
    <>
      <svg class="sketch" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {sketch.isOpen && (
          <rect class="sketch-range" x={left} y={main.y} width={Math.max(right - left, 0)} height={main.height} />
        )}
        {sketch.what === 'curve' && (
          <path
            class="sketch-line"
            d={linePath({ x: Float64Array.from(pixels, ({ x }) => x), y: Float64Array.from(pixels, ({ y }) => y) })}
          />
        )}
        {(sketch.what === 'peak' || lone) &&
          pixels.map(({ x, y }) => (
            <path
              key="mark"
              class="sketch-line sketch-mark"
              d={`M${x} ${main.y}V${main.y + main.height}M${x - fontSize * 0.5} ${y - fontSize * 0.5}l${fontSize} ${fontSize}m0 ${-fontSize}l${-fontSize} ${fontSize}`}
            />
          ))}
        {pixels.length > 0 && (
          <text
            class="sketch-name"
            x={inside((pixels.at(-1)?.x ?? 0) - fontSize * 0.4)}
            y={Math.max((pixels.at(-1)?.y ?? 0) - fontSize * 0.9, main.y + fontSize)}
            text-anchor="end"
          >
            {words.yourDrawing}
          </text>
        )}
      </svg>
      {sketch.isOpen && (
        <div
          class="sketch-pad"
          style={{
            left: `${left}px`,
            top: `${main.y}px`,
            width: `${Math.max(right - left, 0)}px`,
            height: `${main.height}px`,
          }}
          role="slider"
          tabIndex={0}
          aria-label={words.penName}
          aria-description={sketch.what === 'peak' ? words.markHelp : words.penHelp}
          aria-valuemin={sketch.range_GeV[0]}
          aria-valuemax={sketch.range_GeV[1]}
          aria-valuenow={Math.round(energyAtPen)}
          aria-valuetext={spoken}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            const last = pointUnder(event);
            stroke.current = { pointer: event.pointerId, last };
            change(drawTo(sketch, last));
          }}
          onPointerMove={(event) => {
            if (stroke.current?.pointer !== event.pointerId) return;
            const { last } = stroke.current;
            const to = pointUnder(event);
            stroke.current = { pointer: event.pointerId, last: to };
            // A frame may hold several moves: each goes on from what the one before has drawn.
            change(drawTo(classroom.sketch.peek() ?? sketch, to, last));
          }}
          onLostPointerCapture={() => {
            stroke.current = null;
          }}
          onKeyDown={onKeyDown}
        />
      )}
    </>
  );
}
