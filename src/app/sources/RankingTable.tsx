import type { RankedPulsar } from '../../analysis/catalogue.ts';
import type { Catalogue } from '../../data/catalogue/catalogueTypes.ts';
import { pulsarNamed, shownName } from '../../data/catalogue/pulsarNames.ts';
import { significantText } from '../../plot/numberText.ts';
import { formatNumber } from '../format/number.ts';
import { DOUBTFUL_FACTOR, distanceSpread } from './distances.ts';

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
}

/** `36`, `2.2`, `0.045`: per cent with two digits. */
export function percentText(share: number): string {
  return share === 0 ? '0' : share * 100 < 0.001 ? '< 0.001' : significantText(share * 100, 2);
}

function CurveSample({ className }: { readonly className: string }) {
  return (
    <svg class={`spectrum-sample ${className}`} viewBox="0 0 26 12" role="img" aria-label="has its own curve">
      <path class="series-line" d="M0 6H26" />
    </svg>
  );
}

/** The pulsars by their flux, the strongest first; the name of one opens what it has of its own. */
export function RankingTable(props: RankingTableProps) {
  const { catalogue, pulsars, energyText, curves, dipoles, open, onOpen } = props;
  return (
    <table class="ranking">
      <caption class="visually-hidden">Pulsars by their positrons at {energyText}</caption>
      <thead>
        <tr>
          <th scope="col">
            <abbr title="rank">#</abbr>
          </th>
          <th scope="col">Pulsar</th>
          <th scope="col" title="distance in use, pc">
            <i>d</i> <small>pc</small>
          </th>
          <th scope="col" title="age in use, kyr">
            age <small>kyr</small>
          </th>
          <th scope="col" title="power that the rotation loses today, 10³³ erg s⁻¹">
            <i>Ė</i> <small>10³³ erg/s</small>
          </th>
          <th scope="col" title="part of the positrons of all pulsars">
            share <small>%</small>
          </th>
          <th scope="col" title="part of this one and all stronger ones together">
            sum <small>%</small>
          </th>
          <th scope="col" class="ranking-wide" title="part of everything that the scenario counts">
            of total <small>%</small>
          </th>
          <th scope="col" class="ranking-wide" title="galactic longitude and latitude">
            <i>l</i>, <i>b</i> <small>deg</small>
          </th>
          <th scope="col" class="ranking-wide" title="dipole anisotropy that it causes, towards it">
            dipole <small>%</small>
          </th>
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
                  <span class="ranking-doubtful" title="the models of the distance differ by a factor of 3 or more">
                    !
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
