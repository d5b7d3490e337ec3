import './series.css';
import './spectrum.css';
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import type { DatasetId } from '../../model/datasetIds.ts';
import type { AxisScale } from '../../plot/axis.ts';
import type { Quantity } from '../../plot/quantity.ts';
import { seriesOf } from '../../plot/series.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import type { ShownBand } from '../state/band.ts';
import type { PinnedCurve } from '../state/classroom.ts';
import { BinTable } from './BinTable.tsx';
import { Legend } from './Legend.tsx';
import { Readouts } from './Readouts.tsx';
import { SpectrumPlot } from './SpectrumPlot.tsx';
import { SpectrumToolbar } from './SpectrumToolbar.tsx';
import { useStable } from './useStable.ts';

const NONE: readonly never[] = [];

interface SpectrumPanelProps {
  readonly evaluation: Evaluation | null;
  readonly dataset: Dataset;
  /** The table that is asked for, perhaps still on its way, the tables of the fit, and what asks for another. */
  readonly wanted: DatasetId;
  readonly fitted: readonly DatasetId[];
  readonly onShow: (id: DatasetId) => void;
  /** What must be known of what is shown. */
  readonly note: string | null;
  readonly pulsarAge_kyr: number | null;
  readonly quantity: Quantity;
  readonly onQuantity: (quantity: Quantity) => void;
  /** Called with the new fit range, GeV, while one of its flags moves; null where it must not. */
  readonly onEnergyRange: ((range_GeV: [number, number]) => void) | null;
  readonly theme: string;
  /** Whether an evaluation takes long enough that the old curve should be marked. */
  readonly computing: boolean;
  /** Band of a posterior. */
  readonly band?: ShownBand | null | undefined;
  /** Curves that stay behind the present one. */
  readonly pinned?: readonly PinnedCurve[] | undefined;
  /** Names of the components to bring out; none keeps all alike. */
  readonly emphasised?: readonly string[] | undefined;
  /** What lies over the picture, in its coordinates. */
  readonly overlay: ((axes: SpectrumAxes) => ComponentChildren) | null;
}

/** The stage of the page: toolbar, legend, spectrum or table, read-outs. */
export function SpectrumPanel(props: SpectrumPanelProps) {
  const { evaluation, dataset } = props;
  const fitted = useStable(props.fitted);
  const quantity = MEASURED_QUANTITIES[dataset.quantity].dimensionless ? 'flux' : props.quantity;
  const [scale, setScale] = useState<AxisScale>('log');
  const [isTable, setTable] = useState(false);
  const [areToolsOpen, setToolsOpen] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const components = evaluation?.curve.components;
  const series = useStable(useMemo(() => seriesOf(components ?? []), [components]));
  const toggle = useCallback(
    (key: string) =>
      setHidden((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return (
    <section class="spectrum" aria-label="Spectrum">
      <button
        type="button"
        class="spectrum-more"
        aria-expanded={areToolsOpen}
        aria-label="What the plot shows"
        onClick={() => setToolsOpen(!areToolsOpen)}
      >
        <svg class="spectrum-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1 4.5h8m4 0h2M1 11.5h2m4 0h8" />
          <circle cx="11" cy="4.5" r="2" />
          <circle cx="5" cy="11.5" r="2" />
        </svg>
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button above opened */}
      <div
        class={areToolsOpen ? 'spectrum-head spectrum-head-open' : 'spectrum-head'}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setToolsOpen(false);
        }}
      >
        <SpectrumToolbar
          shown={props.wanted}
          measured={dataset.quantity}
          fitted={fitted}
          onShow={props.onShow}
          quantity={quantity}
          onQuantity={props.onQuantity}
          scale={scale}
          onScale={setScale}
          isTable={isTable}
          onTable={setTable}
        />
        <Legend dataLabel={dataset.label} series={series} hidden={hidden} band={props.band ?? null} onToggle={toggle} />
      </div>
      {isTable ? (
        <BinTable evaluation={evaluation} dataset={dataset} quantity={quantity} />
      ) : (
        <SpectrumPlot
          evaluation={evaluation}
          dataset={dataset}
          pulsarAge_kyr={props.pulsarAge_kyr}
          quantity={quantity}
          scale={scale}
          series={series}
          hidden={hidden}
          theme={props.theme}
          computing={props.computing}
          onEnergyRange={props.onEnergyRange}
          band={props.band ?? null}
          pinned={props.pinned ?? NONE}
          emphasised={props.emphasised ?? NONE}
          overlay={props.overlay}
        />
      )}
      {props.note !== null && <p class="spectrum-note">{props.note}</p>}
      <Readouts evaluation={evaluation} positronsOnly={dataset.quantity !== 'positron-flux'} />
    </section>
  );
}
