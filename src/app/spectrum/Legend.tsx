import type { Series } from '../../plot/series.ts';
import { memo } from '../memo.ts';
import type { ShownBand } from '../state/band.ts';
import { seriesTitle } from './seriesTitle.ts';

interface LegendProps {
  readonly dataLabel: string;
  readonly series: readonly Series[];
  readonly hidden: ReadonlySet<string>;
  /** Band of a posterior. */
  readonly band: ShownBand | null;
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

/** One button per thing in the plot; pressed means shown. */
export const Legend = memo(function Legend({ dataLabel, series, hidden, band, onToggle }: LegendProps) {
  const entries = [
    { key: 'data', name: dataLabel, className: null },
    ...(band === null
      ? []
      : [
          {
            key: 'band',
            name: band.isOfAnother ? '68 % band of another scenario' : '68 % band',
            className: 'series-band',
          },
        ]),
    { key: 'total', name: 'Total', className: 'series-total' },
    ...series.map((one) => ({ ...one, name: seriesTitle(one) })),
  ];
  return (
    <fieldset class="spectrum-legend">
      <legend class="spectrum-hidden">Shown in the plot</legend>
      {entries.map(({ key, name, className }) => (
        <button key={key} type="button" aria-pressed={!hidden.has(key)} onClick={() => onToggle(key)}>
          {className === null ? (
            <svg class="spectrum-sample" viewBox="0 0 26 12" aria-hidden="true">
              <path class="spectrum-sample-bar" d="M13 0V12" />
              <circle class="spectrum-sample-point" cx="13" cy="6" r="2.6" />
            </svg>
          ) : (
            <LineSample className={className} />
          )}
          {name}
        </button>
      ))}
    </fieldset>
  );
});
