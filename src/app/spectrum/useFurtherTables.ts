/** Tables of the fit that stand beside the one that is shown. */
import { useMemo } from 'preact/hooks';
import type { Comparison } from '../../analysis/analysisTypes.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import { dataPoints } from '../../plot/dataPoints.ts';
import type { Quantity } from '../../plot/quantity.ts';
import { type ResidualMarks, residualMarks } from '../../plot/residualMarks.ts';
import type { SpectrumAxes } from '../../plot/spectrumAxes.ts';
import type { TablePoints } from '../../plot/spectrumFigure.ts';
import { type TableLook, tableLook } from '../../plot/tableShapes.ts';
import { datasetLabel } from '../words/modelWords.ts';
import { useSameItems } from './useSameItems.ts';
import { useStable } from './useStable.ts';

/** A table beside the shown one, of the same quantity. */
export interface FurtherTable {
  readonly dataset: Dataset;
  readonly comparison: Comparison | null;
}

/** What stays still under a moving hand. */
export interface DrawnTable extends TablePoints {
  /** Key in the legend. */
  readonly key: string;
  readonly look: TableLook;
  /** Class that carries its tone. */
  readonly className: string;
}

/** Residuals of one table. */
export interface DrawnResiduals {
  readonly key: string;
  readonly className: string;
  readonly marks: ResidualMarks;
}

/** Their places in the legend and in the picture. */
export function useTableKeys(further: readonly FurtherTable[]) {
  const datasets = useSameItems(further.map(({ dataset }) => dataset));
  return useMemo(
    () =>
      datasets.map((dataset, index) => {
        const look = tableLook(index + 1);
        return { key: `data:${dataset.id}`, dataset, look, className: `series-table-${look.tone}` };
      }),
    [datasets],
  );
}

/** Points of the further tables, and their residuals. */
export function useFurtherTables(
  further: readonly FurtherTable[],
  quantity: Quantity,
  hidden: ReadonlySet<string>,
): readonly DrawnTable[] {
  const keys = useTableKeys(further);
  const inFit = useStable(
    further.map(({ comparison, dataset }) => comparison?.inFit ?? Array.from(dataset.flux, () => true)),
  );
  return useMemo(
    () =>
      keys.map(({ key, dataset, look, className }, index) => ({
        key,
        look,
        className,
        points: dataPoints(dataset, quantity),
        inFit: inFit[index] ?? [],
        label: datasetLabel(dataset),
        showData: !hidden.has(key),
      })),
    [keys, quantity, inFit, hidden],
  );
}

const NONE: readonly never[] = [];

/** The residuals of the further tables that are shown. */
export function useFurtherResiduals(
  further: readonly FurtherTable[],
  tables: readonly DrawnTable[],
  axes: SpectrumAxes,
  radius: number,
): readonly DrawnResiduals[] {
  const comparisons = useSameItems(further.map(({ comparison }) => comparison));
  return useMemo(() => {
    if (tables.length === 0) return NONE;
    return tables.flatMap(({ key, className, points, inFit, look, showData }, index) => {
      const pull = comparisons[index]?.pull;
      if (!showData || pull === undefined || pull.length !== points.length) return [];
      const marks = residualMarks(points, pull, inFit, axes.energyAxis, axes.pullAxis, radius, look.shape);
      return [{ key, className, marks }];
    });
  }, [comparisons, tables, axes, radius]);
}
