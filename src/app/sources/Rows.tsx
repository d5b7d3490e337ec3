import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '../../data/catalogue/catalogueTypes.ts';
import { pulsarNamed, shownName } from '../../data/catalogue/pulsarNames.ts';
import type { LeftOutReason } from '../../data/catalogue/selectPulsars.ts';
import { seriesOf } from '../../plot/series.ts';
import type { RankedPulsars } from '../../worker/protocol.ts';
import { Icon } from '../controls/Icon.tsx';
import { formatNumber } from '../format/number.ts';
import { useApp } from '../state/context.ts';
import { stableComputed } from '../state/stableComputed.ts';
import { LeftOut } from './LeftOut.tsx';
import { PulsarDetails } from './PulsarDetails.tsx';
import { isFound } from './pulsarOnPage.ts';
import { PULSAR_CARD_ID, RankingTable } from './RankingTable.tsx';
import { BY_RANK, type Sorting, sortPulsars } from './sorting.ts';
import { sourcesWords } from './sourcesWords.ts';

/** Rows at first, and with every press for more. */
const FIRST_ROWS = 15;
const MORE_ROWS = 30;
/** Pulsars that do not count and that a search lists. */
const MOST_FOUND_OUTSIDE = 8;

type Absentees = Readonly<Record<LeftOutReason, readonly string[]>>;

/** Why a pulsar does not count, or undefined. */
function reasonFor(leftOut: Absentees, name: string): LeftOutReason | undefined {
  return (Object.keys(leftOut) as LeftOutReason[]).find((reason) => leftOut[reason].includes(name));
}

interface PulsarCardProps {
  readonly catalogue: Catalogue;
  readonly ranked: RankedPulsars['ranking'];
  /** Its name in the catalogue, or that of a listed source which the catalogue does not know. */
  readonly name: string;
  readonly onClose: () => void;
}

/**
 * What the pulsar that is open has of its own. It stands above the table and not in its row: rows change places while its
 * values move.
 */
function PulsarCard({ catalogue, ranked, name, onClose }: PulsarCardProps) {
  const words = sourcesWords();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), []);
  const pulsar = pulsarNamed(catalogue, name);
  const entry = ranked.pulsars.find((one) => (one.catalogueName ?? one.name) === name);
  const reason = ranked.leftOut ? reasonFor(ranked.leftOut, name) : undefined;
  const isListed = entry?.listed === true || reason === 'listed';
  const title = pulsar ? shownName(pulsar) : name;
  return (
    <section ref={card} id={PULSAR_CARD_ID} class="pulsar-card" aria-label={title} tabIndex={-1}>
      <h3>
        {title}
        <button
          type="button"
          class="icon-button"
          aria-label={words.closePulsar(title)}
          title={words.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </h3>
      {isListed || !pulsar ? (
        <p class="source-other-names">{words.listed}</p>
      ) : (
        <>
          {reason && <p class="source-doubtful">{words.leftOutOne(words.reasons[reason])}</p>}
          <PulsarDetails catalogue={catalogue} pulsar={pulsar} ranked={entry} />
        </>
      )}
    </section>
  );
}

/** The ranked pulsars with a search, one of them opened, and those that do not count. */
export function Rows({ catalogue, ranked }: { readonly catalogue: Catalogue; readonly ranked: RankedPulsars }) {
  const { store } = useApp();
  const words = sourcesWords();
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState(FIRST_ROWS);
  const [find, setFind] = useState('');
  const [sorting, setSorting] = useState<Sorting>(BY_RANK);
  const curves = useMemo(
    () =>
      stableComputed(() =>
        seriesOf(store.evaluation.value?.curve.components ?? []).flatMap(({ kind, name, className }) =>
          kind === 'pulsar' ? [[name, className] as const] : [],
        ),
      ),
    [store],
  ).value;
  const table = useRef<HTMLDivElement>(null);
  const { ranking, dipole } = ranked;
  const dipoles = useMemo(
    () => new Map(dipole?.parts.map(({ name, amplitude }) => [name, amplitude[0] ?? 0])),
    [dipole],
  );
  const searching = find.trim() !== '';
  const matches = (catalogueName: string | null, name: string) => {
    const pulsar = catalogueName === null ? undefined : pulsarNamed(catalogue, catalogueName);
    return pulsar ? isFound(pulsar, find) : name.toLowerCase().includes(find.trim().toLowerCase());
  };
  const found = searching
    ? ranking.pulsars.filter(({ catalogueName, name }) => matches(catalogueName, name))
    : ranking.pulsars;
  const leftOut = ranking.leftOut ?? null;
  const outside =
    searching && leftOut
      ? Object.values(leftOut)
          .flat()
          .filter((name) => matches(name, name))
      : [];
  const more = found.length - shown;
  return (
    <>
      <p class="sources-find">
        <input
          type="search"
          class="parameters-find"
          placeholder={words.find}
          aria-label={words.find}
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
      </p>
      {open !== null && (
        <PulsarCard
          key={open}
          catalogue={catalogue}
          ranked={ranking}
          name={open}
          onClose={() => {
            table.current?.querySelector<HTMLElement>('.ranking-open .ranking-name')?.focus();
            setOpen(null);
          }}
        />
      )}
      <div ref={table}>
        <RankingTable
          catalogue={catalogue}
          pulsars={sortPulsars(found, dipoles, sorting).slice(0, shown)}
          energyText={`${formatNumber(ranking.energy_GeV)} GeV`}
          curves={new Map(curves)}
          dipoles={dipoles}
          open={open}
          onOpen={setOpen}
          sorting={sorting}
          onSort={setSorting}
        />
      </div>
      {searching && found.length === 0 && <p class="sources-note">{words.notFound(find.trim())}</p>}
      {outside.length > 0 && (
        <p class="left-out-names">
          <span>{words.leftOutBefore}</span>
          {outside.slice(0, MOST_FOUND_OUTSIDE).map((name) => (
            <button key={name} type="button" class="text-button" onClick={() => setOpen(name)}>
              {shownName(pulsarNamed(catalogue, name) as NonNullable<ReturnType<typeof pulsarNamed>>)}
            </button>
          ))}
          {outside.length > MOST_FOUND_OUTSIDE && <span>{words.andMore(outside.length - MOST_FOUND_OUTSIDE)}</span>}
        </p>
      )}
      {more > 0 && (
        <p class="sources-more">
          <button type="button" class="text-button" onClick={() => setShown(shown + MORE_ROWS)}>
            {words.moreOf(Math.min(more, MORE_ROWS), found.length)}
          </button>
        </p>
      )}
      {leftOut && (
        <section class="sources-left-out">
          <h3>{words.leftOut}</h3>
          <LeftOut catalogue={catalogue} leftOut={leftOut} onOpen={setOpen} />
        </section>
      )}
    </>
  );
}
