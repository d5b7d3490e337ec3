/** A predicted spectrum as a table: total, components and bands at the energies that were asked for. */
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { FLUX_UNIT } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { exportEcsv } from './ecsv.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext, SpectrumBand } from './exportTypes.ts';
import { jsonText } from './jsonText.ts';
import { provenance, provenanceLines } from './provenance.ts';
import { RELATIVE_ERROR_MEANING, relativeErrorComments } from './relativeError.ts';
import { spectrumColumns } from './resultColumns.ts';
import { scenarioValues } from './scenarioLines.ts';

const TITLE = 'positron flux at Earth, modulated by the Sun, total and by component';
const FORMAT = 'geminga-spectrum';

/** What stands beside a spectrum: also the bands around its total. */
export type SpectrumContext = ExportContext & { readonly bands?: readonly SpectrumBand[] | undefined };

/**
 * Columns energy_GeV, total, its relative numerical error if known, one per component, the edges of each band; fluxes in
 * GeV^-1 m^-2 s^-1 sr^-1.
 */
export function exportSpectrumCsv(
  scenario: Scenario,
  spectrum: PredictedSpectrum,
  context: SpectrumContext = {},
): ExportedFile {
  const { bands = [], date } = context;
  const comments = [
    ...provenanceLines(TITLE, scenario, context),
    `columns: kinetic energy in GeV; fluxes in ${FLUX_UNIT}`,
    ...bands.map(
      ({ probability }) =>
        `lower and upper ${Math.round(probability * 100)}: band around the total with probability ${probability}`,
    ),
    ...relativeErrorComments(spectrum),
  ];
  const text = csvText(comments, spectrumColumns(spectrum, bands));
  return textFile(exportStem(scenario, 'spectrum', date), 'csv', text);
}

/** The same table as ECSV. */
export function exportSpectrumEcsv(
  scenario: Scenario,
  spectrum: PredictedSpectrum,
  context: SpectrumContext = {},
): ExportedFile {
  const columns = spectrumColumns(spectrum, context.bands ?? []);
  return exportEcsv(scenario, { format: FORMAT, title: TITLE, part: 'spectrum', columns }, context);
}

/** The same numbers with the scenario and its sources of data as one JSON document. */
export function exportSpectrumJson(
  scenario: Scenario,
  spectrum: PredictedSpectrum,
  context: SpectrumContext = {},
): ExportedFile {
  const { relativeError, ...fluxes } = spectrum;
  const { bands = [], date } = context;
  const document = {
    format: FORMAT,
    version: 1,
    title: TITLE,
    ...provenance(scenario, context),
    units: { energies_GeV: 'GeV', total: FLUX_UNIT, flux: FLUX_UNIT },
    ...fluxes,
    ...(relativeError === null ? {} : { relativeError, relativeErrorMeaning: RELATIVE_ERROR_MEANING }),
    ...(bands.length > 0 && { bands }),
    scenarioValues: scenarioValues(scenario),
  };
  return textFile(exportStem(scenario, 'spectrum', date), 'json', jsonText(document));
}
