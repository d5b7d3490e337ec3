import type { FitReport } from '../../analysis/analysisTypes.ts';
import { findingText } from '../words/modelWords.ts';
import { fitWords } from './fitWords.ts';
import { VERDICT_SIGN } from './reportWords.ts';

/** What the fit says about itself, line by line. */
export function Findings({ report }: { readonly report: Pick<FitReport, 'findings'> }) {
  const words = fitWords();
  return (
    <ul class="findings">
      {report.findings.map((finding) => (
        <li key={finding.text}>
          <span class={`sign sign-${finding.state}`} aria-hidden="true">
            {VERDICT_SIGN[finding.state]}
          </span>
          <span>
            <span class="visually-hidden">{words.signs[finding.state]}: </span>
            {findingText(finding)}
          </span>
        </li>
      ))}
    </ul>
  );
}
