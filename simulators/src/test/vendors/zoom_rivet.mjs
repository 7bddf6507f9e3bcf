// Zoom's own Node SDK against the simulated reports: nothing of it is changed but the addresses.
//
//     npm install @zoom/rivet axios
//     node zoom_rivet.mjs http://127.0.0.1:9100
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// Of wherever it is started, which is where the SDK was installed.
const { resolve } = createRequire(`${process.cwd()}/`);
const from = (name) => import(pathToFileURL(resolve(name)).href.replace('/dist/node/axios.cjs', '/index.js'));
const { default: axios } = await from('axios');
const { MeetingsS2SAuthClient } = await import(
  pathToFileURL(resolve('@zoom/rivet/meetings').replace(/\.cjs$/, '.mjs')).href
);

const [simulators] = process.argv.slice(2);
// The SDK knows Zoom's addresses alone.
axios.interceptors.request.use((request) => {
  if (request.baseURL) request.baseURL = `${simulators}/zoom/v2`;
  else request.url = `${simulators}/zoom/oauth/token`;
  return request;
});
const { endpoints } = new MeetingsS2SAuthClient({
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
  accountId: 'demo-account',
  webhooksSecretToken: 'demo-zoom-secret',
  disableReceiver: true,
});

const { practiceTime } = await fetch(`${simulators}/control/api/clock`).then((answer) => answer.json());
const day = (back) => new Date(Date.parse(practiceTime) - back * 86_400_000).toISOString().slice(0, 10);
const runs = [];
let token;
do {
  const { data } = await endpoints.reports.getMeetingReports({
    path: { userId: 'wren@example.org' },
    query: { from: day(28), to: day(0), page_size: 10, ...(token && { next_page_token: token }) },
  });
  runs.push(...data.meetings);
  token = data.next_page_token;
} while (token);
assert.ok(runs.length > 10);
console.log(`${runs.length} meetings of four weeks, page by page`);

// Once is the client's own; an identifier that begins with a slash, or holds two, needs it twice.
const encoded = (uuid) =>
  /^\/|\/\//.test(uuid) ? encodeURIComponent(encodeURIComponent(uuid)) : encodeURIComponent(uuid);
for (const { uuid, participants_count: people } of runs.slice(0, 12)) {
  // Ten reports a second are allowed, and the SDK keeps no count.
  await new Promise((turn) => setTimeout(turn, 150));
  const { data } = await endpoints.reports.getMeetingParticipantReports({
    path: { meetingId: encoded(uuid) },
    query: { page_size: 300 },
  });
  assert.ok(data.participants.length >= people, `${uuid}: ${data.participants.length} of ${people}`);
}
console.log('who was in twelve of them');

await assert.rejects(
  endpoints.reports.getMeetingReports({
    path: { userId: 'nobody@example.org' },
    query: { from: day(2), to: day(0) },
  }),
  /1001/,
);
await assert.rejects(
  endpoints.reports.getMeetingParticipantReports({ path: { meetingId: 'bm9uZQ%3D%3D' }, query: {} }),
  /3001/,
);
console.log('a stranger and a meeting that never was are refused with the codes Zoom has for them');
