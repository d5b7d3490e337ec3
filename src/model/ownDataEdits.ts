/** A table that a person brought goes into a scenario, stays in it, and leaves it. */
import { type DatasetId, OWN_DATA_ID, POSITRON_DATASET_IDS, type TableId } from './datasetIds.ts';
import type { OwnTable } from './ownTable.ts';
import { electronsBlock } from './parameters.ts';
import type { Scenario } from './scenario.ts';

/** The part of a scenario that says which tables are used for what. */
type TableUse = Pick<Scenario, 'ownData' | 'electrons' | 'fit'>;

const AMS_ELECTRONS = electronsBlock.flux.default;

/**
 * A scenario with a table of a person's own, in place of one that it had.
 *
 * An electron flux is not predicted: it becomes the electrons beside the positrons.
 *
 * @param isFitted whether it becomes the table of the fit; where one was fitted already the new one is
 */
export function withOwnData<Of extends TableUse>(scenario: Of, table: OwnTable, isFitted = true): Of {
  const before = withoutOwnData(scenario);
  if (table.quantity === 'electron-flux')
    return { ...before, ownData: table, electrons: { ...before.electrons, flux: OWN_DATA_ID } };
  const { fit } = scenario;
  const further = fit.furtherDatasets.includes(OWN_DATA_ID);
  if (isFitted || fit.dataset === OWN_DATA_ID)
    return { ...before, ownData: table, fit: { ...before.fit, dataset: OWN_DATA_ID } };
  return { ...before, ownData: table, fit: further ? fit : before.fit };
}

/**
 * A scenario without a table of its own.
 *
 * @param former what is fitted again where the own table was
 */
export function withoutOwnData<Of extends TableUse>(scenario: Of, former: DatasetId = POSITRON_DATASET_IDS[0]): Of {
  const { fit, electrons } = scenario;
  const dataset: TableId = fit.dataset === OWN_DATA_ID ? former : fit.dataset;
  return {
    ...scenario,
    ownData: null,
    electrons: electrons.flux === OWN_DATA_ID ? { ...electrons, flux: AMS_ELECTRONS } : electrons,
    fit: {
      ...fit,
      dataset,
      furtherDatasets: fit.furtherDatasets.filter((id) => id !== OWN_DATA_ID && id !== dataset),
    },
  };
}

/** Another scenario with the own table of the present one, used for what it is used for now; as it is where there is none. */
export function keepingOwnData(next: Scenario, { ownData, fit, electrons }: TableUse): Scenario {
  if (ownData === null) return next;
  const other = withoutOwnData(next);
  const isFurther = fit.furtherDatasets.includes(OWN_DATA_ID);
  return {
    ...other,
    ownData,
    electrons: electrons.flux === OWN_DATA_ID ? { ...other.electrons, flux: OWN_DATA_ID } : other.electrons,
    fit: {
      ...other.fit,
      ...(fit.dataset === OWN_DATA_ID && { dataset: OWN_DATA_ID }),
      ...(isFurther && { furtherDatasets: [...other.fit.furtherDatasets, OWN_DATA_ID] }),
    },
  };
}
