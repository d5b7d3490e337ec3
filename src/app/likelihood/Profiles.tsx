import type { ProfileReport } from '../../analysis/inferenceTypes.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Progress } from '../controls/Progress.tsx';
import { DataTable } from '../inspector/DataTable.tsx';
import { Findings } from '../inspector/Findings.tsx';
import { useApp } from '../state/context.ts';
import { likelihoodWords } from './likelihoodWords.ts';
import { ProfilePlot } from './ProfilePlot.tsx';
import { profileNumbers } from './profileNumbers.ts';
import { type MakeFile, SaveButtons } from './SaveButtons.tsx';

async function profileFiles(scenario: Scenario, profiles: ProfileReport): Promise<Record<'CSV' | 'JSON', MakeFile>> {
  const { exportProfilesCsv, exportProfilesJson } = await import('../../export/exportProfiles.ts');
  return {
    CSV: (context) => exportProfilesCsv(scenario, profiles, context),
    JSON: (context) => exportProfilesJson(scenario, profiles, context),
  };
}

function ProfileResult() {
  const { store, likelihood } = useApp();
  const profiles = likelihood.profiles.value;
  const report = store.lastFit.value?.report;
  if (profiles === null || !report) return null;
  const { deeper } = profiles;
  const words = likelihoodWords();
  const { scenario } = report;
  return (
    <>
      <div class="profile-plots">
        {profiles.parameters.map((profile) => (
          <ProfilePlot key={profile.path} report={report} profile={profile} />
        ))}
      </div>
      <DataTable numbers={() => profiles.parameters.map((profile) => profileNumbers(scenario, profile))} />
      <SaveButtons label={words.profileFiles} load={() => profileFiles(scenario, profiles)} />
      {profiles.findings.length > 0 && <Findings report={profiles} />}
      {deeper !== null && (
        <button type="button" class="button button-outline" onClick={() => void likelihood.fitFrom(deeper)}>
          {words.goThere}
        </button>
      )}
    </>
  );
}

/** Asymmetric errors from the profile likelihood of the last fit. */
export function Profiles() {
  const { likelihood } = useApp();
  const state = likelihood.profiling.value;
  const hasProfiles = likelihood.profiles.value !== null;
  const words = likelihoodWords();
  return (
    <section class="likelihood" aria-label={words.profiles}>
      <h3>{words.profilesHeading}</h3>
      {state.kind === 'running' ? (
        <Progress
          label={words.profileErrors}
          part={state.progress ? state.progress.finished / state.progress.parameters : null}
          words={
            state.progress
              ? words.profileProgress(state.progress.finished, state.progress.parameters, state.progress.minimisations)
              : words.starting
          }
          onCancel={likelihood.cancelProfiles}
        />
      ) : (
        !hasProfiles && (
          <button
            type="button"
            class="button button-outline"
            title={words.profileHelp}
            onClick={() => void likelihood.startProfiles()}
          >
            {words.profileErrors}
          </button>
        )
      )}
      {state.kind === 'stopped' && <p role="status">{state.text}</p>}
      <ProfileResult />
    </section>
  );
}
