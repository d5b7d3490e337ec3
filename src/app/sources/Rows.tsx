import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '../../data/catalogue/catalogueTypes.ts';
import { pulsarNamed, shownName } from '../../data/catalogue/pulsarNames.ts';
import { LEFT_OUT, type LeftOutReason } from '../../data/catalogue/selectPulsars.ts';
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
        <button type="button" class="icon-button" aria-label={`Close ${title}`} title="close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </h3>
      {isListed || !pulsar ? (
        <p class="source-other-names">A listed source: its values stand in its own group of parameters.</p>
      ) : (
        <>
          {reason && <p class="source-doubtful">Left out of the sum with those that {LEFT_OUT[reason]}.</p>}
          <PulsarDetails catalogue={catalogue} pulsar={pulsar} ranked={entry} />
        </>
      )}
    </section>
  );
}

/** The ranked pulsars with a search, one of them opened, and those that do not count. */
export function Rows({ catalogue, ranked }: { readonly catalogue: Catalogue; readonly ranked: RankedPulsars }) {
  const { store } = useApp();
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState(FIRST_ROWS);
  const [find, setFind] = useState('');
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
          placeholder="Find a pulsar"
          aria-label="Find a pulsar"
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
          pulsars={found.slice(0, shown)}
          energyText={`${formatNumber(ranking.energy_GeV)} GeV`}
          curves={new Map(curves)}
          dipoles={dipoles}
          open={open}
          onOpen={setOpen}
        />
      </div>
      {searching && found.length === 0 && (
        <p class="sources-note">No pulsar that counts has “{find.trim()}” in its name.</p>
      )}
      {outside.length > 0 && (
        <p class="left-out-names">
          <span>left out:</span>
          {outside.slice(0, MOST_FOUND_OUTSIDE).map((name) => (
            <button key={name} type="button" class="text-button" onClick={() => setOpen(name)}>
              {shownName(pulsarNamed(catalogue, name) as NonNullable<ReturnType<typeof pulsarNamed>>)}
            </button>
          ))}
          {outside.length > MOST_FOUND_OUTSIDE && <span>and {outside.length - MOST_FOUND_OUTSIDE} more</span>}
        </p>
      )}
      {more > 0 && (
        <p class="sources-more">
          <button type="button" class="text-button" onClick={() => setShown(shown + MORE_ROWS)}>
            {Math.min(more, MORE_ROWS)} more of {found.length}
          </button>
        </p>
      )}
      {leftOut && (
        <section class="sources-left-out">
          <h3>Left out, those that</h3>
          <LeftOut catalogue={catalogue} leftOut={leftOut} onOpen={setOpen} />
        </section>
      )}
    </>
  );
}
