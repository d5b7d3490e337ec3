import type { CoolingTick } from '../../plot/coolingAxis.ts';
import type { LabelPlace } from '../../plot/curveLabels.ts';
import type { PlotGeometry, Rectangle } from '../../plot/geometry.ts';
import type { ResidualMarks } from '../../plot/residualMarks.ts';
import { memo } from '../memo.ts';
import type { DrawnResiduals } from './useFurtherTables.ts';

/** The name of a curve at its place. */
export interface DrawnLabel extends LabelPlace {
  readonly text: string;
  readonly className: string;
}

/** A word inside the frame, such as "not in the fit". */
export interface Note {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** The line where the cooling time equals the age of the pulsar. */
export interface AgeMark {
  readonly x: number;
  /** Null where the panel is too low for the words. */
  readonly text: string | null;
  readonly textX: number;
}

interface AxisMarksProps {
  readonly geometry: PlotGeometry;
  readonly coolingTicks: readonly CoolingTick[];
  readonly age: AgeMark | null;
  readonly fitRange: readonly [number, number] | null;
  readonly notes: readonly Note[];
}

interface MarkLayerProps extends AxisMarksProps {
  readonly residuals: ResidualMarks | null;
  readonly furtherResiduals: readonly DrawnResiduals[];
  readonly labels: readonly DrawnLabel[];
  /** The point under the cursor in the two panels. */
  readonly cursor: { readonly x: number; readonly rings: readonly number[] } | null;
}

function through(x: number, panels: readonly Rectangle[]): string {
  return panels.map(({ y, height }) => `M${x} ${y}v${height}`).join('');
}

/** Upper axis, marks of the fit range and the age: they stand still under most hands. */
const AxisMarks = memo(function AxisMarks({ geometry, coolingTicks, age, fitRange, notes }: AxisMarksProps) {
  const { main, residual, fontSize } = geometry;
  const panels = [main, residual];
  const isInside = (x: number) => x > main.x && x < main.x + main.width;
  return (
    <>
      <path class="spectrum-cooling" d={coolingTicks.map(({ x }) => `M${x} ${main.y}v${-fontSize * 0.45}`).join('')} />
      {coolingTicks.map(
        ({ x, label, time_kyr }) =>
          label !== null && (
            <text key={time_kyr} class="spectrum-quiet" x={x} y={main.y - fontSize * 0.8} text-anchor="middle">
              {label}
            </text>
          ),
      )}
      {fitRange !== null && (
        <path
          class="spectrum-range"
          d={fitRange
            .filter(isInside)
            .map((x) => through(x, panels))
            .join('')}
        />
      )}
      {age !== null && <path class="spectrum-age" d={through(age.x, panels)} />}
      {age?.text != null && (
        <text
          class="spectrum-quiet"
          text-anchor="end"
          transform={`translate(${age.textX} ${main.y + fontSize * 0.6}) rotate(-90)`}
        >
          {age.text}
        </text>
      )}
      {notes.map(({ text, x, y, anchor }) => (
        <text key={text} class="spectrum-quiet" x={x} y={y} text-anchor={anchor}>
          {text}
        </text>
      ))}
    </>
  );
});

function Residuals({ marks }: { readonly marks: ResidualMarks }) {
  return (
    <>
      <path class="spectrum-residual-bars" d={marks.bars} />
      <path class="spectrum-residual-out" d={marks.pointsOutside + marks.edgesOutside} />
      <path class="spectrum-residual-in" d={marks.pointsInFit + marks.edgesInFit} />
    </>
  );
}

/** What lies over axes and points: upper axis, marks of the fit range and the age, residuals, names of the curves, cursor. */
export function MarkLayer({ residuals, furtherResiduals, labels, cursor, ...axisMarks }: MarkLayerProps) {
  const { main, residual, width, height, fontSize } = axisMarks.geometry;
  return (
    <svg class="spectrum-marks" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <AxisMarks {...axisMarks} />
      {furtherResiduals.map(({ key, className, marks }) => (
        <g key={key} class={className}>
          <Residuals marks={marks} />
        </g>
      ))}
      {residuals !== null && <Residuals marks={residuals} />}
      {labels.map(({ key, text, x, y, className }) => (
        <text key={key} class={`series-name ${className}`} x={x} y={y} text-anchor="middle" dominant-baseline="central">
          {text}
        </text>
      ))}
      {cursor !== null && (
        <g class="spectrum-cursor">
          <path d={through(cursor.x, [main, residual])} />
          {cursor.rings.map((y) => (
            <circle key={y} cx={cursor.x} cy={y} r={fontSize * 0.5} />
          ))}
        </g>
      )}
    </svg>
  );
}
