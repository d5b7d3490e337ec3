// The address at which the test server puts the library.
import { createLaboratory } from '/library/browser.js';

async function hashOf(columns) {
  const bytes = await new Blob(columns).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Spectra of every scenario, `rounds` times over, beside a fit: a hash of each spectrum's bytes, and the report. */
export async function computeTask({ scenarios, scenarioToFit, energies_GeV, rounds }, workers) {
  const laboratory = createLaboratory({ workers });
  const asked = Array.from({ length: rounds }, () => scenarios).flat();
  const fitting = laboratory.fit(scenarioToFit);
  const spectra = await Promise.all(
    asked.map((scenario) => laboratory.predict(scenario, Float64Array.from(energies_GeV))),
  );
  const report = await fitting;
  laboratory.dispose();
  const hashes = await Promise.all(
    spectra.map(({ total, components }) => hashOf([total, ...components.map(({ flux }) => flux)])),
  );
  return { hashes, report };
}
