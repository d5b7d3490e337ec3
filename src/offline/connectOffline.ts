/** Connects the page to its service worker. */
import { BUILD_META_NAME, type Request, SERVICE_WORKER_FILE, versionName } from './protocol.ts';

export interface OfflineListener {
  /** All files of the page are kept in this browser: it opens without a network from now on. */
  onReady?(): void;
  /**
   * A newer version is kept in this browser and waits; it may happen again.
   *
   * @param reload shows the newer version in place of this page; other open pages stay as they are
   */
  onNewVersion(reload: () => void): void;
}

const ask = (worker: ServiceWorker | null, request: Request) => worker?.postMessage(request);

/** Tells the service worker, for as long as the page lives, that the files of its version are in use. */
function holdVersion(scope: string, build: string): void {
  const untilTheEnd = () => new Promise<never>(() => {});
  navigator.locks.request(versionName(scope, build), { mode: 'shared' }, untilTheEnd).catch(() => {
    // Without the lock, what this page has not loaded yet may come from the host again.
  });
}

/** Replaces the active service worker by the one that waits, and then the page. */
function reloadInto({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting) {
    // Another page has asked for it before.
    location.reload();
    return;
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  ask(waiting, 'take over');
}

function watchForNewVersions(registration: ServiceWorkerRegistration, { onNewVersion }: OfflineListener): void {
  const announce = () => onNewVersion(() => reloadInto(registration));
  const follow = (arriving: ServiceWorker | null) =>
    arriving?.addEventListener('statechange', () => {
      // The first version of all waits for nobody.
      if (arriving.state === 'installed' && registration.active) announce();
    });
  if (registration.waiting) announce();
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  // Browsers look for a new version when a page opens; a page may stay open for days.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    registration.update().catch(() => {
      // The host is out of reach: this version stays.
    });
  });
}

async function register(scope: string, listener: OfflineListener): Promise<void> {
  const registration = await navigator.serviceWorker.register(new URL(SERVICE_WORKER_FILE, scope), { scope });
  watchForNewVersions(registration, listener);
  await navigator.serviceWorker.ready;
  ask(registration.active, 'drop unused versions');
  listener.onReady?.();
}

/**
 * Lets the page open without a network from the next time on, and tells of newer versions; call it once.
 *
 * Nothing happens in a page that was not built, or whose address is neither https nor on this machine.
 */
export function connectOffline(listener: OfflineListener): void {
  const build = document.querySelector<HTMLMetaElement>(`meta[name="${BUILD_META_NAME}"]`)?.content;
  if (!build || !('serviceWorker' in navigator)) return;
  const scope = new URL('./', document.baseURI).href;
  holdVersion(scope, build);
  const start = () =>
    register(scope, listener).catch(() => {
      // Private windows and managed browsers may refuse it: the page then needs its network, as any page does.
    });
  // What the page itself loads at its start comes first.
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
