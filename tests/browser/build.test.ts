import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { SERVICE_WORKER_FILE } from '../../src/offline/protocol.ts';
import { buildPage, hashesIn, PAGE_FOLDER } from './builtPage.ts';

/** Budgets of the first curve, in bytes as most hosts send them; kB are 1000 bytes. */
const LARGEST_SCRIPTS = 150_000;
const LARGEST_KERNEL = 120_000;

const textOf = (path: string) => readFile(join(PAGE_FOLDER, path), 'utf8');
const gzippedSize = async (path: string) => gzipSync(await readFile(join(PAGE_FOLDER, path))).length;

/** A script and all that it imports before its first line runs. */
async function withStaticImports(path: string, found = new Set<string>()): Promise<Set<string>> {
  if (found.has(path)) return found;
  found.add(path);
  for (const statement of parseAst(await textOf(path)).body) {
    if (!/^(Import|ExportNamed|ExportAll)Declaration$/.test(statement.type)) continue;
    const { source } = statement as { source?: { value: string } | null };
    if (source) await withStaticImports(posix.join(dirname(path), source.value), found);
  }
  return found;
}

async function onlyFile(pattern: RegExp): Promise<string> {
  const names = (await readdir(join(PAGE_FOLDER, 'assets'))).filter((name) => pattern.test(name));
  expect(names, String(pattern)).toHaveLength(1);
  return `assets/${names[0]}`;
}

describe('the built page', () => {
  it('needs few bytes before its first curve', async () => {
    const html = await textOf('index.html');
    const entries = [...html.matchAll(/(?:<script[^>]*src|rel="modulepreload"[^>]*href)="\.\/([^"]+\.js)"/g)];
    expect(entries.length).toBeGreaterThan(0);
    const scripts = new Set<string>();
    for (const [, path] of entries) await withStaticImports(path as string, scripts);
    await withStaticImports(await onlyFile(/^kernel\.worker-.*\.js$/), scripts);
    expect([...scripts].join()).not.toMatch(/plotly/i);
    let scriptBytes = 0;
    for (const path of scripts) {
      const bytes = await gzippedSize(path);
      console.log(`${path}: ${bytes} bytes gzipped`);
      scriptBytes += bytes;
    }
    const kernelBytes = await gzippedSize(await onlyFile(/\.wasm$/));
    console.log(`scripts before Plotly: ${scriptBytes} of ${LARGEST_SCRIPTS} bytes gzipped`);
    console.log(`kernel: ${kernelBytes} of ${LARGEST_KERNEL} bytes gzipped`);
    expect(scriptBytes).toBeLessThanOrEqual(LARGEST_SCRIPTS);
    expect(kernelBytes).toBeLessThanOrEqual(LARGEST_KERNEL);
  });

  it('has no script in its HTML, and names every file relative to itself', async () => {
    const html = await textOf('index.html');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i);
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address as string);
    expect(addresses.filter((address) => !address.startsWith('./'))).toEqual([]);
    for (const path of (await hashesIn(PAGE_FOLDER)).keys()) {
      if (/\.(js|css)$/.test(path)) expect(await textOf(path), path).not.toMatch(/["'`(]\/assets\//);
    }
  });

  it('has a service worker that lists every other file, and needs no other script', async () => {
    const text = await textOf(SERVICE_WORKER_FILE);
    for (const path of (await hashesIn(PAGE_FOLDER)).keys()) {
      if (path !== SERVICE_WORKER_FILE) expect(text).toContain(`"${path}":`);
    }
    expect(text).not.toMatch(/\b(import|export|importScripts)\b/);
  });

  it('is the same when it is built again, to the last byte', async () => {
    const again = await mkdtemp(join(tmpdir(), 'geminga-build-'));
    try {
      await buildPage(again);
      expect(await hashesIn(again)).toEqual(await hashesIn(PAGE_FOLDER));
    } finally {
      await rm(again, { recursive: true, force: true });
    }
  });
});
