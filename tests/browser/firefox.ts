/** Firefox without a protocol to steer it: it opens one page, and the page reports to its server. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const COMMANDS = ['firefox', 'firefox-esr'];
const OTHER_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
/** Beside the project, since some packages of Firefox see nothing of the folder for temporary files. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** A new profile greets, asks, updates and reports to its maker; a test has use for none of it. */
const PREFERENCES = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.newtabpage.enabled': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'extensions.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
};

async function versionOf(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 20_000 });
  return stdout.trim();
}

/**
 * Finds Firefox: the one that FIREFOX_PATH names, else an installed one; says which.
 *
 * @returns null where none is installed
 * @throws {Error} when FIREFOX_PATH names something that does not start
 */
export async function findFirefox(): Promise<string | null> {
  const named = process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const installed = [...COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))), ...OTHER_PLACES];
  for (const path of named ? [named] : installed.filter((candidate) => existsSync(candidate))) {
    const version = await versionOf(path).catch((error: unknown) => {
      if (named) throw new Error(`FIREFOX_PATH names a browser that does not start.\n${error}`);
      console.log(`${path} does not start: ${error}`);
      return null;
    });
    if (version === null) continue;
    console.log(`browser tests run in ${version}, ${path}`);
    return path;
  }
  console.log(
    'no Firefox is installed (FIREFOX_PATH names one elsewhere): whether it gives the same bytes is not tried',
  );
  return null;
}

/** Ends a process and those that it started. */
function endAll(child: ChildProcess): void {
  try {
    // A group of its own, where the system knows groups.
    if (process.platform !== 'win32' && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It had ended by itself.
  }
}

/**
 * Shows a page in a Firefox with a new profile until something has been awaited, then ends it.
 *
 * @param reported what the page is opened for
 * @throws {Error} when Firefox ends before, or the time is up; with what Firefox said
 */
export async function showInFirefox<Report>(
  path: string,
  url: string,
  reported: Promise<Report>,
  patience_ms: number,
): Promise<Report> {
  await mkdir(CACHE, { recursive: true });
  const profile = await mkdtemp(join(CACHE, 'firefox-profile-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, 'user.js'), lines.join(''));
  const child = spawn(path, ['--headless', '--no-remote', '--profile', profile, url], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const failed = new Promise<never>((_, reject) => {
    const fail = (what: string) => reject(new Error(`${path} ${what}.\n${said.slice(-2000)}`));
    child.once('error', (error) => fail(`does not start: ${error.message}`));
    // Some launchers hand over to the browser and end well.
    child.once('exit', (code) => code === 0 || fail(`ended with status ${code} before its page had reported`));
    setTimeout(() => fail(`has not reported within ${patience_ms} ms`), patience_ms).unref();
  });
  try {
    return await Promise.race([reported, failed]);
  } finally {
    endAll(child);
    if (child.pid) await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
