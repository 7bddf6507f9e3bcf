/** A list without anyone, for tests that only have to arrive there. */
export function emptyList() {
  return {
    asOf: '2026-11-24T14:00:00Z',
    version: 1,
    zone: 'America/New_York',
    freshness: [],
    items: [],
  };
}
