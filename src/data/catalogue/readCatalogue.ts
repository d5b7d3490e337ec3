import type { Catalogue, CataloguePulsar, PulsarKind } from './catalogueTypes.ts';

/** Reads the packed rows; they are the program's own, so that nothing in them needs a message. */
function readPulsars(packed: string): CataloguePulsar[] {
  const [header = [], ...rows] = packed
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));
  const place = Object.fromEntries(header.map((column, index) => [column, index]));
  return rows.map((row) => {
    const text = (column: string) => row[place[column] as number] ?? '';
    const number = (column: string) => Number(text(column));
    const optional = (column: string) => (text(column) === '' ? null : number(column));
    const [east, north] = [optional('properMotionRa_mas_yr'), optional('properMotionDec_mas_yr')];
    return {
      name: text('name'),
      alias: text('alias') || null,
      longitude_deg: number('longitude_deg'),
      latitude_deg: number('latitude_deg'),
      period_s: number('period_s'),
      periodDerivative: number('periodDerivative'),
      distance_kpc: {
        catalogue: optional('catalogue_kpc'),
        ymw16: optional('ymw16_kpc'),
        ne2001: optional('ne2001_kpc'),
        independent: optional('independent_kpc'),
      },
      properMotion_mas_yr: east === null || north === null ? null : Math.sqrt(east * east + north * north),
      kinds: text('kinds') === '' ? [] : (text('kinds').split('|') as PulsarKind[]),
    };
  });
}

/** The ATNF catalogue from its packed text. */
export function readAtnf(packed: string): Catalogue {
  return {
    id: 'atnf-2.65',
    label: 'ATNF Pulsar Catalogue 2.65',
    reference:
      'Manchester, Hobbs, Teoh, Hobbs, AJ 129, 1993 (2005), arXiv:astro-ph/0412641; catalogue version 2.65 (distances of models: 1.64)',
    pulsars: readPulsars(packed),
  };
}
