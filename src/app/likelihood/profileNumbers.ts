import type { ParameterProfile } from '../../analysis/inferenceTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { significantText } from '../../plot/numberText.ts';
import { formatNumber } from '../format/number.ts';
import type { Numbers } from '../inspector/DataTable.tsx';
import { headOf } from '../inspector/headOf.ts';
import { parameterName } from '../inspector/reportWords.ts';
import { likelihoodWords } from './likelihoodWords.ts';

/** The curve of a profile as a table. */
export function profileNumbers(scenario: Scenario, { path, curve }: ParameterProfile): Numbers {
  const words = likelihoodWords();
  return {
    caption: words.profileTable(parameterName(scenario, path)),
    columns: [headOf(scenario, path), words.deltaChi2],
    rows: Array.from(curve.values, (value, k) => {
      const rise = curve.deltaChi2[k] ?? null;
      return [formatNumber(value, 5), rise === null ? words.notComputed : significantText(rise, 3)];
    }),
  };
}
