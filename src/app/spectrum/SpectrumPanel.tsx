import './series.css';
import './spectrum.css';
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Evaluation } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import type { TableId } from '../../model/datasetIds.ts';
import type { OwnTable } from '../../model/ownTable.ts';
import type { AxisScale } from '../../plot/axis.ts';
import type { Quantity } from '../../plot/quantity.ts';
import { seriesOf } from '../../plot/series.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import { lazy } from '../lazy.tsx';
import type { ShownBand } from '../state/band.ts';
import type { PinnedCurve } from '../state/classroom.ts';
import { datasetLabel } from '../words/modelWords.ts';
import { Legend } from './Legend.tsx';
import { Readouts } from './Readouts.tsx';
import { SpectrumPlot } from './SpectrumPlot.tsx';
import type { SpectrumTablesProps } from './SpectrumTables.tsx';
import { SpectrumToolbar } from './SpectrumToolbar.tsx';
import { spectrumWords } from './spectrumWords.ts';
import { type FurtherTable, useTableKeys } from './useFurtherTables.ts';
import { useStable } from './useStable.ts';

const NONE: readonly never[] = [];

/** The tables come when they are first asked for. */
const SpectrumTables = lazy<SpectrumTablesProps>(async () => (await import('./SpectrumTables.tsx')).SpectrumTables);

interface SpectrumPanelProps {
  readonly evaluation: Evaluation | null;
  readonly dataset: Dataset;
  /** Tables of the fit that measure the same. */
  readonly further: readonly FurtherTable[];
  /** The table that is asked for, perhaps still on its way, the tables of the fit, and what asks for another. */
  readonly wanted: TableId;
  readonly fitted: readonly TableId[];
  /** The table that a person brought, or null. */
  readonly ownData: OwnTable | null;
  readonly onShow: (id: TableId) => void;
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
  const words = spectrumWords();
  const fitted = useStable(props.fitted);
  const quantity = MEASURED_QUANTITIES[dataset.quantity].dimensionless ? 'flux' : props.quantity;
  const [scale, setScale] = useState<AxisScale>('log');
  const [isTable, setTable] = useState(false);
  const [areToolsOpen, setToolsOpen] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const components = evaluation?.curve.components;
  const series = useStable(useMemo(() => seriesOf(components ?? []), [components]));
  const tables = useTableKeys(props.further);
  const legendTables = useMemo(
    () =>
      tables.map(({ key, dataset: table, look, className }) => ({
        key,
        name: datasetLabel(table),
        shape: look.shape,
        className,
      })),
    // Its words change with the language.
    [tables, words],
  );
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
    <section class="spectrum" aria-label={words.region}>
      <button
        type="button"
        class="spectrum-more"
        aria-expanded={areToolsOpen}
        aria-label={words.whatIsShown}
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
          ownData={props.ownData}
          onShow={props.onShow}
          quantity={quantity}
          onQuantity={props.onQuantity}
          scale={scale}
          onScale={setScale}
          isTable={isTable}
          onTable={setTable}
        />
        <Legend
          dataLabel={datasetLabel(dataset)}
          further={legendTables}
          series={series}
          hidden={hidden}
          band={props.band ?? null}
          pinned={props.pinned ?? NONE}
          onToggle={toggle}
        />
      </div>
      {isTable ? (
        <SpectrumTables
          evaluation={evaluation}
          dataset={dataset}
          further={props.further}
          quantity={quantity}
          band={props.band ?? null}
        />
      ) : (
        <SpectrumPlot
          evaluation={evaluation}
          dataset={dataset}
          further={props.further}
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
