/** Tables of one fit that hold the same positrons. */
import type { Finding } from './analysisTypes.ts';
import { finding } from './findingSentences.ts';
import type { FittedTable } from './fitProblem.ts';

/** Energies of the points that take part, GeV: first and last. */
function span({ data, points }: FittedTable): readonly [number, number] | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  return [data.meanEnergy_GeV[first] as number, data.meanEnergy_GeV[last] as number];
}

function overlap(one: FittedTable, other: FittedTable): boolean {
  const [here, there] = [span(one), span(other)];
  return here !== null && there !== null && here[0] <= there[1] && there[0] <= here[1];
}

/**
 * A warning for every two tables of one experiment whose points overlap in energy: flux, fraction and sum of the same
 * experiment count the same positrons, and two tables of one quantity are mostly one measurement.
 */
export function sharedPositrons(tables: readonly FittedTable[]): Finding[] {
  return tables.flatMap((one, k) =>
    tables.slice(k + 1).flatMap((other): Finding[] => {
      if (one.data.experiment !== other.data.experiment || !overlap(one, other)) return [];
      return [finding('warn', 'samePositrons', one.data.label, other.data.label)];
    }),
  );
}
