import { UNIT_TEXT } from '../../model/parameters.ts';
import { parameterAt } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { parameterName } from './reportWords.ts';

/** Head of the column of a parameter: its name and its unit. */
export function headOf(scenario: Scenario, path: string): string {
  const parameter = parameterAt(scenario, path);
  const unit = parameter && parameter.kind !== 'choice' ? UNIT_TEXT[parameter.unit] : '';
  return `${parameterName(scenario, path)}${unit && `, ${unit}`}`;
}
