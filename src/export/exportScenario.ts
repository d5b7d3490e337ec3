import type { Scenario } from '../model/scenario.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import { jsonText } from './jsonText.ts';

/** The scenario as a file that every part of Geminga Lab opens again. */
export function exportScenarioJson(scenario: Scenario, date?: string): ExportedFile {
  return textFile(exportStem(scenario, '', date), 'json', jsonText(scenario));
}
