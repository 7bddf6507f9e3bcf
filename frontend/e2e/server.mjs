// Serves the built pages as the gateway does, content policy and nonce included, over made-up answers. Loopback only.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const dist = new URL('../dist', import.meta.url).pathname;
const TYPES = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.webmanifest': 'application/manifest+json',
};

/** Asked for by every page of staff. */
const PRACTICE = {
  zone: 'America/New_York',
  contactTimes: {
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, untilMinute: 1140 })),
    version: 0,
  },
  templates: {
    items: [
      {
        name: 'Offer times',
        text: 'Hello {name}, this is {me}. Free with {practitioner}: {slots}. You can also choose a time yourself: {link}',
      },
      { name: 'Voicemail', text: 'Hello, this is {me}. Please call me back when it suits you.' },
    ],
    version: 1,
  },
  notice: { minutes: 120, version: 2 },
  idle: { minutes: 10, version: 0 },
  words: { word: 'client', version: 0 },
};

function policy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sendPage(response, name) {
  const nonce = randomUUID();
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy(nonce),
  });
  response.end(readFileSync(`${dist}/${name}.html`, 'utf8').replaceAll('__CSP_NONCE__', nonce));
}

function sendFile(response, path) {
  if (!existsSync(dist + path)) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
  return response.end(readFileSync(dist + path));
}

/**
 * @param answers from "METHOD /path" to a body, to null for an answer that never comes, or to a function of the query and the path;
 * a path may hold * for an id
 */
export async function startServer(answers) {
  // Not a copy: a page's steps change what is answered.
  if (!('GET /api/settings/practice' in answers)) answers['GET /api/settings/practice'] = PRACTICE;
  const streams = new Set();
  let askedAt = 0;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname === '/api/live') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(': here\n\n');
      streams.add(response);
      return undefined;
    }
    if (/^\/(api|auth)\//.test(pathname)) {
      askedAt = Date.now();
      const found =
        answers[`${request.method} ${pathname}`] ??
        answers[`${request.method} ${pathname.replace(/[0-9a-f]{8}-[0-9a-f-]+/, '*')}`];
      const body = typeof found === 'function' ? found(searchParams, pathname) : found;
      if (body === null || answers[`${request.method} ${pathname}`] === null) return undefined;
      const status = body?.status && body?.code ? body.status : body ? 200 : 404;
      response.writeHead(status, { 'Content-Type': 'application/json' });
      return response.end(JSON.stringify(body ?? { status: 404, code: 'not-found', requestId: 'req-7' }));
    }
    if (pathname.startsWith('/assets/') || extname(pathname)) return sendFile(response, pathname);
    return sendPage(response, /^\/portal(\/|$)/.test(pathname) ? 'portal' : 'staff');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    sendChange: () =>
      streams.forEach((stream) => stream.write('id: 2\nevent: leads\ndata: {"version":2}\n\n')),
    /** Waits until nothing has been asked for so long, in milliseconds. */
    quiet: async (long) => {
      askedAt = Date.now();
      while (Date.now() - askedAt < long) await new Promise((again) => setTimeout(again, 50));
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
