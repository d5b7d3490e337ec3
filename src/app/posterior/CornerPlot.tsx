import '../charts/charts.css';
import { useMemo } from 'preact/hooks';
import type { PosteriorDraws, PosteriorReport } from '../../analysis/inferenceTypes.ts';
import { UNIT_TEXT } from '../../model/parameters.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { axisUnit, type ChartAxis, chartAxis } from '../charts/chartAxis.ts';
import { symbolParts } from '../format/symbol.ts';
import { parameterName } from '../inspector/reportWords.ts';
import { BINS, type CornerColumns, cornerColumns, histogram, regions } from './cornerData.ts';
import { posteriorWords } from './posteriorWords.ts';

const CELL = 92;
const GAP = 6;
const LEFT = 52;
const BOTTOM = 46;
const TOP = 6;

interface CornerPlotProps {
  readonly scenario: Scenario;
  readonly draws: PosteriorDraws;
  readonly report: PosteriorReport;
}

const at = (index: number) => index * (CELL + GAP);

function useCorner({ scenario, draws, report }: CornerPlotProps) {
  return useMemo(() => {
    const { names, values } = draws;
    const { columns, isLog, ranges }: CornerColumns = cornerColumns(scenario, { names, values });
    const bottom = TOP + at(names.length - 1) + CELL;
    const axes = names.map((name, k) => {
      const parameter = parameterAt(scenario, name);
      const declared = parameter && parameter.kind !== 'choice' ? parameter : null;
      const [low, high] = ranges[k] as readonly [number, number];
      const range = isLog[k] ? ([10 ** low, 10 ** high] as const) : ([low, high] as const);
      const along = (from: number, to: number) => chartAxis(range, isLog[k] === true, [from, to], 30);
      const left = LEFT + at(k);
      const horizontal = along(left, left + CELL);
      return {
        name: parameterName(scenario, name),
        symbol: declared ? symbolParts(declared.symbol) : { base: name, index: '' },
        unit: axisUnit(horizontal.exponent, UNIT_TEXT[declared?.unit ?? 'none']),
        horizontal,
        vertical: along(TOP + at(k) + CELL, TOP + at(k)),
      };
    });
    const bars = columns.map((column, k) => {
      const { heights } = histogram(column, ranges[k] as readonly [number, number], BINS);
      const [left, base] = [LEFT + at(k), TOP + at(k) + CELL];
      const steps = heights.map(
        (height, bin) =>
          `V${(base - 0.92 * CELL * height).toFixed(1)}H${(left + ((bin + 1) * CELL) / BINS).toFixed(1)}`,
      );
      return `M${left} ${base}${steps.join('')}V${base}Z`;
    });
    const cells = names.flatMap((_, row) =>
      names.slice(0, row).map((__, column) => {
        const [x, y] = [axes[column]?.horizontal as ChartAxis, axes[row]?.vertical as ChartAxis];
        const found = regions(
          columns[column] as Float64Array,
          columns[row] as Float64Array,
          ranges[column] as readonly [number, number],
          ranges[row] as readonly [number, number],
          BINS,
        );
        const place = (axis: ChartAxis, value: number, index: number) =>
          axis.pixel(isLog[index] ? 10 ** value : value).toFixed(1);
        const path = (line: readonly (readonly [number, number])[]) =>
          `M${line.map(([a, b]) => `${place(x, a, column)} ${place(y, b, row)}`).join('L')}Z`;
        return {
          key: `${row} ${column}`,
          left: LEFT + at(column),
          top: TOP + at(row),
          paths: found.map(({ probability, lines }) => ({ probability, path: lines.map(path).join('') })).reverse(),
        };
      }),
    );
    const marks = report.parameters.map(({ median, lower, upper }, k) => {
      const line = (value: number) => `M${axes[k]?.horizontal.pixel(value).toFixed(1)} ${TOP + at(k)}v${CELL}`;
      return { median: line(median), quantiles: line(lower) + line(upper) };
    });
    return { axes, bars, cells, marks, bottom };
  }, [scenario, draws, report]);
}

/** Symbol and unit of an axis. */
function AxisName({ symbol, unit }: { readonly symbol: { base: string; index: string }; readonly unit: string }) {
  return (
    <>
      <tspan class="chart-symbol">{symbol.base}</tspan>
      {symbol.index !== '' && (
        <tspan dy="3" font-size="8">
          {symbol.index}
        </tspan>
      )}
      {unit !== '' && <tspan dy={symbol.index === '' ? 0 : -3}> {unit}</tspan>}
    </>
  );
}

/** Histograms of every parameter, and regions of 39, 68 and 95 % of every two. */
export function CornerPlot(props: CornerPlotProps) {
  const { axes, bars, cells, marks, bottom } = useCorner(props);
  const count = axes.length;
  const width = LEFT + at(count - 1) + CELL + 6;
  return (
    <div class="corner">
      <svg
        class="chart"
        style={{ minWidth: `${4.5 * count}rem`, maxWidth: `${7.5 * count}rem` }}
        viewBox={`0 0 ${width} ${bottom + BOTTOM}`}
        role="img"
        aria-label={posteriorWords().corner(axes.map(({ name }) => name).join(', '))}
      >
        {cells.map(({ key, left, top, paths }) => (
          <g key={key}>
            {paths.map(({ probability, path }) => (
              <path key={probability} class={`chart-region chart-region-${Math.round(100 * probability)}`} d={path} />
            ))}
            <rect class="chart-frame" x={left} y={top} width={CELL} height={CELL} />
          </g>
        ))}
        {bars.map((path, k) => (
          <g key={axes[k]?.name}>
            <path class="chart-histogram" d={path} />
            <path class="chart-quantile" d={marks[k]?.quantiles} />
            <path class="chart-median" d={marks[k]?.median} />
            <rect class="chart-frame" x={LEFT + at(k)} y={TOP + at(k)} width={CELL} height={CELL} />
          </g>
        ))}
        {axes.map(({ name, symbol, unit, horizontal }, k) => (
          <g key={name}>
            <path class="chart-tick" d={horizontal.ticks.map(({ pixel }) => `M${pixel} ${bottom}v3`).join('')} />
            {horizontal.ticks.map(({ pixel, label }) => (
              <text key={label} x={pixel} y={bottom + 14} text-anchor="middle">
                {label}
              </text>
            ))}
            <text class="chart-title" x={LEFT + at(k) + CELL / 2} y={bottom + 33} text-anchor="middle">
              <AxisName symbol={symbol} unit={unit} />
            </text>
          </g>
        ))}
        {axes.slice(1).map(({ name, symbol, unit, vertical }, above) => (
          <g key={name}>
            <path class="chart-tick" d={vertical.ticks.map(({ pixel }) => `M${LEFT} ${pixel}h-3`).join('')} />
            {vertical.ticks.map(({ pixel, label }) => (
              <text key={label} x={LEFT - 5} y={pixel + 3} text-anchor="end">
                {label}
              </text>
            ))}
            <text
              class="chart-title"
              transform={`translate(11 ${TOP + at(above + 1) + CELL / 2}) rotate(-90)`}
              text-anchor="middle"
            >
              <AxisName symbol={symbol} unit={unit} />
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
