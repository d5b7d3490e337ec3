import type { FitReport } from '../../analysis/analysisTypes.ts';
import { VERDICT_SIGN } from './reportWords.ts';

const WORD = { good: 'good', warn: 'note', bad: 'wrong' } as const;

/** What the fit says about itself, line by line. */
export function Findings({ report }: { readonly report: Pick<FitReport, 'findings'> }) {
  return (
    <ul class="findings">
      {report.findings.map(({ state, text }) => (
        <li key={text}>
          <span class={`sign sign-${state}`} aria-hidden="true">
            {VERDICT_SIGN[state]}
          </span>
          <span>
            <span class="visually-hidden">{WORD[state]}: </span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
