/** A predicted spectrum as a table: total and components at the energies that were asked for. */
import type { Scenario } from '../model/scenario.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { FLUX_SUFFIX, FLUX_UNIT } from './asciiUnits.ts';
import { csvText } from './csv.ts';
import { decimal } from './decimal.ts';
import { type ExportedFile, fileStem, textFile } from './exportedFile.ts';
import { jsonText } from './jsonText.ts';
import { type ExportContext, provenance, provenanceLines } from './provenance.ts';
import { RELATIVE_ERROR_MEANING, relativeErrorColumn } from './relativeError.ts';

const TITLE = 'positron flux at Earth, modulated by the Sun, total and by component';

/** Columns energy_GeV, total, its relative numerical error if known, and one per component; fluxes in GeV^-1 m^-2 s^-1 sr^-1. */
export function exportSpectrumCsv(
  scenario: Scenario,
  spectrum: PredictedSpectrum,
  context: ExportContext = {},
): ExportedFile {
  const { energies_GeV, total, components } = spectrum;
  const error = relativeErrorColumn(spectrum);
  const comments = [
    ...provenanceLines(TITLE, scenario, context),
    `columns: kinetic energy in GeV; fluxes in ${FLUX_UNIT}`,
    ...error.comments,
  ];
  const columns = [
    'energy_GeV',
    `total_${FLUX_SUFFIX}`,
    ...error.columns.map(([name]) => name),
    ...components.map(({ name }) => `${name}_${FLUX_SUFFIX}`),
  ];
  const rows = Array.from(energies_GeV, (energy, index) => [
    decimal(energy, `energy ${index}`),
    decimal(total[index] as number, `total flux at ${energy} GeV`),
    ...error.columns.map(([name, values]) => decimal(values[index] as number, `${name} at ${energy} GeV`)),
    ...components.map(({ name, flux }) => decimal(flux[index] as number, `flux of ${name} at ${energy} GeV`)),
  ]);
  return textFile(fileStem(scenario.name, 'spectrum'), 'csv', csvText(comments, columns, rows));
}

/** The same numbers with the scenario and its sources of data as one JSON document. */
export function exportSpectrumJson(
  scenario: Scenario,
  spectrum: PredictedSpectrum,
  context: ExportContext = {},
): ExportedFile {
  const { relativeError, ...fluxes } = spectrum;
  const document = {
    format: 'geminga-spectrum',
    version: 1,
    title: TITLE,
    ...provenance(scenario, context),
    units: { energies_GeV: 'GeV', total: FLUX_UNIT, flux: FLUX_UNIT },
    ...fluxes,
    ...(relativeError === null ? {} : { relativeError, relativeErrorMeaning: RELATIVE_ERROR_MEANING }),
  };
  return textFile(fileStem(scenario.name, 'spectrum'), 'json', jsonText(document));
}
