import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { BinRow } from '../../plot/binTable.ts';
import { placeCard } from '../../plot/cursor.ts';
import type { Rectangle } from '../../plot/geometry.ts';
import type { Series } from '../../plot/series.ts';
import { seriesName } from './seriesTitle.ts';
import { spectrumWords } from './spectrumWords.ts';

interface CursorCardProps {
  readonly experiment: string;
  readonly row: BinRow;
  readonly series: readonly Series[];
  readonly hidden: ReadonlySet<string>;
  /** The point with its error bar and ring. */
  readonly point: Rectangle;
  readonly frame: Rectangle;
}

/** Components that the card lists before it would outgrow the frame. */
const MOST_COMPONENTS = 6;

/** The numbers of the bin under the cursor, beside its point. */
export function CursorCard({ experiment, row, series, hidden, point, frame }: CursorCardProps) {
  const words = spectrumWords();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return;
    const place = placeCard(point, { width: element.offsetWidth, height: element.offsetHeight }, frame, 5);
    element.style.transform = `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`;
  });
  const components = series
    .map((component, index) => ({ component, value: row.components[index] }))
    .filter(({ component, value }) => value !== undefined && !hidden.has(component.key));
  return (
    <div ref={card} class="spectrum-card" aria-hidden="true">
      <strong>
        {experiment}, {row.bin}
      </strong>
      <dl>
        <dt>{words.cardData}</dt>
        <dd>{row.data}</dd>
        {row.total !== null && !hidden.has('total') && (
          <>
            <dt>{words.cardTotal}</dt>
            <dd class="series-total">{row.total}</dd>
          </>
        )}
        {components.slice(0, MOST_COMPONENTS).map(({ component, value }) => (
          <Fragment key={component.key}>
            <dt>{seriesName(component)}</dt>
            <dd class={component.className}>{value}</dd>
          </Fragment>
        ))}
        {row.pull !== null && (
          <>
            <dt>{words.cardPull}</dt>
            <dd>{row.pull} σ</dd>
          </>
        )}
      </dl>
      {row.pull !== null && !row.isInFit && <small>{words.notInFit}</small>}
    </div>
  );
}
