/** The pulsars of a scenario by their flux as a table, with the rest and the sum below. */
import type { PulsarRanking } from '../analysis/catalogue.ts';
import type { Catalogue } from '../data/catalogue/catalogueTypes.ts';
import { LEFT_OUT, type LeftOutReason } from '../data/catalogue/selectPulsars.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DipoleAnisotropy } from '../predict/dipole.ts';
import { FLUX_SUFFIX, FLUX_UNIT } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { jsonText } from './jsonText.ts';
import { provenance, provenanceLines } from './provenance.ts';
import type { Column } from './tableColumns.ts';

/** What stands in a table of ranked pulsars. */
export interface RankingContent {
  readonly ranking: PulsarRanking;
  /** At the energy of the ranking, with a part for every pulsar whose direction is known. */
  readonly dipole: DipoleAnisotropy;
  readonly catalogue: Catalogue;
  /** Rows beside the rest and the sum; all pulsars where it is missing. */
  readonly top?: number | undefined;
}

const FORMAT = 'geminga-pulsar-ranking';
const title = ({ energy_GeV }: PulsarRanking) =>
  `pulsars by their positron flux at Earth at ${energy_GeV} GeV, modulated by the Sun`;

/** `54 have no known distance, 3 are farther than the farthest` */
function leftOutText({ leftOut }: PulsarRanking): string {
  if (leftOut === null) return 'none';
  const counts = (Object.keys(LEFT_OUT) as LeftOutReason[]).flatMap((reason) =>
    leftOut[reason].length > 0 ? `${leftOut[reason].length} ${LEFT_OUT[reason]}` : [],
  );
  return counts.join(', ') || 'none';
}

/** The lines of the head that are no scenario. */
function summaryLines({ ranking, dipole, catalogue }: RankingContent): string[] {
  const { energy_GeV, pulsars, pulsarFlux, totalFlux, measuredFlux } = ranking;
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toPrecision(3)} %`;
  const [amplitude, l, b] = [dipole.amplitude[0], dipole.longitude_deg[0], dipole.latitude_deg[0]] as [
    number,
    number,
    number,
  ];
  return [
    `catalogue: ${catalogue.label}: ${catalogue.reference}`,
    `${pulsars.length} pulsars count; left out: ${leftOutText(ranking)}`,
    ...(totalFlux > 0
      ? [
          `all pulsars together are ${percent(pulsarFlux, totalFlux)} of the scenario's ${totalFlux.toPrecision(4)} ${FLUX_UNIT}`,
        ]
      : []),
    ...(measuredFlux === null
      ? []
      : [
          `and ${percent(pulsarFlux, measuredFlux)} of the measured ${measuredFlux.toPrecision(4)} ${FLUX_UNIT}, interpolated to ${energy_GeV} GeV`,
        ]),
    `dipole anisotropy ${amplitude.toPrecision(3)}${amplitude > 0 ? ` towards l = ${l.toFixed(1)}, b = ${b.toFixed(1)} deg` : ''}`,
    ...(dipole.withoutDirection.length > 0
      ? [`taken as isotropic, since the catalogue does not know them by name: ${dipole.withoutDirection.join(', ')}`]
      : []),
  ];
}

interface Row {
  readonly name: string;
  readonly flux: number;
  readonly share: number;
  readonly cumulativeShare: number;
  readonly shareOfTotal: number;
  readonly pulsar: PulsarRanking['pulsars'][number] | null;
  readonly dipole: number | null;
}

function dipoleByName({ parts }: DipoleAnisotropy): Map<string, number> {
  return new Map(parts.map(({ name, amplitude }) => [name, amplitude[0] as number]));
}

/** The strongest pulsars one by one, the others together where there are others, and the sum of all. */
function rowsOf({ ranking, dipole, top = Number.POSITIVE_INFINITY }: RankingContent): Row[] {
  const { pulsars, pulsarFlux, totalFlux } = ranking;
  const parts = dipoleByName(dipole);
  const rest = pulsars.slice(top);
  const restFlux = rest.reduce((sum, { flux }) => sum + flux, 0);
  const together = (name: string, flux: number): Row => ({
    name,
    flux,
    share: pulsarFlux > 0 ? flux / pulsarFlux : 0,
    cumulativeShare: pulsarFlux > 0 ? 1 : 0,
    shareOfTotal: totalFlux > 0 ? flux / totalFlux : 0,
    pulsar: null,
    dipole: null,
  });
  return [
    ...pulsars.slice(0, top).map((pulsar) => ({ ...pulsar, pulsar, dipole: parts.get(pulsar.name) ?? null })),
    ...(rest.length > 0 ? [together(`${rest.length} others`, restFlux)] : []),
    together('all pulsars', pulsarFlux),
  ];
}

type Cell = (row: Row) => number | null;

function columnsOf(rows: readonly Row[]): Column[] {
  const number = (name: string, unit: string, description: string, cell: Cell, csvName = name): Column => ({
    kind: 'number',
    name,
    csvName,
    unit,
    description,
    values: rows.map(cell),
  });
  const text = (name: string, description: string, cell: (row: Row) => string | null): Column => ({
    kind: 'text',
    name,
    csvName: name,
    unit: '',
    description,
    values: rows.map(cell),
  });
  return [
    number('rank', '', '1 for the strongest', ({ pulsar }) => pulsar?.rank ?? null),
    text('name', 'name of the pulsar', ({ name }) => name),
    text('catalogue_name', 'J2000 name in the catalogue', ({ pulsar }) => pulsar?.catalogueName ?? null),
    text(
      'listed',
      'whether it is a listed source of the scenario',
      ({ pulsar }) => pulsar && (pulsar.listed ? 'yes' : 'no'),
    ),
    number('l', 'deg', 'galactic longitude', ({ pulsar }) => pulsar?.longitude_deg ?? null, 'l_deg'),
    number('b', 'deg', 'galactic latitude', ({ pulsar }) => pulsar?.latitude_deg ?? null, 'b_deg'),
    number('distance', 'pc', 'distance in use', ({ pulsar }) => pulsar?.distance_pc ?? null, 'distance_pc'),
    number('age', 'kyr', 'age in use', ({ pulsar }) => pulsar?.age_kyr ?? null, 'age_kyr'),
    number(
      'spin_down_luminosity',
      'erg s^-1',
      'power that the rotation loses today',
      ({ pulsar }) => pulsar?.spinDownLuminosity_erg_s ?? null,
      'spin_down_luminosity_erg_s',
    ),
    number(
      'proper_motion',
      'km s^-1',
      'transverse velocity by the measured proper motion at this distance',
      ({ pulsar }) => pulsar?.properMotion_km_s ?? null,
      'proper_motion_km_s',
    ),
    number('flux', FLUX_UNIT, 'positron flux at Earth', ({ flux }) => flux, `flux_${FLUX_SUFFIX}`),
    number('share', '', 'part of the flux of all pulsars', ({ share }) => share),
    number('cumulative_share', '', 'part of this one and all above', ({ cumulativeShare }) => cumulativeShare),
    number(
      'share_of_total',
      '',
      "part of the scenario's total, background included",
      ({ shareOfTotal }) => shareOfTotal,
    ),
    number('dipole', '', 'anisotropy that it causes, towards it', ({ dipole }) => dipole),
  ];
}

/** One row per pulsar, the strongest first, then the others together and all together. */
export function exportRankingCsv(
  scenario: Scenario,
  content: RankingContent,
  context: ExportContext = {},
): ExportedFile {
  const comments = [...provenanceLines(title(content.ranking), scenario, context), ...summaryLines(content)];
  return textFile(exportStem(scenario, 'pulsars', context.date), 'csv', csvText(comments, columnsOf(rowsOf(content))));
}

/** The same numbers as one JSON document. */
export function exportRankingJson(
  scenario: Scenario,
  content: RankingContent,
  context: ExportContext = {},
): ExportedFile {
  const { ranking, dipole, catalogue, top } = content;
  const { id, label, reference } = catalogue;
  const { energy_GeV, pulsars, pulsarFlux, totalFlux, measuredFlux, leftOut } = ranking;
  const parts = dipoleByName(dipole);
  const document = {
    format: FORMAT,
    version: 1,
    title: title(ranking),
    ...provenance(scenario, context),
    catalogue: { id, label, reference },
    energy_GeV,
    units: { flux: FLUX_UNIT, pulsarFlux: FLUX_UNIT, totalFlux: FLUX_UNIT, measuredFlux: FLUX_UNIT },
    pulsarFlux,
    totalFlux,
    measuredFlux,
    dipole: {
      amplitude: dipole.amplitude[0],
      longitude_deg: dipole.longitude_deg[0],
      latitude_deg: dipole.latitude_deg[0],
      withoutDirection: dipole.withoutDirection,
    },
    pulsars: pulsars.slice(0, top).map((pulsar) => ({ ...pulsar, dipole: parts.get(pulsar.name) ?? null })),
    leftOut,
  };
  return textFile(exportStem(scenario, 'pulsars', context.date), 'json', jsonText(document));
}
