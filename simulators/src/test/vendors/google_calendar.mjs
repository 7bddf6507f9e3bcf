// Google's own Node client against the simulated calendar: nothing of it is changed but the addresses.
//
//     npm install @googleapis/calendar
//     node google_calendar.mjs http://127.0.0.1:9100 DIR/google-service-account.json
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Of wherever it is started, which is where the client was installed.
const { auth, calendar: connect } = createRequire(`${process.cwd()}/`)('@googleapis/calendar');

const [simulators, keyFile] = process.argv.slice(2);
const key = JSON.parse(readFileSync(keyFile, 'utf8'));
const client = new auth.JWT({
  email: key.client_email,
  key: key.private_key,
  keyId: key.private_key_id,
  subject: 'wren@example.org',
  scopes: ['https://www.googleapis.com/auth/calendar.events.owned'],
});
// It asks for its tokens at Google, whatever the key file says, and knows no address below which everything lies.
client.transporter.interceptors.request.add({
  resolved: async (request) => {
    const { pathname, search } = new URL(String(request.url));
    request.url = new URL(`${simulators}/google${pathname}${search}`);
    return request;
  },
});
const { events } = connect({ version: 'v3', auth: client });

const start = new Date(Date.now() + 4 * 86_400_000);
const id = `hl${randomBytes(10).toString('hex')}`;
const requestBody = {
  id,
  summary: 'A.B.',
  start: { dateTime: start.toISOString() },
  end: { dateTime: new Date(start.getTime() + 3_000_000).toISOString() },
};
const { data: made } = await events.insert({ calendarId: 'primary', sendUpdates: 'none', requestBody });
assert.equal(made.id, id);
await assert.rejects(events.insert({ calendarId: 'primary', requestBody }), { status: 409 });
console.log('inserted, and the same id again is refused');

const { data: changed } = await events.patch(
  { calendarId: 'primary', eventId: id, requestBody: { summary: 'Busy' } },
  { headers: { 'If-Match': made.etag } },
);
assert.equal(changed.summary, 'Busy');
await assert.rejects(
  events.patch(
    { calendarId: 'primary', eventId: id, requestBody: { summary: 'Old' } },
    { headers: { 'If-Match': made.etag } },
  ),
  { status: 412 },
);
console.log('patched, and an old version is refused');

const { data: list } = await events.list({ calendarId: 'primary', singleEvents: true, maxResults: 2 });
assert.ok(list.nextPageToken ?? list.nextSyncToken);
await events.delete({ calendarId: 'primary', eventId: id });
await assert.rejects(events.delete({ calendarId: 'primary', eventId: id }), { status: 410 });
console.log('listed and deleted, and a second time is refused');
