/** The names of the components of the model, in Italian. */
import { ELECTRONS_NAME } from '../../../plot/observedEvaluation.ts';
import type { ComponentKind } from '../../../predict/spectrumTypes.ts';

const DIFFUSE_TERM = ': diffuse term';
const SOURCE_TERM = ': source term';

/** Undefined for what has a name of its own. */
export function components(kind: ComponentKind, english: string): string | undefined {
  switch (kind) {
    case 'pulsar':
      return undefined;
    case 'table':
      return english === ELECTRONS_NAME ? 'elettroni (misurati)' : undefined;
    case 'population':
      return 'altre pulsar';
    case 'secondaries':
      return 'secondari';
    case 'dark-matter':
      return 'materia oscura';
    case 'diffuse-term':
      return english.endsWith(DIFFUSE_TERM)
        ? `${english.slice(0, -DIFFUSE_TERM.length)}: termine diffuso`
        : 'secondari';
    case 'source-term':
      return `${english.slice(0, -SOURCE_TERM.length)}: termine di sorgente`;
  }
}
