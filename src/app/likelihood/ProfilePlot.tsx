import type { FitReport } from '../../analysis/analysisTypes.ts';
import type { ParameterProfile } from '../../analysis/inferenceTypes.ts';
import { parameterAt } from '../../model/paths.ts';
import { type Axis, pixelOf } from '../../plot/axis.ts';
import { linePath } from '../../plot/curvePath.ts';
import { SymbolText } from '../controls/SymbolText.tsx';
import { formatNumber } from '../format/number.ts';
import { intervalText } from '../format/pdg.ts';
import { withUnit } from '../format/units.ts';
import { parameterName } from '../inspector/reportWords.ts';
import { likelihoodWords } from './likelihoodWords.ts';

const WIDTH = 80;
const HEIGHT = 46;
const HIGHEST = 4;

/** Δχ² from 0 to 4 along one parameter, with a line at 1 and one at the best value. */
export function ProfilePlot({ report, profile }: { readonly report: FitReport; readonly profile: ParameterProfile }) {
  const { path, value, curve } = profile;
  const { values, deltaChi2 } = curve;
  const parameter = parameterAt(report.scenario, path);
  const inPlot = Array.from(values).filter((_, k) => (deltaChi2[k] ?? Number.POSITIVE_INFINITY) <= 1.5 * HIGHEST);
  const low = Math.min(value, ...inPlot);
  const high = Math.max(value, ...inPlot);
  const isLog = parameter !== undefined && parameter.kind !== 'choice' && parameter.scale === 'log' && low > 0;
  const x: Axis = {
    scale: isLog ? 'log' : 'linear',
    min: low,
    max: high > low ? high : low + 1,
    minPixel: 1,
    maxPixel: WIDTH - 1,
  };
  const y: Axis = { scale: 'linear', min: 0, max: HIGHEST, minPixel: HEIGHT - 2, maxPixel: 1 };
  const line = linePath({
    x: Float64Array.from(values, (one) => pixelOf(x, one)),
    y: Float64Array.from(deltaChi2, (rise) => (rise === null ? Number.NaN : Math.max(pixelOf(y, rise), -HEIGHT))),
  });
  const name = parameterName(report.scenario, path);
  const unit = parameter && parameter.kind !== 'choice' ? parameter.unit : 'none';
  const words = likelihoodWords();
  const range = words.range(withUnit(formatNumber(low, 3), unit), withUnit(formatNumber(high, 3), unit));
  const interval = withUnit(intervalText(value, profile.errorBelow, profile.errorAbove), unit);
  const picture = words.profilePicture(name, range, withUnit(formatNumber(value, 3), unit), interval);
  return (
    <figure class="profile-plot" title={`${name}, ${range}`}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={picture}>
        <path class="profile-level" d={`M0 ${pixelOf(y, 1)}H${WIDTH}`} />
        <path class="profile-best" d={`M${pixelOf(x, value)} 0V${HEIGHT}`} />
        <path class="profile-line" d={line} />
        <rect x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} />
      </svg>
      <figcaption>{parameter ? <SymbolText symbol={parameter.symbol} /> : name}</figcaption>
    </figure>
  );
}
