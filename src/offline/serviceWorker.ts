/**
 * The service worker: the page opens from the files of one version that it keeps, with a network or without.
 *
 * A new version is fetched as a whole beside the old one and waits until the page asks for it or no page is open.
 */
import type { Request as PageRequest } from './protocol.ts';
import { dropUnusedVersions, type Files, keepVersion, keptFile, keptFileOfAnyVersion } from './versionFiles.ts';

declare const self: ServiceWorkerGlobalScope;
/** The build writes both: see vite.config.ts. */
declare const BUILD: string;
declare const FILES: Files;

const { registration } = self;
const version = { scope: registration.scope, build: BUILD, files: FILES };
const dropUnused = () => dropUnusedVersions(version, () => (registration.installing ?? registration.waiting) !== null);

self.addEventListener('install', (event) => event.waitUntil(keepVersion(version)));

self.addEventListener('activate', (event) => {
  // The page of the first visit shall have what it loads later from here as well.
  event.waitUntil(Promise.all([dropUnused(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  const request = event.data as PageRequest;
  if (request === 'take over') event.waitUntil(self.skipWaiting());
  if (request === 'drop unused versions') event.waitUntil(dropUnused());
});

/** Path of a file in the folder of the page, "index.html" for the folder itself; null for addresses elsewhere. */
function pathOf(url: string): string | null {
  const address = url.replace(/[?#].*$/s, '');
  if (!address.startsWith(version.scope)) return null;
  return address.slice(version.scope.length) || 'index.html';
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method !== 'GET' || path === null) return;
  const answer = async (kept: Promise<Response | undefined>) => (await kept) ?? fetch(request);
  if (Object.hasOwn(version.files, path)) event.respondWith(answer(keptFile(version, path)));
  // What else is opened in the folder is not this page: the host may have put something there.
  else if (request.mode !== 'navigate') event.respondWith(answer(keptFileOfAnyVersion(version, request.url)));
});
