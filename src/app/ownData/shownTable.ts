/** Which measured table the page shows. */
import { MEASURED_QUANTITIES } from '../../data/measuredQuantities.ts';
import { OWN_DATA_ID, type TableId } from '../../model/datasetIds.ts';
import type { Scenario } from '../../model/scenario.ts';

/** Whether a scenario holds a table of a person's own that the program can compare with. */
export function hasComparableTable({ ownData }: Pick<Scenario, 'ownData'>): boolean {
  return ownData !== null && MEASURED_QUANTITIES[ownData.quantity].predicted;
}

/** The table that is asked for, or the first one of the fit where none is, or where the one that is asked for is gone. */
export function shownTable(scenario: Scenario, wanted: TableId | null): TableId {
  const isGone = wanted === OWN_DATA_ID && !hasComparableTable(scenario);
  return wanted === null || isGone ? scenario.fit.dataset : wanted;
}
