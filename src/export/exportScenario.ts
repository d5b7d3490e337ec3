import type { Scenario } from '../model/scenario.ts';
import { type ExportedFile, fileStem, textFile } from './exportedFile.ts';
import { jsonText } from './jsonText.ts';

/** The scenario as a file that every part of Geminga Lab opens again. */
export function exportScenarioJson(scenario: Scenario): ExportedFile {
  return textFile(fileStem(scenario.name), 'json', jsonText(scenario));
}
