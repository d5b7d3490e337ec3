/** Which Chromium the browser tests run in. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';

/** A browser as it is started; plain data, since it crosses from the set-up to the tests. */
export interface BrowserChoice {
  readonly path: string;
  /** Folder of shared libraries that the machine lacks. */
  readonly libraryPath: string | null;
}

/** No sandbox, since continuous integration often runs as root; nothing that would weaken the page's own security. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const PACKAGE = '@sparticuz/chromium';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

export function startBrowser({ path, libraryPath }: BrowserChoice) {
  const env = { ...process.env };
  if (libraryPath) env['LD_LIBRARY_PATH'] = [libraryPath, env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  return chromium.launch({ executablePath: path, args: ARGUMENTS, env: env as Record<string, string> });
}

/** Starts a browser and ends it again: a file that exists may still be half a file or lack a library. */
async function versionOf(choice: BrowserChoice): Promise<string> {
  const browser = await startBrowser(choice);
  const version = browser.version();
  await browser.close();
  return version;
}

function installedBrowsers(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [...COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))), ...OTHER_PLACES];
  return paths.filter((path) => existsSync(path));
}

/** Unpacks the package's browser beside the other tools; it takes its name only when it is complete. */
async function unpackBrowser(folder: string): Promise<void> {
  const { default: packaged } = await import('@sparticuz/chromium');
  const partial = `${folder}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  // The package unpacks into the folder for temporary files, where another program could be at the same files.
  const usualFolder = process.env['TMPDIR'];
  process.env['TMPDIR'] = partial;
  try {
    await packaged.executablePath();
  } finally {
    if (usualFolder === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usualFolder;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
}

/** Unpacks the shared libraries that the package carries for machines without them. */
async function unpackLibraries(folder: string): Promise<string> {
  const tar = join(folder, 'libraries.tar');
  await writeFile(tar, await promisify(brotliDecompress)(await readFile(join(packageFolder(), 'bin/al2023.tar.br'))));
  await promisify(execFile)('tar', ['-xf', tar, '-C', folder]);
  await rm(tar);
  return join(folder, 'lib');
}

const packageFolder = () => join(dirname(fileURLToPath(import.meta.resolve(PACKAGE))), '../..');

const failureOf = (choice: BrowserChoice) => versionOf(choice).then(() => '', String);
const lacksLibrary = (failure: string) => failure.includes('error while loading shared libraries');

async function packagedBrowser(): Promise<[BrowserChoice, string]> {
  const { version } = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8'));
  const folder = join(CACHE, `chromium-${version}`);
  let choice: BrowserChoice = { path: join(folder, 'chromium'), libraryPath: null };
  if (!existsSync(choice.path)) await unpackBrowser(folder);
  let failure = await failureOf(choice);
  if (failure && !lacksLibrary(failure)) {
    await unpackBrowser(folder);
    failure = await failureOf(choice);
  }
  if (lacksLibrary(failure)) choice = { ...choice, libraryPath: await unpackLibraries(folder) };
  return [choice, await versionOf(choice)];
}

/**
 * Chooses the browser: the one that CHROMIUM_PATH names, else an installed one, else the one in the package
 * @sparticuz/chromium; says which.
 *
 * @throws {Error} when none starts: browser tests fail then, they are not skipped
 */
export async function findBrowser(): Promise<BrowserChoice> {
  const named = process.env['CHROMIUM_PATH'];
  const failures: string[] = [];
  for (const path of named ? [named] : installedBrowsers()) {
    const choice = { path, libraryPath: null };
    try {
      console.log(`browser tests run in Chromium ${await versionOf(choice)}, ${path}`);
      return choice;
    } catch (error) {
      failures.push(`${path}: ${error}`);
    }
  }
  if (named) throw new Error(`CHROMIUM_PATH names a browser that does not start.\n${failures.join('\n')}`);
  try {
    const [choice, version] = await packagedBrowser();
    console.log(`browser tests run in Chromium ${version} of the package ${PACKAGE}`);
    return choice;
  } catch (error) {
    failures.push(`${PACKAGE}: ${error}`);
  }
  throw new Error(
    `no Chromium starts on this machine; install one, or name one in CHROMIUM_PATH.\n${failures.join('\n')}`,
  );
}
