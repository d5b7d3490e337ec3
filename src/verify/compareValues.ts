/** Computed values against reference values: where they differ most, and whether that is allowed. */

/** How numbers under one key are compared. */
export type Rule =
  /** |difference| / |reference|; below 1e-30 of the table's largest value, against that. */
  | { readonly kind: 'relative'; readonly allowed: number }
  /** The same, but below 1e-6 of the largest value of the row against that floor. */
  | { readonly kind: 'profile'; readonly allowed: number }
  /** The same, but with values weighted by E^3, and below 1e-6 of the largest weighted value against that floor. */
  | { readonly kind: 'spectrum'; readonly allowed: number }
  /** |difference|. */
  | { readonly kind: 'absolute'; readonly allowed: number };

/** Below this part of the largest value a number is compared with the floor instead of with itself. */
const FLOORS = {
  /** Reference tables write such small values as 0. */
  relative: 1e-30,
  profile: 1e-6,
  spectrum: 1e-6,
  absolute: 0,
} as const satisfies Record<Rule['kind'], number>;

export interface Difference {
  /** `values[12]`, `values.best[0]`. */
  readonly place: string;
  readonly reference: unknown;
  readonly computed: unknown;
  /** In the measure of the rule; infinite where kinds or lengths differ. */
  readonly difference: number;
  readonly allowed: number;
}

export interface ComparisonResult {
  /** How many values were compared. */
  readonly compared: number;
  /** The difference that comes closest to what is allowed, or exceeds it most. */
  readonly worst: Difference | null;
  readonly passed: boolean;
}

/** How close a difference comes to what is allowed; above 1 it fails. */
function excess({ difference, allowed }: Difference): number {
  if (difference === 0) return 0;
  return allowed > 0 ? difference / allowed : Number.POSITIVE_INFINITY;
}

const mismatch = (place: string, reference: unknown, computed: unknown): Difference => ({
  place,
  reference,
  computed,
  difference: Number.POSITIVE_INFINITY,
  allowed: 0,
});

type RuleOf = (key: string) => Rule;

/** Where a comparison stands. */
interface Context {
  readonly ruleOf: RuleOf;
  readonly energies: Float64Array | undefined;
  /** `values`, `values.best`: what the rule depends on. */
  readonly key: string;
  /** Largest number of the table that a row belongs to, undefined outside of tables. */
  readonly largestOfTable?: number;
}

function compareNumber(
  place: string,
  reference: number,
  computed: unknown,
  rule: Rule,
  weight: number,
  floor: number,
): Difference {
  if (typeof computed !== 'number' || !Number.isFinite(computed)) return mismatch(place, reference, computed);
  const distance = Math.abs(computed - reference) * weight;
  const scale = rule.kind === 'absolute' ? 1 : Math.max(Math.abs(reference) * weight, floor);
  return { place, reference, computed, difference: distance === 0 ? 0 : distance / scale, allowed: rule.allowed };
}

/** The largest number of a list, or of a list of lists. */
function largestOf(reference: readonly unknown[], weight: (index: number) => number): number {
  return reference.reduce<number>((largest, value, index) => {
    if (Array.isArray(value)) return Math.max(largest, largestOf(value, weight));
    return typeof value === 'number' ? Math.max(largest, Math.abs(value) * weight(index)) : largest;
  }, 0);
}

function compareList(place: string, reference: readonly unknown[], computed: unknown, context: Context): Difference[] {
  const list = ArrayBuffer.isView(computed) ? Array.from(computed as Float64Array) : computed;
  if (!Array.isArray(list) || list.length !== reference.length) return [mismatch(place, reference, computed)];
  const rule = context.ruleOf(context.key);
  const weight = (index: number) => {
    const energy = context.energies?.[index] ?? 1;
    return rule.kind === 'spectrum' ? energy * energy * energy : 1;
  };
  const largest = (rule.kind === 'relative' ? context.largestOfTable : undefined) ?? largestOf(reference, weight);
  const floor = largest * FLOORS[rule.kind];
  return reference.flatMap((value, index) => {
    const at = `${place}[${index}]`;
    return typeof value === 'number'
      ? [compareNumber(at, value, list[index], rule, weight(index), floor)]
      : compareAny(at, value, list[index], { ...context, largestOfTable: largest });
  });
}

function compareObject(
  place: string,
  reference: Readonly<Record<string, unknown>>,
  computed: unknown,
  { ruleOf, energies, key }: Context,
): Difference[] {
  if (typeof computed !== 'object' || computed === null || Array.isArray(computed))
    return [mismatch(place, reference, computed)];
  const found = computed as Record<string, unknown>;
  return Object.entries(reference).flatMap(([name, value]) =>
    compareAny(`${place}.${name}`, value, found[name], { ruleOf, energies, key: `${key}.${name}` }),
  );
}

function compareAny(place: string, reference: unknown, computed: unknown, context: Context): Difference[] {
  if (typeof reference === 'number')
    return [compareNumber(place, reference, computed, context.ruleOf(context.key), 1, 0)];
  if (Array.isArray(reference)) return compareList(place, reference, computed, context);
  if (typeof reference === 'object' && reference !== null) {
    return compareObject(place, reference as Record<string, unknown>, computed, context);
  }
  return [
    reference === computed
      ? { place, reference, computed, difference: 0, allowed: 0 }
      : mismatch(place, reference, computed),
  ];
}

/**
 * Compares every value of the reference with the computed one at the same place.
 *
 * @param ruleOf the rule for a key such as `values` or `values.best`
 * @param energies energies that belong to the lists of a spectrum
 */
export function compareValues(
  reference: Readonly<Record<string, unknown>>,
  computed: Readonly<Record<string, unknown>>,
  ruleOf: RuleOf,
  energies?: Float64Array,
): ComparisonResult {
  const differences = Object.entries(reference).flatMap(([name, value]) =>
    compareAny(name, value, computed[name], { ruleOf, energies, key: name }),
  );
  const worst = differences.reduce<Difference | null>(
    (found, next) => (found === null || excess(next) > excess(found) ? next : found),
    null,
  );
  return { compared: differences.length, worst, passed: worst === null || excess(worst) <= 1 };
}
