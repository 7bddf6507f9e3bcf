// Adds up what a browser loads at first for each entry, and fails beyond the budget. Run after `npm run build`.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KIB = 1024;
const budgets = {
  'staff.html': { js: 240 * KIB, css: 40 * KIB },
  'portal.html': { js: 170 * KIB, css: 10 * KIB },
};
const dist = new URL('../dist/', import.meta.url);
const gzipped = (path) => gzipSync(readFileSync(new URL(path, dist)), { level: 9 }).length;
let tooBig = false;

for (const [page, budget] of Object.entries(budgets)) {
  const html = readFileSync(new URL(page, dist), 'utf8');
  for (const kind of ['js', 'css']) {
    const files = [...new Set(html.match(new RegExp(`assets/[^"]+\\.${kind}(?=")`, 'g')))];
    const sum = files.reduce((total, file) => total + gzipped(file), 0);
    // Nothing found is a change of how pages are built, not a page that loads nothing.
    tooBig ||= sum > budget[kind] || sum === 0;
    console.log(`${page} ${kind} ${(sum / KIB).toFixed(1)} of ${budget[kind] / KIB} KiB gzip`);
  }
}

for (const file of readdirSync(new URL('assets/', dist)).filter((name) => name.endsWith('.js'))) {
  if (/mockServiceWorker|msw\/|FakeEventSource/.test(readFileSync(new URL(`assets/${file}`, dist), 'utf8'))) {
    console.error(`${file} holds test code`);
    tooBig = true;
  }
}
process.exit(tooBig ? 1 : 0);
