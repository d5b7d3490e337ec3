import type { Finding } from '../analysis/analysisTypes.ts';

/** Findings as files hold them: the sign and the sentence, in English. */
export function plainFindings(findings: readonly Finding[]): Pick<Finding, 'state' | 'text'>[] {
  return findings.map(({ state, text }) => ({ state, text }));
}
