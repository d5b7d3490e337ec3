/** Makes the form of a pulsar catalogue that the program ships from the extract that it was taken from. */

/** Columns of the extract, and their names in the packed form. */
const COLUMNS: readonly (readonly [extract: string, packed: string])[] = [
  ['psrj', 'name'],
  ['name', 'alias'],
  ['l_deg', 'longitude_deg'],
  ['b_deg', 'latitude_deg'],
  ['P_s', 'period_s'],
  ['Pdot', 'periodDerivative'],
  ['dist_kpc', 'catalogue_kpc'],
  ['dist_ymw16_v164_kpc', 'ymw16_kpc'],
  ['dist_ne2001_v164_kpc', 'ne2001_kpc'],
  ['dist_indep_v164_kpc', 'independent_kpc'],
  ['pmra_masyr', 'properMotionRa_mas_yr'],
  ['pmdec_masyr', 'properMotionDec_mas_yr'],
  ['type', 'kinds'],
];

const HEADER = [
  '# Packed from atnf-2.65.csv by scripts/packCatalogue.ts; README.md beside this file says what was dropped.',
  '# ATNF Pulsar Catalogue 2.65: cite Manchester, Hobbs, Teoh & Hobbs, AJ 129, 1993 (2005).',
];

/**
 * @param extract CSV text with comment lines, a header line and one pulsar a line, in the columns of atnf-2.65.csv
 * @returns the packed text: fewer columns, numbers as they stand, an alias only where it is not the name
 * @throws {Error} when a column is missing
 */
export function packCatalogue(extract: string): string {
  const [header = [], ...rows] = extract
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));
  const places = COLUMNS.map(([name]) => {
    const place = header.indexOf(name);
    if (place < 0) throw new Error(`the extract has no column ${name}`);
    return place;
  });
  const [name, alias] = [header.indexOf('psrj'), header.indexOf('name')];
  const packed = rows.map((row) =>
    places.map((place) => (place === alias && row[alias] === row[name] ? '' : row[place])).join(','),
  );
  return `${[...HEADER, COLUMNS.map(([, column]) => column).join(','), ...packed].join('\n')}\n`;
}
