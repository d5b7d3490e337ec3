/** A static host as strict as any that the page may meet. */
import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';

/** A worker obeys the policy of its own script's answer, so that every answer carries it. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const UNKNOWN_TYPE = 'application/octet-stream';

export interface ServerOptions {
  /** Folders by the path under which they are served; a path begins and ends with a slash. */
  readonly folders: Readonly<Record<string, string>>;
  /** Serves files of these endings as if their type were unknown. */
  readonly unknownTypes?: readonly string[];
  /** For a page that no test steers. */
  readonly postBox?: PostBox;
  /** Receives what browsers report about violations of the policy, from pages, workers and service workers alike. */
  onViolation?(report: string): void;
}

/** What a page finds at /post-box, and what becomes of the text that it posts there. */
export interface PostBox {
  readonly message: unknown;
  onReply(text: string): void;
}

const POST_BOX_PATH = '/post-box';
const REPORT_PATH = '/policy-reports';

export interface TestServer {
  /** http://127.0.0.1:port */
  readonly origin: string;
  close(): Promise<void>;
}

/** The file that a path names, or the status that refuses it. */
async function findFile(folders: ServerOptions['folders'], requested: string): Promise<string | number> {
  let path: string;
  try {
    path = decodeURIComponent(requested);
  } catch {
    return 400;
  }
  if (path.includes('\0')) return 400;
  const mount = Object.keys(folders).find((prefix) => path.startsWith(prefix));
  if (mount === undefined) return 404;
  const folder = await realpath(folders[mount] as string).catch(() => null);
  if (folder === null) return 404;
  const name = path.slice(mount.length);
  const wanted = join(folder, name === '' || name.endsWith('/') ? `${name}index.html` : name);
  if (!wanted.startsWith(folder + sep)) return 403;
  // A link inside of the folder may lead out of it.
  const file = await realpath(wanted).catch(() => null);
  if (file === null) return 404;
  return file.startsWith(folder + sep) ? file : 403;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

async function answerFromPostBox(box: PostBox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': TYPES['.json'] }).end(JSON.stringify(box.message));
    return;
  }
  const text = await textOf(request);
  response.writeHead(204).end();
  box.onReply(text);
}

async function answer(options: ServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reporting = options.onViolation ? `; report-uri ${REPORT_PATH}` : '';
  response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY + reporting);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  if (options.postBox && request.url === POST_BOX_PATH && ['GET', 'POST'].includes(request.method ?? '')) {
    await answerFromPostBox(options.postBox, request, response);
    return;
  }
  if (options.onViolation && request.url === REPORT_PATH && request.method === 'POST') {
    options.onViolation(await textOf(request));
    response.writeHead(204).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await findFile(options.folders, (request.url ?? '/').split(/[?#]/)[0] as string);
  if (typeof found === 'number') {
    response.writeHead(found, { 'Content-Type': 'text/plain' }).end();
    return;
  }
  const content = await readFile(found).catch(() => null);
  if (content === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end();
    return;
  }
  const ending = extname(found);
  const type = options.unknownTypes?.includes(ending) ? UNKNOWN_TYPE : (TYPES[ending] ?? UNKNOWN_TYPE);
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': content.length });
  response.end(request.method === 'HEAD' ? undefined : content);
}

/** Serves folders on a free port of this machine. */
export async function startServer(options: ServerOptions): Promise<TestServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
