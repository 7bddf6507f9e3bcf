const DAY = '2026-11-24T';

/** One source as the server tells of it. */
export const line = (source: string, state: string, more: object = {}) => ({
  source,
  state,
  lastSuccessAt: `${DAY}15:41:00Z`,
  lagSeconds: 180,
  nextRunAt: `${DAY}15:56:00Z`,
  lastRun: { readAt: `${DAY}15:41:00Z`, fetched: 128, changed: 3, skipped: 0 },
  days: [
    { day: '2026-11-23', well: 90, badly: 0 },
    { day: '2026-11-24', well: 40, badly: 2 },
  ],
  ...more,
});

export const all = (...items: object[]) => ({
  asOf: `${DAY}15:44:00Z`,
  zone: 'America/New_York',
  items,
});
