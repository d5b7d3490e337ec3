/** Which column of a file is what, by the names that papers, programs and databases give to columns. */
import type { TextColumn } from './tableText.ts';

/** What a column can be to a data set; a symmetric error is both its lower and its upper one. */
export const COLUMN_ROLES = {
  energy: 'energy of the point',
  binLow: 'lower edge of the bin',
  binHigh: 'upper edge of the bin',
  value: 'measured value',
  statLower: 'statistical error downwards',
  statUpper: 'statistical error upwards',
  systLower: 'systematic error downwards',
  systUpper: 'systematic error upwards',
  upperLimit: 'whether the point is an upper limit',
  limitValue: 'value of the upper limit',
} as const;
export type ColumnRole = keyof typeof COLUMN_ROLES;

/** Columns of a database export that tell whose row it is. */
export type RowKey = 'quantity' | 'experiment' | 'axis' | 'reference';

const words = (text: string): readonly string[] => text.split('|');

/** Names in the spelling of `normal`. */
const NAMES: Readonly<Record<Exclude<ColumnRole, `${'stat' | 'syst'}${string}`>, readonly string[]>> = {
  energy: words(
    'e|e mean|mean e|emean|energy|mean energy|energy mean|e ref|eref|e center|e centre|e kin|ekin|ek|e point|x|data e mean|rigidity|mean rigidity|r',
  ),
  binLow: words(
    'e lo|elo|e low|elow|e min|emin|e lower|energy low|energy lo|energy min|energy lower|bin low|bin lo|ebin low|e bin l|data e bin l|x low|xlow|x min',
  ),
  binHigh: words(
    'e hi|ehi|e up|eup|e high|ehigh|e max|emax|e upper|energy high|energy hi|energy up|energy max|energy upper|bin high|bin hi|bin up|ebin high|e bin u|data e bin u|x high|xhigh|x max',
  ),
  value: words(
    'flux|value|y|val|data val|quantity value|dnde|intensity|fraction|positron fraction|positron flux|electron flux|all electron flux|ratio|measured|measurement|e2 flux|flux e2|e3 flux|flux e3|e2dnde|e3dnde',
  ),
  upperLimit: words('is upper limit|upper limit|is ul|isul|isupperlim|data isupperlim|is limit'),
  limitValue: words('dnde ul|flux ul|ul'),
};

const KEYS: Readonly<Record<RowKey, readonly string[]>> = {
  quantity: words('quantity name|qty name|qty|data qty'),
  experiment: words('sub exp name|subexp name|exp name|sub exp|experiment'),
  axis: words('eaxis|eaxis type|e axis|data eaxis|e type'),
  reference: words('ads url for paper ref|ads url|ads|publi html|url'),
};

/** Lower case, words apart: `ERR_STAT-` becomes `err stat lower`, `<E>` becomes `e mean`. */
function normal(name: string): string {
  return name
    .toLowerCase()
    .replace('<e>', 'e mean')
    .replace(/[^a-z0-9+−-]+$/, '')
    .replace(/\+$/, ' upper')
    .replace(/[-−]$/, ' lower')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const LOWER = new Set(words('lo|low|lower|minus|down|dn|errn|l'));
const UPPER = new Set(words('up|upp|hi|high|upper|plus|errp|u'));
const STAT = new Set(words('stat|statistical|sta|ystat|errstat|errsta|dstat'));
const SYST = new Set(words('syst|sys|systematic|ysyst|errsyst|errsys|dsyst'));
const ERROR = new Set(words('err|error|errors|uncertainty|unc|sigma|yerr|errtot|yerrtot|dy|dflux|errn|errp'));
const FILLING = new Set(words('y|value|val|flux|data|dnde|tot|total'));

/** `stat`, `syst` or an error that does not say which, and its side; null for a column that is no error. */
function errorOf(name: string): { kind: 'stat' | 'syst' | 'total'; side: 'Lower' | 'Upper' | null } | null {
  const parts = normal(name).split(' ');
  const has = (set: ReadonlySet<string>) => parts.some((part) => set.has(part));
  const known = (part: string) => [LOWER, UPPER, STAT, SYST, ERROR, FILLING].some((set) => set.has(part));
  if (!parts.every(known) || (has(LOWER) && has(UPPER)) || (has(STAT) && has(SYST))) return null;
  const kind = has(STAT) ? 'stat' : has(SYST) ? 'syst' : has(ERROR) ? 'total' : null;
  return kind && { kind, side: has(LOWER) ? 'Lower' : has(UPPER) ? 'Upper' : null };
}

export interface GuessedRoles {
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  /** Columns that hold components of the systematic error. */
  readonly components: readonly number[];
  readonly keys: Readonly<Partial<Record<RowKey, number>>>;
  /** Whether the errors in the statistical places are total ones. */
  readonly totalErrors: boolean;
}

/** What the names say; a role that two columns could have is left open. */
export function guessRoles(columns: readonly TextColumn[]): GuessedRoles {
  const normals = columns.map(({ name }) => normal(name));
  const only = (found: readonly number[]): number | undefined => (found.length === 1 ? found[0] : undefined);
  const where = (test: (index: number) => boolean) => normals.flatMap((_, index) => (test(index) ? [index] : []));

  const roles = new Map<ColumnRole, number>();
  for (const [role, names] of Object.entries(NAMES) as [ColumnRole, readonly string[]][]) {
    const index = only(where((i) => names.includes(normals[i] as string)));
    if (index !== undefined) roles.set(role, index);
  }
  const errors = columns.map(({ name }) => errorOf(name));
  const sides = (kind: 'stat' | 'syst' | 'total') => {
    const symmetric = only(where((i) => errors[i]?.kind === kind && errors[i]?.side === null));
    const side = (which: 'Lower' | 'Upper') =>
      only(where((i) => errors[i]?.kind === kind && errors[i]?.side === which)) ?? symmetric;
    return [side('Lower'), side('Upper')] as const;
  };
  const place = (into: 'stat' | 'syst', [lower, upper]: readonly [number | undefined, number | undefined]) => {
    if (lower === undefined || upper === undefined) return false;
    roles.set(`${into}Lower`, lower);
    roles.set(`${into}Upper`, upper);
    return true;
  };
  const hasStat = place('stat', sides('stat'));
  const hasSyst = place('syst', sides('syst'));
  const totalErrors = !hasStat && !hasSyst && place('stat', sides('total'));

  const keys = (Object.entries(KEYS) as [RowKey, readonly string[]][]).flatMap(([key, names]) => {
    // The first name wins: a sub-experiment says more than an experiment.
    const index = names.map((name) => normals.indexOf(name)).find((found) => found >= 0);
    return index === undefined ? [] : [[key, index] as const];
  });
  return {
    columns: Object.fromEntries(roles),
    components: where((i) => /^syst?\s?\d+$/.test(normals[i] as string)),
    keys: Object.fromEntries(keys),
    totalErrors,
  };
}
