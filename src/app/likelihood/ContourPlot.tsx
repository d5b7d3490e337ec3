import '../charts/charts.css';
import { useId } from 'preact/hooks';
import type { ContourReport } from '../../analysis/inferenceTypes.ts';
import { UNIT_TEXT } from '../../model/parameters.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { axisUnit, chartAxis } from '../charts/chartAxis.ts';
import { formatNumber } from '../format/number.ts';
import { parameterName } from '../inspector/reportWords.ts';
import { likelihoodWords } from './likelihoodWords.ts';

const WIDTH = 340;
const HEIGHT = 250;
const FRAME = { left: 48, right: 332, top: 8, bottom: 208 } as const;
/** Part of the width that is left free on each side. */
const MARGIN = 0.06;

const percent = (probability: number) => `${Math.round(100 * probability)} %`;

/** Ends of an axis with some room around what is drawn. */
function ends(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = MARGIN * (high - low);
  return [low > 0 ? Math.max(low - room, low / 2) : low - room, high + room];
}

/** Regions of two parameters by probability, with their labels, and the best values. */
export function ContourPlot({ scenario, report }: { readonly scenario: Scenario; readonly report: ContourReport }) {
  const id = useId();
  const { paths, best, contours } = report;
  const points = contours.flatMap(({ lines }) => lines.flat());
  const [horizontal, vertical] = paths.map((path, k) => {
    const parameter = parameterAt(scenario, path);
    const declared = parameter && parameter.kind !== 'choice' ? parameter : null;
    const range = ends([best[k] as number, ...points.map((point) => point[k] as number)]);
    const place = k === 0 ? ([FRAME.left, FRAME.right] as const) : ([FRAME.bottom, FRAME.top] as const);
    const chart = chartAxis(range, declared?.scale === 'log', place, k === 0 ? 46 : 28);
    const unit = axisUnit(chart.exponent, UNIT_TEXT[declared?.unit ?? 'none']);
    return { ...chart, title: `${parameterName(scenario, path)}${unit && `, ${unit}`}` };
  });
  if (!horizontal || !vertical) return null;
  const path = (line: readonly (readonly [number, number])[]) =>
    `M${line.map(([x, y]) => `${horizontal.pixel(x).toFixed(1)} ${vertical.pixel(y).toFixed(1)}`).join('L')}Z`;
  /** The highest point of a region: its label stands there. */
  const labels = contours.flatMap(({ probability, lines }) => {
    const top = lines.flat().reduce<readonly [number, number] | null>((a, b) => (a && a[1] >= b[1] ? a : b), null);
    return top ? [{ probability, x: horizontal.pixel(top[0]), y: vertical.pixel(top[1]) }] : [];
  });
  const [x, y] = [horizontal.pixel(best[0]), vertical.pixel(best[1])];
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={likelihoodWords().contourPicture(
        horizontal.title,
        vertical.title,
        contours.map(({ probability }) => percent(probability)).join(', '),
        best.map((value) => formatNumber(value, 3)).join(', '),
      )}
    >
      <clipPath id={id}>
        <rect x={FRAME.left} y={FRAME.top} width={FRAME.right - FRAME.left} height={FRAME.bottom - FRAME.top} />
      </clipPath>
      <g clip-path={`url(#${id})`}>
        {[...contours].reverse().map(({ probability, lines }) => (
          <path
            key={probability}
            class={`chart-region chart-region-${Math.round(100 * probability)}`}
            d={lines.map(path).join('')}
          />
        ))}
        <path class="chart-best" d={`M${x - 5} ${y}h10M${x} ${y - 5}v10`} />
        {labels.map(({ probability, x: at, y: top }) => (
          <text key={probability} class="chart-probability" x={at} y={top + 10} text-anchor="middle">
            {percent(probability)}
          </text>
        ))}
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
          horizontal.ticks.map(({ pixel }) => `M${pixel} ${FRAME.bottom}v4`).join('') +
          vertical.ticks.map(({ pixel }) => `M${FRAME.left} ${pixel}h-4`).join('')
        }
      />
      {horizontal.ticks.map(({ pixel, label }) => (
        <text key={label} x={pixel} y={FRAME.bottom + 15} text-anchor="middle">
          {label}
        </text>
      ))}
      {vertical.ticks.map(({ pixel, label }) => (
        <text key={label} x={FRAME.left - 6} y={pixel + 3} text-anchor="end">
          {label}
        </text>
      ))}
      <text class="chart-title" x={(FRAME.left + FRAME.right) / 2} y={HEIGHT - 10} text-anchor="middle">
        {horizontal.title}
      </text>
      <text
        class="chart-title"
        transform={`translate(11 ${(FRAME.top + FRAME.bottom) / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        {vertical.title}
      </text>
    </svg>
  );
}
