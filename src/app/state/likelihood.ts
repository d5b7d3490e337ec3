/** Profiles and contours around the last fit. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { FitReport } from '../../analysis/analysisTypes.ts';
import type { ContourReport, DeeperPlace, ProfileReport } from '../../analysis/inferenceTypes.ts';
import type { ContourProgress, ProfilesProgress } from '../../worker/inference.ts';
import type { InferenceCalls } from '../../worker/inferenceCalls.ts';
import { stateWords } from './stateWords.ts';
import type { Store } from './store.ts';
import { createWork, type WorkState } from './work.ts';

export interface Likelihood {
  readonly profiling: ReadonlySignal<WorkState<ProfilesProgress>>;
  /** Of the last fit; null until they were computed for it. */
  readonly profiles: ReadonlySignal<ProfileReport | null>;
  readonly contouring: ReadonlySignal<WorkState<ContourProgress>>;
  readonly contour: ReadonlySignal<ContourReport | null>;
  startProfiles(): Promise<void>;
  cancelProfiles(): void;
  startContour(paths: readonly [string, string]): Promise<void>;
  cancelContour(): void;
  /** Opens a deeper place and fits from there; the values can be taken back in two steps. */
  fitFrom(place: DeeperPlace): Promise<void>;
}

/** A result and the fit that it belongs to. */
interface Of<Report> {
  readonly fit: FitReport;
  readonly report: Report;
}

export function createLikelihood(store: Store, calls: Pick<InferenceCalls, 'profile' | 'contour'>): Likelihood {
  const profiling = createWork<Of<ProfileReport>, ProfilesProgress>(() => stateWords().profilesCancelled);
  const contouring = createWork<Of<ContourReport>, ContourProgress>(() => stateWords().contourCancelled);
  const ofLastFit = <Report>(found: ReadonlySignal<Of<Report> | null>) =>
    computed(() =>
      found.value !== null && found.value.fit === store.lastFit.value?.report ? found.value.report : null,
    );
  const lastFit = () => store.lastFit.peek()?.report;
  return {
    profiling: profiling.state,
    profiles: ofLastFit(profiling.result),
    contouring: contouring.state,
    contour: ofLastFit(contouring.result),
    async startProfiles() {
      const fit = lastFit();
      if (!fit) return;
      await profiling.start(async (signal, onProgress) => ({
        fit,
        report: await calls.profile(fit.scenario, { signal, onProgress }),
      }));
    },
    cancelProfiles: profiling.cancel,
    async startContour(paths) {
      const fit = lastFit();
      if (!fit) return;
      await contouring.start(async (signal, onProgress) => ({
        fit,
        report: await calls.contour(fit.scenario, paths, { signal, onProgress }),
      }));
    },
    cancelContour: contouring.cancel,
    async fitFrom({ scenario }) {
      if (store.change(() => scenario, { change: stateWords().deeperMinimum })) await store.startFit();
    },
  };
}
