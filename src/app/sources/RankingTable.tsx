import type { RankedPulsar } from '../../analysis/catalogue.ts';
import type { Catalogue } from '../../data/catalogue/catalogueTypes.ts';
import { pulsarNamed, shownName } from '../../data/catalogue/pulsarNames.ts';
import { significantText } from '../../plot/numberText.ts';
import { formatNumber } from '../format/number.ts';
import type { SourcesWords } from '../words/en/sources.ts';
import { DOUBTFUL_FACTOR, distanceSpread } from './distances.ts';
import { SORT_KEYS, type Sorting, type SortKey, sortedBy } from './sorting.ts';
import { sourcesWords } from './sourcesWords.ts';

/** Id of the section that shows the pulsar that is open. */
export const PULSAR_CARD_ID = 'pulsar-card';

interface RankingTableProps {
  readonly catalogue: Catalogue;
  readonly pulsars: readonly RankedPulsar[];
  readonly energyText: string;
  /** Class of the curve of each pulsar that has one, by the name that is shown. */
  readonly curves: ReadonlyMap<string, string>;
  /** Dipole that each pulsar causes, by name; empty where there is none. */
  readonly dipoles: ReadonlyMap<string, number>;
  /** The pulsar whose details are open, by its name in the catalogue. */
  readonly open: string | null;
  readonly onOpen: (name: string | null) => void;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

type Column = keyof SourcesWords['columns'];
const COLUMNS: readonly Column[] = [
  'rank',
  'name',
  'distance',
  'age',
  'power',
  'share',
  'sum',
  'ofTotal',
  'place',
  'dipole',
];
/** Where the tab is narrow there is no room for these. */
const WIDE: readonly Column[] = ['ofTotal', 'place', 'dipole'];
const SYMBOLS: readonly Column[] = ['distance', 'power', 'place'];
const isSortKey = (column: Column): column is SortKey & Column => (SORT_KEYS as readonly string[]).includes(column);

/** The head of a column: its name, its unit, and where it makes sense the button that sorts by it. */
function ColumnHead({
  column,
  sorting,
  onSort,
}: Pick<RankingTableProps, 'sorting' | 'onSort'> & { readonly column: Column }) {
  const words = sourcesWords();
  const { short, unit, help } = words.columns[column];
  const name = (
    <>
      {SYMBOLS.includes(column) ? <i>{short}</i> : short}
      {unit !== '' && <small> {unit}</small>}
    </>
  );
  const isSorted = column === sorting.key;
  const order = sorting.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      class={WIDE.includes(column) ? 'ranking-wide' : undefined}
      aria-sort={isSorted ? order : undefined}
      title={isSortKey(column) ? undefined : help}
    >
      {isSortKey(column) ? (
        <button
          type="button"
          class={isSorted ? `ranking-sort ranking-${order}` : 'ranking-sort'}
          title={`${help}; ${words.sortHelp}`}
          onClick={() => onSort(sortedBy(column, sorting))}
        >
          {name}
        </button>
      ) : (
        name
      )}
    </th>
  );
}

/** `36`, `2.2`, `0.045`: per cent with two digits. */
export function percentText(share: number): string {
  return share === 0 ? '0' : share * 100 < 0.001 ? '< 0.001' : significantText(share * 100, 2);
}

function CurveSample({ className }: { readonly className: string }) {
  return (
    <svg class={`spectrum-sample ${className}`} viewBox="0 0 26 12" role="img" aria-label={sourcesWords().hasCurve}>
      <path class="series-line" d="M0 6H26" />
    </svg>
  );
}

/** The pulsars by their flux, the strongest first; the name of one opens what it has of its own. */
export function RankingTable(props: RankingTableProps) {
  const { catalogue, pulsars, energyText, curves, dipoles, open, onOpen, sorting, onSort } = props;
  const words = sourcesWords();
  return (
    <table class="ranking">
      <caption class="visually-hidden">{words.caption(energyText)}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <ColumnHead key={column} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {pulsars.map((ranked) => {
          const pulsar = ranked.catalogueName === null ? undefined : pulsarNamed(catalogue, ranked.catalogueName);
          const key = ranked.catalogueName ?? ranked.name;
          const isOpen = open === key;
          const curve = curves.get(pulsar && !ranked.listed ? shownName(pulsar) : ranked.name);
          const isDoubtful = pulsar !== undefined && !ranked.listed && distanceSpread(pulsar) >= DOUBTFUL_FACTOR;
          const dipole = dipoles.get(ranked.name);
          return (
            <tr key={`${ranked.listed} ${ranked.name}`} class={isOpen ? 'ranking-open' : undefined}>
              <td>{ranked.rank}</td>
              <th scope="row">
                <button
                  type="button"
                  class="ranking-name"
                  aria-expanded={isOpen}
                  aria-controls={isOpen ? PULSAR_CARD_ID : undefined}
                  onClick={() => onOpen(isOpen ? null : key)}
                >
                  {ranked.name}
                </button>
                {curve !== undefined && <CurveSample className={curve} />}
                {ranked.catalogueName !== null && ranked.catalogueName !== ranked.name && (
                  <small>{ranked.catalogueName}</small>
                )}
              </th>
              <td>
                {isDoubtful && (
                  <span class="ranking-doubtful" title={words.doubtful}>
                    <span aria-hidden="true">!</span>
                    <span class="visually-hidden">{words.doubtful}</span>
                  </span>
                )}
                {formatNumber(ranked.distance_pc, 3)}
              </td>
              <td>{formatNumber(ranked.age_kyr, 3)}</td>
              <td>{formatNumber(ranked.spinDownLuminosity_erg_s / 1e33, 2)}</td>
              <td>
                <b>{percentText(ranked.share)}</b>
              </td>
              <td>{significantText(ranked.cumulativeShare * 100, 3)}</td>
              <td class="ranking-wide">{percentText(ranked.shareOfTotal)}</td>
              <td class="ranking-wide">
                {ranked.longitude_deg === null || ranked.latitude_deg === null
                  ? '–'
                  : `${ranked.longitude_deg.toFixed(0)}, ${formatNumber(Math.round(ranked.latitude_deg))}`}
              </td>
              <td class="ranking-wide">{dipole === undefined ? '–' : formatNumber(dipole * 100, 2)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
