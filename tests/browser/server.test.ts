import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY, startServer, type TestServer } from './server.ts';

let root: string;
let server: TestServer;
let withPostBox: TestServer;
const replies: string[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'geminga-server-'));
  await mkdir(join(root, 'page/assets'), { recursive: true });
  await mkdir(join(root, 'page-private'));
  await writeFile(join(root, 'page/index.html'), '<!doctype html>');
  await writeFile(join(root, 'page/assets/kernel.wasm'), 'wasm');
  await writeFile(join(root, 'page/assets/main.js'), 'export {}');
  await writeFile(join(root, 'page-private/secret.txt'), 'secret');
  await writeFile(join(root, 'secret.txt'), 'secret');
  await symlink(join(root, 'secret.txt'), join(root, 'page/link.txt'));
  server = await startServer({ folders: { '/some/sub/path/': join(root, 'page') } });
  withPostBox = await startServer({
    folders: {},
    postBox: { message: { energies: [0.1, 1e300] }, onReply: (text) => replies.push(text) },
  });
});
afterAll(async () => {
  await server.close();
  await withPostBox.close();
  await rm(root, { recursive: true, force: true });
});

/** A request whose path is sent as it stands: fetch would tidy it up. */
function get(path: string, method = 'GET') {
  return new Promise<{ status: number; type: string; policy: string; body: string }>((resolve, reject) => {
    const { port } = new URL(server.origin);
    const sent = request({ host: '127.0.0.1', port, path, method, agent: false }, async (response) => {
      let body = '';
      for await (const part of response) body += part;
      const { 'content-type': type = '', 'content-security-policy': policy = '' } = response.headers;
      resolve({ status: response.statusCode ?? 0, type, policy: String(policy), body });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the server of the browser tests', () => {
  it.each([
    ['/some/sub/path/', 'text/html; charset=utf-8'],
    ['/some/sub/path/index.html?query#fragment', 'text/html; charset=utf-8'],
    ['/some/sub/path/assets/main.js', 'text/javascript; charset=utf-8'],
    ['/some/sub/path/assets/kernel.wasm', 'application/wasm'],
  ])('serves %s as %s', async (path, type) => {
    expect(await get(path)).toMatchObject({ status: 200, type });
  });

  it.each([
    '/some/sub/path/../../../../secret.txt',
    '/some/sub/path/../secret.txt',
    '/some/sub/path/%2e%2e/secret.txt',
    '/some/sub/path/..%2fsecret.txt',
    '/some/sub/path/..%2fpage-private%2fsecret.txt',
    '/some/sub/path/link.txt',
    '/some/sub/path/%00',
    '/some/sub/path/%',
    '/secret.txt',
    '/some/sub/path/assets',
  ])('refuses %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toBe('');
  });

  it('sends the policy with every answer, refusals too', async () => {
    for (const path of ['/some/sub/path/', '/some/sub/path/assets/main.js', '/nothing', '/some/sub/path/%']) {
      expect((await get(path)).policy).toBe(CONTENT_SECURITY_POLICY);
    }
    expect((await get('/some/sub/path/', 'POST')).status).toBe(405);
  });

  it('keeps a post box where a test has one', async () => {
    const box = `${withPostBox.origin}/post-box`;
    expect(await (await fetch(box)).json()).toEqual({ energies: [0.1, 1e300] });
    expect((await fetch(box, { method: 'POST', body: 'done: µ' })).status).toBe(204);
    expect(replies).toEqual(['done: µ']);
    expect((await get('/post-box')).status).toBe(404);
    expect((await get('/post-box', 'POST')).status).toBe(405);
  });
});
