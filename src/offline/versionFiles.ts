/** The files of the versions of the page that this browser keeps. */
import { versionName, versionsIn } from './protocol.ts';

/** Files of a build: path from index.html's folder, and integrity metadata ("sha256-...") of the content. */
export type Files = Readonly<Record<string, string>>;

export interface Version {
  /** Address of the folder of index.html, with a slash at its end. */
  readonly scope: string;
  readonly build: string;
  readonly files: Files;
}

/** Every file stands there under its own address; hosts that vary their answers must not hide it. */
const MATCHING = { ignoreVary: true } as const;

/** A page may be opened by an answer only if that was not redirected, as some hosts do with index.html. */
function withoutRedirection(response: Response): Response {
  if (!response.redirected) return response;
  return new Response(response.body, { status: response.status, headers: response.headers });
}

async function keep(cache: Cache, url: string, integrity: string): Promise<void> {
  if (await cache.match(url, MATCHING)) return;
  // The host may be half way to another version: a file that is not this version's fails here.
  const response = await fetch(url, { cache: 'no-cache', integrity });
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  await cache.put(url, withoutRedirection(response));
}

/**
 * Fetches all files of a version; those that an earlier attempt has brought stay.
 *
 * @throws {Error} when one is missing or is not the one that the build wrote
 */
export async function keepVersion({ scope, build, files }: Version): Promise<void> {
  const name = versionName(scope, build);
  await navigator.locks.request(name, { mode: 'shared' }, async () => {
    const cache = await caches.open(name);
    await Promise.all(
      Object.entries(files).map(([path, integrity]) => keep(cache, new URL(path, scope).href, integrity)),
    );
  });
}

const versionsKept = async (scope: string) =>
  (await caches.keys()).filter((name) => name.startsWith(versionsIn(scope)));

/** A file of this version. */
export function keptFile({ scope, build }: Version, path: string): Promise<Response | undefined> {
  return caches.match(new URL(path, scope).href, { ...MATCHING, cacheName: versionName(scope, build) });
}

/** A file of a version that some page may still show; names with a hash are never those of other content. */
export async function keptFileOfAnyVersion({ scope }: Version, url: string): Promise<Response | undefined> {
  for (const cacheName of await versionsKept(scope)) {
    const response = await caches.match(url, { ...MATCHING, cacheName });
    if (response) return response;
  }
  return undefined;
}

/**
 * Deletes the versions but this one that no open page shows.
 *
 * @param newerExists whether a newer version is being fetched or waits: what is kept may then be its
 */
export async function dropUnusedVersions({ scope, build }: Version, newerExists: () => boolean): Promise<void> {
  for (const name of await versionsKept(scope)) {
    if (name === versionName(scope, build)) continue;
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock && !newerExists()) await caches.delete(name);
    });
  }
}
