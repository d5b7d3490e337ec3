import '../charts/charts.css';
import { useId } from 'preact/hooks';
import type { Dataset } from '../../data/datasetTypes.ts';
import { type Axis, pixelOf } from '../../plot/axis.ts';
import { signedText, significantText } from '../../plot/numberText.ts';
import { linearTicks, logTicks } from '../../plot/ticks.ts';
import { type ChartAxis, chartAxis } from '../charts/chartAxis.ts';
import { datasetLabel, quantityLabel } from '../words/modelWords.ts';
import { compareWords } from './compareWords.ts';
import { type CurveRatio, type PointDifference, ratioLimit, sigmaLimit } from './differences.ts';

export type DifferenceKind = 'ratio' | 'sigma';

const WIDTH = 360;
const HEIGHT = 216;
const FRAME = { left: 44, right: 352, top: 22, bottom: 178 } as const;
/** From here to here the energies of both pictures reach, GeV: so much as the spectrum shows. */
const ENERGIES_GeV = [0.5, 3000] as const;
/** Ratios that are drawn nearly as tall as their frame would hide the frame. */
const ROOM = 1.04;

interface DifferencePlotProps {
  readonly kind: DifferenceKind;
  /** The table whose errors count. */
  readonly data: Dataset;
  readonly ratio: CurveRatio;
  readonly points: readonly PointDifference[];
}

const VERTICAL = [FRAME.bottom, FRAME.top] as const;
/** Between two labels of the vertical axis, px, at least. */
const TICK_SPACING = 26;
/** From here on twice as much and half as much stand equally far from 1. */
const LOGARITHMIC_FROM = 2;

/** From 1 / limit to limit. */
function ratioAxis(limit: number): Pick<ChartAxis, 'pixel' | 'ticks'> {
  const isLog = limit >= LOGARITHMIC_FROM;
  const axis: Axis = {
    scale: isLog ? 'log' : 'linear',
    min: isLog ? 1 / limit / ROOM : 2 - limit,
    max: isLog ? limit * ROOM : limit,
    minPixel: FRAME.bottom,
    maxPixel: FRAME.top,
  };
  const pixel = (value: number) => pixelOf(axis, value);
  const { major } = isLog ? logTicks(axis, TICK_SPACING) : linearTicks(axis, TICK_SPACING);
  return { pixel, ticks: major.map(({ value, label }) => ({ pixel: pixel(value), label })) };
}

const tenth = (pixel: number) => Math.round(10 * pixel) / 10;

/** A line through the points that have a place; it ends where one has none. */
function brokenLine(points: readonly (readonly [x: number, y: number])[]): string {
  let isDrawing = false;
  return points
    .map(([x, y]) => {
      const isPoint = Number.isFinite(x) && Number.isFinite(y);
      const command = !isPoint ? '' : `${isDrawing ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`;
      isDrawing = isPoint;
      return command;
    })
    .join('');
}

/** How A and B differ over energy: their ratio as a line, or their difference in errors at the measured points. */
export function DifferencePlot({ kind, data, ratio, points }: DifferencePlotProps) {
  const id = useId();
  const words = compareWords();
  const isRatio = kind === 'ratio';
  const limit = isRatio ? ratioLimit(ratio.ratio) : sigmaLimit(points);
  const x = chartAxis(ENERGIES_GeV, true, [FRAME.left, FRAME.right], 30);
  const y = isRatio ? ratioAxis(limit) : chartAxis([-limit * ROOM, limit * ROOM], false, VERTICAL, TICK_SPACING);
  const level = y.pixel(isRatio ? 1 : 0);
  const shown = isRatio
    ? Array.from(ratio.energies_GeV, (energy, index) => [energy, ratio.ratio[index] ?? Number.NaN] as const)
    : points.flatMap(({ energy_GeV, sigma }) => (sigma === null ? [] : [[energy_GeV, sigma] as const]));
  const values = shown
    .filter(([energy]) => energy >= ENERGIES_GeV[0] && energy <= ENERGIES_GeV[1])
    .map(([, value]) => value)
    .filter(Number.isFinite);
  if (values.length === 0) return <p class="compare-quiet">{words.noPoints}</p>;
  // A value beyond the last step of the axis leaves the frame instead of the picture.
  const place = ([energy, value]: readonly [number, number]) =>
    [x.pixel(energy), Math.min(Math.max(y.pixel(value), -HEIGHT), 2 * HEIGHT)] as const;
  const places = shown.map(place);
  const quantity = quantityLabel(data.quantity);
  const table = datasetLabel(data);
  const inWords = (value: number) => (isRatio ? significantText(value, 3) : `${signedText(value, 1)} σ`);
  const [low, high] = [Math.min(...values), Math.max(...values)].map(inWords) as [string, string];
  return (
    <svg
      class="chart difference-plot"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={isRatio ? words.ratioSummary(quantity, low, high) : words.sigmaSummary(table, low, high)}
    >
      <clipPath id={id}>
        <rect x={FRAME.left} y={FRAME.top} width={FRAME.right - FRAME.left} height={FRAME.bottom - FRAME.top} />
      </clipPath>
      <g clip-path={`url(#${id})`}>
        {!isRatio && (
          <rect
            class="difference-one-sigma"
            x={FRAME.left}
            y={y.pixel(1)}
            width={FRAME.right - FRAME.left}
            height={y.pixel(-1) - y.pixel(1)}
          />
        )}
        <path class="difference-level" d={`M${FRAME.left} ${tenth(level)}H${FRAME.right}`} />
        {isRatio ? (
          <path class="difference-line" d={brokenLine(places)} />
        ) : (
          <>
            <path
              class="difference-stem"
              d={places.map(([at, value]) => `M${tenth(at)} ${tenth(level)}V${tenth(value)}`).join('')}
            />
            {places.map(([at, value], index) => (
              <circle key={index} class="difference-point" cx={tenth(at)} cy={tenth(value)} r="2" />
            ))}
          </>
        )}
      </g>
      <rect
        class="chart-frame"
        x={FRAME.left}
        y={FRAME.top}
        width={FRAME.right - FRAME.left}
        height={FRAME.bottom - FRAME.top}
      />
      <path
        class="chart-tick"
        d={
          x.ticks.map(({ pixel }) => `M${tenth(pixel)} ${FRAME.bottom}v4`).join('') +
          y.ticks.map(({ pixel }) => `M${FRAME.left} ${tenth(pixel)}h-4`).join('')
        }
      />
      {x.ticks.map(({ pixel, label }) => (
        <text key={label} x={tenth(pixel)} y={FRAME.bottom + 15} text-anchor="middle">
          {label}
        </text>
      ))}
      {y.ticks.map(({ pixel, label }) => (
        <text key={label} x={FRAME.left - 7} y={tenth(pixel) + 3} text-anchor="end">
          {label}
        </text>
      ))}
      <text class="chart-title" x={FRAME.left} y={FRAME.top - 9}>
        {isRatio ? words.ratioOf(quantity) : words.sigmaOf(table)}
      </text>
      <text class="chart-title" x={FRAME.right} y={HEIGHT - 6} text-anchor="end">
        {words.energy}
      </text>
    </svg>
  );
}
