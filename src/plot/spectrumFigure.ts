import type { Config, Data, Layout, LayoutAxis, PlotData } from 'plotly.js';
import type { Axis } from './axis.ts';
import type { DataPoint } from './dataPoints.ts';
import type { PlotGeometry } from './geometry.ts';
import { englishPlotWords, type PlotSentences } from './plotWords.ts';
import { type TableLook, tableLook } from './tableShapes.ts';
import type { AxisTicks } from './ticks.ts';

/** Colours and sizes of the drawing, already resolved from the theme. */
export interface FigureStyle {
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly tickColor: string;
  readonly frameColor: string;
  readonly dataColor: string;
  readonly quietColor: string;
  readonly outsideColor: string;
  readonly totalColor: string;
  /** Tones of the points of further tables. */
  readonly furtherColors: readonly string[];
  readonly frameWidth: number;
  readonly errorWidth: number;
  readonly pointRadius: number;
  readonly totalWidth: number;
}

/** The points of one table. */
export interface TablePoints {
  readonly points: readonly DataPoint[];
  readonly inFit: readonly boolean[];
  readonly label: string;
  readonly showData: boolean;
}

/** What the figure of the data shows. */
export interface FigureContent extends TablePoints {
  /** Tables beside the first one, behind whose points they stand. */
  readonly further?: readonly (TablePoints & { readonly look: TableLook })[];
  readonly energyAxis: Axis;
  readonly fluxAxis: Axis;
  readonly pullAxis: Axis;
  readonly energyTicks: AxisTicks;
  readonly fluxTicks: AxisTicks;
  readonly pullTicks: AxisTicks;
}

export interface SpectrumFigure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  readonly config: Partial<Config>;
}

/** Points that have a place on the vertical axis; a logarithmic axis has none for values at or below zero. */
export function drawablePoints(points: readonly DataPoint[], fluxAxis: Axis): boolean[] {
  return points.map(({ value }) => Number.isFinite(value) && (fluxAxis.scale === 'linear' || value > 0));
}

/** The sentence about points that a logarithmic axis cannot show; null when it shows them all. */
export function skippedPointsText(
  points: readonly DataPoint[],
  fluxAxis: Axis,
  words: PlotSentences = englishPlotWords,
): string | null {
  const skipped = drawablePoints(points, fluxAxis).filter((isDrawable) => !isDrawable).length;
  return skipped === 0 ? null : words.skippedPoints(skipped);
}

/** A bar that would reach zero ends far below a logarithmic axis instead, where the frame cuts it. */
function lowerBar({ value, error }: DataPoint, fluxAxis: Axis): number {
  return fluxAxis.scale === 'log' ? Math.min(error, value - Math.min(value, fluxAxis.min) * 1e-3) : error;
}

function pointTrace(
  table: TablePoints,
  { shape, tone }: TableLook,
  fluxAxis: Axis,
  style: FigureStyle,
  isIn: boolean,
): Partial<PlotData> {
  const drawable = drawablePoints(table.points, fluxAxis);
  const points = table.points.filter((_, index) => drawable[index] === true && (table.inFit[index] === true) === isIn);
  const own = tone === 0 ? style.dataColor : (style.furtherColors[tone - 1] ?? style.quietColor);
  const outline = tone === 0 ? style.quietColor : own;
  return {
    type: 'scatter',
    mode: 'markers',
    name: isIn ? table.label : `${table.label}, not in the fit`,
    x: points.map(({ energy_GeV }) => energy_GeV),
    y: points.map(({ value }) => value),
    error_y: {
      type: 'data',
      symmetric: false,
      array: points.map(({ error }) => error),
      arrayminus: points.map((point) => lowerBar(point, fluxAxis)),
      color: isIn ? own : outline,
      thickness: style.errorWidth,
      width: 0,
    },
    marker: {
      symbol: shape,
      size: 2 * style.pointRadius * (shape === 'circle' ? 1 : 1.25),
      color: isIn ? own : style.outsideColor,
      line: { color: isIn ? own : outline, width: isIn ? 0 : style.errorWidth },
    },
    visible: table.showData,
    hoverinfo: 'skip',
    cliponaxis: true,
  };
}

function axisLayout(axis: Axis, ticks: AxisTicks, style: FigureStyle): Partial<LayoutAxis> {
  const inAxisUnits = (value: number) => (axis.scale === 'log' ? Math.log10(value) : value);
  return {
    type: axis.scale === 'log' ? 'log' : 'linear',
    range: [inAxisUnits(axis.min), inAxisUnits(axis.max)],
    autorange: false,
    fixedrange: true,
    automargin: false,
    showgrid: false,
    zeroline: false,
    showline: true,
    mirror: 'ticks',
    linecolor: style.frameColor,
    linewidth: style.frameWidth,
    ticks: 'inside',
    tickmode: 'array',
    tickvals: ticks.major.map(({ value }) => value),
    ticktext: ticks.major.map(({ label }) => label),
    tickangle: 0,
    ticklen: style.fontSize * 0.5,
    tickwidth: style.frameWidth,
    tickcolor: style.frameColor,
    tickfont: { family: style.fontFamily, size: style.fontSize, color: style.tickColor },
    minor: {
      ticks: 'inside',
      tickmode: 'array',
      tickvals: [...ticks.minor],
      ticklen: style.fontSize * 0.28,
      tickwidth: style.frameWidth,
      tickcolor: style.frameColor,
      showgrid: false,
    },
  };
}

/**
 * The Plotly figure of what stays still while a parameter moves: axes, frames, the measured points, the zero line of
 * the residuals.
 *
 * Curves and residuals are paths in the same pixels (`curvePath.ts`, `residualMarks.ts`): a Plotly redraw costs more than
 * a frame of 16 ms, a path less than 1 ms.
 */
export function spectrumFigure(content: FigureContent, style: FigureStyle, geometry: PlotGeometry): SpectrumFigure {
  const { main, residual, width, height } = geometry;
  const bottom = height - residual.y - residual.height;
  const inside = height - main.y - bottom;
  const zeroLine: Partial<PlotData> = {
    type: 'scatter',
    mode: 'lines',
    name: 'model',
    x: [content.energyAxis.min, content.energyAxis.max],
    y: [0, 0],
    yaxis: 'y2',
    line: { color: style.totalColor, width: style.totalWidth * 0.6 },
    hoverinfo: 'skip',
  };
  const tables = [...(content.further ?? []), { ...content, look: tableLook(0) }];
  const traces = tables.flatMap((table) =>
    [false, true].map((isIn) => pointTrace(table, table.look, content.fluxAxis, style, isIn)),
  );
  return {
    data: [zeroLine, ...traces],
    layout: {
      width,
      height,
      autosize: false,
      margin: { l: main.x, r: width - main.x - main.width, t: main.y, b: bottom, pad: 0 },
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      showlegend: false,
      hovermode: false,
      dragmode: false,
      xaxis: { ...axisLayout(content.energyAxis, content.energyTicks, style), anchor: 'y2', mirror: 'allticks' },
      yaxis: { ...axisLayout(content.fluxAxis, content.fluxTicks, style), domain: [1 - main.height / inside, 1] },
      yaxis2: { ...axisLayout(content.pullAxis, content.pullTicks, style), domain: [0, residual.height / inside] },
    },
    config: { staticPlot: true, displayModeBar: false, responsive: false },
  };
}
