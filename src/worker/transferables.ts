import type { Evaluation } from '../analysis/analysisTypes.ts';
import type { PosteriorDraws } from '../analysis/inferenceTypes.ts';
import type { PredictedSpectrum } from '../predict/spectrumTypes.ts';
import type { Task, TaskResults } from './protocol.ts';

function fluxColumns(spectrum: PredictedSpectrum): Float64Array[] {
  const { total, relativeError, components } = spectrum;
  return [total, ...(relativeError ? [relativeError] : []), ...components.map(({ flux }) => flux)];
}

const drawColumns = ({ values, logProbability }: PosteriorDraws) => [values, logProbability];

function computedColumns(kind: Task['kind'], result: TaskResults[Task['kind']]): Float64Array[] {
  switch (kind) {
    case 'predict':
      return fluxColumns(result as PredictedSpectrum);
    case 'evaluate':
    case 'follow': {
      const { curve, comparison, coolingTime_kyr } = result as Evaluation;
      return [...fluxColumns(curve), ...fluxColumns(comparison.model), comparison.pull, coolingTime_kyr];
    }
    case 'spectra':
      return [...(result as TaskResults['spectra']).rows];
    case 'posteriorDraws':
      return drawColumns(result as TaskResults['posteriorDraws']);
    case 'posteriorPicture':
      return drawColumns((result as TaskResults['posteriorPicture']).draws);
    default:
      return [];
  }
}

/**
 * The buffers that a result may hand over to the page instead of copying them.
 *
 * Only columns computed for this result: the energies can be a grid or a table that the worker needs again, and a
 * transferred buffer is lost to it. A column that is part of a larger buffer is copied, never handed over.
 */
export function transferableBuffers(kind: Task['kind'], result: TaskResults[Task['kind']]): ArrayBuffer[] {
  const whole = computedColumns(kind, result).filter(
    ({ buffer, byteLength }) => buffer instanceof ArrayBuffer && buffer.byteLength === byteLength,
  );
  return [...new Set(whole.map(({ buffer }) => buffer as ArrayBuffer))];
}
