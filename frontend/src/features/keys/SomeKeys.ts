const ROTATED = {
  id: '00000000-0000-4000-8000-0000000000d1',
  startedAt: '2026-11-24T13:00:00Z',
  finishedAt: '2026-11-24T13:00:40Z',
  rows: 1240,
  done: 1240,
  leftOut: 0,
};

export const RUNNING = { ...ROTATED, finishedAt: undefined, done: 310 };

const key = (purpose: string, first: string, rotation?: object) => ({
  id: `${first}0000-0000-4000-8000-000000000001`,
  purpose,
  since: '2026-11-24T13:00:00Z',
  ...(rotation && { rotation }),
});

/** Core's keys, of which the search key was rotated or is being rotated. */
export const coreKeys = (rotation: object = ROTATED) => ({
  zone: 'America/New_York',
  items: [key('practice', '3f2a'), key('search', '9b07', rotation), key('anchors', '51aa')],
});

export const AUTH_KEYS = {
  items: [key('practice', 'c47d'), key('search', 'e800'), key('anchors', '18f3')],
};
