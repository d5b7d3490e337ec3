import type { ComponentChildren } from 'preact';
import type { Series } from '../../plot/series.ts';
import { type PointShape, pointPath } from '../../plot/tableShapes.ts';
import { memo } from '../memo.ts';
import type { ShownBand } from '../state/band.ts';
import type { PinnedCurve } from '../state/classroom.ts';
import { stateWords } from '../state/stateWords.ts';
import { pinnedKey, pinnedLook } from './pinnedCurves.ts';
import { seriesTitle } from './seriesTitle.ts';
import { spectrumWords } from './spectrumWords.ts';

/** A table beside the first one. */
export interface LegendTable {
  readonly key: string;
  readonly name: string;
  readonly shape: PointShape;
  /** Carries its tone. */
  readonly className: string;
}

interface LegendEntry {
  readonly key: string;
  readonly name: ComponentChildren;
  readonly className: string;
  /** Of points; a line has none. */
  readonly shape?: PointShape;
}

interface LegendProps {
  readonly dataLabel: string;
  /** Tables beside the first one. */
  readonly further: readonly LegendTable[];
  readonly series: readonly Series[];
  readonly hidden: ReadonlySet<string>;
  /** Band of a posterior. */
  readonly band: ShownBand | null;
  /** Curves behind the present one; those with a name have a button. */
  readonly pinned: readonly PinnedCurve[];
  readonly onToggle: (key: string) => void;
}

/** A short piece of the line that stands for a component, in its own colour and dash. */
export function LineSample({ className }: { readonly className: string }) {
  return (
    <svg class="spectrum-sample" viewBox="0 0 26 12" aria-hidden="true">
      <path class={`series-line ${className}`} d="M0 6H26" />
    </svg>
  );
}

/** A point with its error bar. */
function PointSample({ shape }: { readonly shape: PointShape }) {
  return (
    <svg class="spectrum-sample" viewBox="0 0 26 12" aria-hidden="true">
      <path class="spectrum-sample-bar" d="M13 0V12" />
      <path class="spectrum-sample-point" d={pointPath(shape, 13, 6, shape === 'circle' ? 2.6 : 3.2)} />
    </svg>
  );
}

/** A name that a person gave may be long. */
function PinnedName({ name }: { readonly name: string }) {
  return (
    <span class="spectrum-pinned-name" title={stateWords().pinnedCurve(name)}>
      {name}
    </span>
  );
}

/** One button per thing in the plot; pressed means shown. */
export const Legend = memo(function Legend(props: LegendProps) {
  const { dataLabel, further, series, hidden, band, pinned, onToggle } = props;
  const words = spectrumWords();
  const entries: readonly LegendEntry[] = [
    { key: 'data', name: dataLabel, className: '', shape: 'circle' },
    ...further,
    ...(band === null
      ? []
      : [
          {
            key: 'band',
            name: band.isOfAnother ? words.bandOfAnother : words.band,
            className: 'series-band',
          },
        ]),
    { key: 'total', name: words.total, className: 'series-total' },
    ...series.map((one) => ({ ...one, name: seriesTitle(one) })),
    ...pinned.flatMap((one) =>
      one.name === undefined
        ? []
        : [{ key: pinnedKey(one), name: <PinnedName name={one.name} />, className: pinnedLook(one) }],
    ),
  ];
  return (
    <fieldset class="spectrum-legend">
      <legend class="spectrum-hidden">{words.shownInPlot}</legend>
      {entries.map(({ key, name, className, shape }) => (
        <button
          key={key}
          type="button"
          class={shape && className}
          aria-pressed={!hidden.has(key)}
          onClick={() => onToggle(key)}
        >
          {shape === undefined ? <LineSample className={className} /> : <PointSample shape={shape} />}
          {name}
        </button>
      ))}
    </fieldset>
  );
});
