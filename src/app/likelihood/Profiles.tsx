import { Progress } from '../controls/Progress.tsx';
import { counted } from '../format/number.ts';
import { Findings } from '../inspector/Findings.tsx';
import { useApp } from '../state/context.ts';
import { ProfilePlot } from './ProfilePlot.tsx';

function ProfileResult() {
  const { store, likelihood } = useApp();
  const profiles = likelihood.profiles.value;
  const report = store.lastFit.value?.report;
  if (profiles === null || !report) return null;
  const { deeper } = profiles;
  return (
    <>
      <div class="profile-plots">
        {profiles.parameters.map((profile) => (
          <ProfilePlot key={profile.path} report={report} profile={profile} />
        ))}
      </div>
      {profiles.findings.length > 0 && <Findings report={profiles} />}
      {deeper !== null && (
        <button type="button" class="button button-outline" onClick={() => void likelihood.fitFrom(deeper)}>
          Go there and fit again
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
  return (
    <section class="likelihood" aria-label="Profile likelihood">
      <h3>Profile likelihood, Δχ² from 0 to 4</h3>
      {state.kind === 'running' ? (
        <Progress
          label="Profile errors"
          part={state.progress ? state.progress.finished / state.progress.parameters : null}
          words={
            state.progress
              ? `${state.progress.finished} of ${counted(state.progress.parameters, 'parameter')}, ${counted(state.progress.minimisations, 'fit')}`
              : 'starting'
          }
          onCancel={likelihood.cancelProfiles}
        />
      ) : (
        !hasProfiles && (
          <button
            type="button"
            class="button button-outline"
            title="how far each parameter goes until χ² has risen by 1, the others being fitted again: errors with two sides"
            onClick={() => void likelihood.startProfiles()}
          >
            Profile errors
          </button>
        )
      )}
      {state.kind === 'stopped' && <p role="status">{state.text}</p>}
      <ProfileResult />
    </section>
  );
}
