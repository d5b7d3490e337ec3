import './picture.css';
import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../../data/measuredQuantities.ts';
import { type AxisScale, pixelOf } from '../../plot/axis.ts';
import { residualLimit, SMALLEST_RESIDUAL_LIMIT } from '../../plot/axisRange.ts';
import { comparisonWith, dataPoints } from '../../plot/dataPoints.ts';
import { binEdges } from '../../plot/fitRange.ts';
import type { PlotGeometry } from '../../plot/geometry.ts';
import { isFitted } from '../../plot/observedEvaluation.ts';
import { type Quantity, weightSpectrum } from '../../plot/quantity.ts';
import type { Series } from '../../plot/series.ts';
import { axisEnds, type SpectrumAxes, spectrumAxes } from '../../plot/spectrumAxes.ts';
import { type FigureStyle, skippedPointsText, spectrumFigure } from '../../plot/spectrumFigure.ts';
import { spectrumSummary, spectrumTitle } from '../../plot/spectrumSummary.ts';
import { memo } from '../memo.ts';
import type { ShownBand } from '../state/band.ts';
import type { PinnedCurve } from '../state/classroom.ts';
import { plotWords } from '../words/modelWords.ts';
import { BinCursor } from './BinCursor.tsx';
import { useBandCurve } from './bandCurve.ts';
import { CurveLayer } from './CurveLayer.tsx';
import { FitRangeFlags } from './FitRangeFlags.tsx';
import { MarkLayer } from './MarkLayer.tsx';
import { PlotlyFigure } from './PlotlyFigure.tsx';
import { dimmed, usePinnedCurves } from './pinnedCurves.ts';
import { AxisNameText } from './SpectrumToolbar.tsx';
import { spectrumWords } from './spectrumWords.ts';
import { frameNotes, rangePixels, useCoolingAxis, useDrawnModel } from './useDrawnModel.ts';
import { type ElementSize, useElementSize } from './useElementSize.ts';
import { useFigureStyle } from './useFigureStyle.ts';
import { type DrawnTable, type FurtherTable, useFurtherResiduals, useFurtherTables } from './useFurtherTables.ts';
import { useSettled } from './useSettled.ts';
import { useStable } from './useStable.ts';

interface SpectrumPlotProps {
  readonly evaluation: Evaluation | null;
  readonly dataset: Dataset;
  /** Tables of the fit beside it. */
  readonly further: readonly FurtherTable[];
  readonly pulsarAge_kyr: number | null;
  readonly quantity: Quantity;
  readonly scale: AxisScale;
  readonly series: readonly Series[];
  readonly hidden: ReadonlySet<string>;
  readonly theme: string;
  readonly computing: boolean;
  readonly onEnergyRange: ((range_GeV: [number, number]) => void) | null;
  /** Between the quantiles of a posterior. */
  readonly band: ShownBand | null;
  readonly pinned: readonly PinnedCurve[];
  readonly emphasised: readonly string[];
  readonly overlay: ((axes: SpectrumAxes) => ComponentChildren) | null;
}

/** The axes make room for a model only when it has rested this long, so that they stand still during a drag. */
const SETTLING_TIME_ms = 250;

interface DrawingProps extends SpectrumPlotProps {
  readonly size: ElementSize;
  readonly style: FigureStyle;
}

/** The range that a flag is being dragged to, until the evaluation has it too. */
function useFitRange(evaluation: Evaluation | null, onEnergyRange: SpectrumPlotProps['onEnergyRange']) {
  const evaluated = useStable(evaluation?.scenario.fit.energyRange_GeV ?? null);
  const [draft, setDraft] = useState<readonly [number, number] | null>(null);
  useEffect(() => {
    if (evaluated !== null) setDraft(null);
  }, [evaluated]);
  const change = useCallback(
    (range_GeV: [number, number]) => {
      setDraft(range_GeV);
      onEnergyRange?.(range_GeV);
    },
    [onEnergyRange],
  );
  return { range_GeV: evaluated === null ? null : (draft ?? evaluated), change };
}

function useAxes({ evaluation, dataset, quantity, scale, size, style }: DrawingProps, tables: readonly DrawnTable[]) {
  const limit = useRef<number>(SMALLEST_RESIDUAL_LIMIT);
  const points = useMemo(() => dataPoints(dataset, quantity), [dataset, quantity]);
  const allPoints = useMemo(
    () =>
      tables.length === 0
        ? points
        : [points, ...tables.map((table) => table.points)].flat().sort((a, b) => a.energy_GeV - b.energy_GeV),
    [points, tables],
  );
  const comparison = comparisonWith(evaluation, dataset);
  const settled = useSettled(evaluation, SETTLING_TIME_ms);
  limit.current = useMemo(() => {
    const settledComparison = comparisonWith(settled, dataset);
    return settledComparison === null
      ? limit.current
      : residualLimit(settledComparison.pull, settledComparison.inFit, limit.current);
  }, [settled, dataset]);
  // A curve of another quantity must not stretch the axis.
  const curve = comparisonWith(settled, dataset) === null ? null : (settled?.curve ?? null);
  const steepness = MEASURED_QUANTITIES[dataset.quantity].dimensionless ? 0 : 3;
  const ends = useMemo(() => {
    const total = curve && {
      energies_GeV: curve.energies_GeV,
      total: weightSpectrum(quantity, curve.energies_GeV, curve.total),
    };
    return axisEnds(allPoints, quantity, scale, size.width, style.fontSize, total, steepness);
  }, [allPoints, quantity, scale, size, style, curve, steepness]);
  const [low, high] = ends.fluxes;
  const axes = useMemo(
    () =>
      spectrumAxes({
        points: allPoints,
        quantity,
        scale,
        width: size.width,
        height: size.height,
        fontSize: style.fontSize,
        fluxRange: [low, high],
        residualLimit: limit.current,
      }),
    [allPoints, quantity, scale, size, style, low, high, limit.current],
  );
  return { points, comparison, axes, settled };
}

interface AxisTitlesProps {
  readonly geometry: PlotGeometry;
  readonly quantity: Quantity;
  readonly measured: MeasuredQuantity;
  readonly hasCoolingAxis: boolean;
  /** What cannot be shown on this axis. */
  readonly skipped: string | null;
}

const AxisTitles = memo(function AxisTitles(props: AxisTitlesProps) {
  const { geometry, quantity, measured, hasCoolingAxis, skipped } = props;
  const words = spectrumWords();
  const { main, residual, width, height } = geometry;
  const left = `${main.x}px`;
  const right = `${width - main.x - main.width}px`;
  const bottom = `${height - residual.y}px`;
  return (
    <>
      <div class="spectrum-axis-title" style={{ left }}>
        <AxisNameText quantity={quantity} measured={measured} />
      </div>
      {hasCoolingAxis && (
        <div class="spectrum-cooling-title" style={{ right }}>
          {words.coolingTime}
        </div>
      )}
      <div class="spectrum-residual-title" style={{ left, bottom }}>
        {words.residuals}
      </div>
      {skipped !== null && (
        <div class="spectrum-residual-title" style={{ right, bottom }}>
          {skipped}
        </div>
      )}
      <div class="spectrum-energy-title" style={{ right }}>
        {words.energy} <i>E</i> <span>GeV</span>
      </div>
    </>
  );
});

function Drawing(props: DrawingProps & { readonly box: RefObject<HTMLElement | null> }) {
  const { evaluation, dataset, quantity, hidden, series, style, box, further } = props;
  const id = useId();
  const tables = useFurtherTables(further, quantity, hidden);
  const { points, comparison, axes, settled } = useAxes(props, tables);
  const { geometry, energyAxis, fluxAxis } = axes;
  const { main, residual } = geometry;
  const { range_GeV, change } = useFitRange(
    evaluation !== null && isFitted(evaluation.scenario, dataset) ? evaluation : null,
    props.onEnergyRange,
  );
  const edges = useMemo(() => binEdges(dataset), [dataset]);
  const inFit = useStable(comparison?.inFit ?? points.map(() => true));
  const showData = !hidden.has('data');
  const figure = useMemo(
    () => spectrumFigure({ ...axes, points, inFit, label: dataset.label, showData, further: tables }, style, geometry),
    [axes, points, inFit, dataset.label, showData, tables, style, geometry],
  );
  const fitRange = useStable(range_GeV && rangePixels(range_GeV, energyAxis));
  const { ticks, age } = useStable(useCoolingAxis(evaluation, props.pulsarAge_kyr, quantity, axes, fitRange));
  const said = plotWords();
  const skipped = showData ? skippedPointsText(points, fluxAxis, said) : null;
  const frame = useStable(frameNotes(axes, fitRange, age));
  const drawn = useDrawnModel(
    evaluation,
    comparison,
    points,
    series,
    hidden,
    quantity,
    axes,
    style.pointRadius,
    frame.rectangles,
  );
  const furtherResiduals = useFurtherResiduals(further, tables, axes, style.pointRadius * 0.9);
  const band = useBandCurve(hidden.has('band') ? null : props.band, quantity, axes);
  const pinned = usePinnedCurves(props.pinned, props.emphasised, quantity, axes, hidden);
  const summary = useMemo(() => spectrumSummary(settled, dataset, said), [settled, dataset, said]);
  const [bin, setBin] = useState<number | null>(null);
  const point = bin === null ? undefined : points[bin];
  const pull = bin === null ? undefined : comparison?.pull[bin];
  const rings = [
    ...(point !== undefined && showData && (point.value > 0 || fluxAxis.scale === 'linear')
      ? [pixelOf(fluxAxis, point.value)]
      : []),
    ...(pull !== undefined && showData && Math.abs(pull) <= axes.pullAxis.max ? [pixelOf(axes.pullAxis, pull)] : []),
  ].filter((y) => y >= main.y && y <= residual.y + residual.height);

  return (
    <>
      <div
        class="spectrum-picture"
        role="img"
        aria-label={spectrumTitle(dataset, quantity, said)}
        aria-describedby={`${id}-summary`}
      >
        <CurveLayer
          {...axes}
          id={id}
          fitRange={fitRange}
          curves={[...band, ...pinned, ...dimmed(drawn.curves, series, props.emphasised)]}
        />
        <PlotlyFigure figure={figure} />
        <MarkLayer
          geometry={geometry}
          coolingTicks={ticks}
          age={age}
          fitRange={fitRange}
          residuals={drawn.residuals}
          furtherResiduals={furtherResiduals}
          labels={drawn.labels}
          notes={frame.notes}
          cursor={point === undefined ? null : { x: pixelOf(energyAxis, point.energy_GeV), rings }}
        />
        <AxisTitles
          geometry={geometry}
          quantity={quantity}
          measured={dataset.quantity}
          hasCoolingAxis={ticks.length > 0}
          skipped={skipped}
        />
        {props.computing && <div class="spectrum-computing">{spectrumWords().computing}</div>}
      </div>
      <p id={`${id}-summary`} class="spectrum-hidden">
        {summary}
        {skipped !== null && ` ${skipped}.`}
      </p>
      <BinCursor
        axes={axes}
        points={points}
        comparison={comparison}
        experiment={dataset.experiment}
        measured={dataset.quantity}
        quantity={quantity}
        series={series}
        hidden={hidden}
        pointRadius={style.pointRadius}
        bin={bin}
        onBin={setBin}
      />
      {range_GeV !== null && props.onEnergyRange !== null && (
        <FitRangeFlags
          box={box}
          geometry={geometry}
          axis={energyAxis}
          edges={edges}
          range_GeV={range_GeV}
          onRange={change}
        />
      )}
      {props.overlay?.(axes)}
    </>
  );
}

/** The spectrum: measured points, model curves, residuals, fit range, cursor. */
export function SpectrumPlot(props: SpectrumPlotProps) {
  const box = useRef<HTMLElement>(null);
  const size = useElementSize(box);
  const style = useFigureStyle(box, props.theme, size?.width ?? 0);
  return (
    <figure
      ref={box}
      class="spectrum-figure"
      style={size === null ? undefined : { '--figure-width': size.width, '--figure-height': size.height }}
    >
      {size !== null && style !== null && <Drawing {...props} size={size} style={style} box={box} />}
    </figure>
  );
}
