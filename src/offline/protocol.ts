/** What the page, its service worker and the build agree on. */

/** The build writes its version into index.html as a meta element of this name. */
export const BUILD_META_NAME = 'geminga-build';

/** The service worker's file, beside index.html; without a hash, since browsers look there for the next version. */
export const SERVICE_WORKER_FILE = 'service-worker.js';

/** What the page asks of a service worker: to replace the active one, or to delete what no page uses any more. */
export type Request = 'take over' | 'drop unused versions';

/** Beginning of the names of all versions of the page in one folder: an origin shares its storage among its folders. */
export const versionsIn = (scope: string): string => `geminga-lab ${new URL(scope).pathname} `;

/** Name of one version: of the cache with its files, and of the lock that every open page of it holds. */
export const versionName = (scope: string, build: string): string => versionsIn(scope) + build;
