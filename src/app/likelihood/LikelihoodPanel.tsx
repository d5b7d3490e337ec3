import './likelihood.css';
import type { FitReport } from '../../analysis/analysisTypes.ts';
import { Contours } from './Contours.tsx';
import { FitBreakdown } from './FitBreakdown.tsx';
import { Profiles } from './Profiles.tsx';

/** What the likelihood around the last fit says beyond its curvature. */
export function LikelihoodPanel({ report }: { readonly report: FitReport }) {
  return (
    <div class="likelihoods">
      <Profiles />
      <Contours report={report} />
      <FitBreakdown report={report} />
    </div>
  );
}
