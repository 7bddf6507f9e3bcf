import { answer } from '@/test/server';

/** A list without anyone, for tests that only have to arrive there. */
function emptyList() {
  return {
    asOf: '2026-11-24T14:00:00Z',
    version: 1,
    zone: 'America/New_York',
    freshness: [],
    items: [],
  };
}

/** All that the page of the list asks for at first. */
export function answerWithEmptyList() {
  answer('get', '/api/leads', emptyList());
  answer('get', '/api/leads/summary', {
    asOf: emptyList().asOf,
    countedTo: 1000,
    newHotSince: '2026-11-23T14:00:00Z',
    counts: { hot: 0, newHot: 0, warm: 0, watch: 0, snoozed: 0, doneToday: 0 },
    practitioners: [],
  });
  answer('get', '/auth/admin/staff', { staff: [], practitioners: [] });
}
