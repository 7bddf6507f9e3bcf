import type { Chains, Entry, Verification } from '@/features/audit/audit';

export const TONY_ID = '0b8f7d52-0000-4000-8000-000000000001';
export const ANNA_ID = '00000000-0000-4000-8000-000000000001';

/** Tony looked at Anna. */
export const VIEW: Entry = {
  chain: 'core',
  seq: 48_118,
  id: '00000000-0000-7000-8000-000000000101',
  at: '2026-11-24T13:40:00Z',
  actorKind: 'person',
  actor: TONY_ID,
  actorName: 'Tony',
  role: 'admin',
  act: 'person.viewed',
  people: [{ id: ANNA_ID, name: 'Anna Rivera', initials: 'AR' }],
  peopleCount: 1,
  outcome: 'done',
  count: 1,
  erased: false,
  hash: '00',
};

/** Somebody tried passwords. */
export const GUESSES: Entry = {
  chain: 'auth',
  seq: 912,
  id: '00000000-0000-7000-8000-000000000102',
  at: '2026-11-24T13:30:00Z',
  actorKind: 'stranger',
  act: 'sign-in.password-refused',
  people: [],
  peopleCount: 0,
  outcome: 'refused',
  count: 3,
  address: '198.51.100.7',
  erased: false,
  hash: '00',
};

export function trailOf(...items: Entry[]) {
  return { zone: 'America/New_York', items, next: null, signInsMissing: false };
}

export const UNBROKEN: Verification = {
  id: '00000000-0000-7000-8000-00000000000a',
  startedAt: '2026-11-24T13:00:00Z',
  finishedAt: '2026-11-24T13:00:01Z',
  state: 'unbroken',
  total: 48_120,
  checked: 48_120,
  chains: [
    { chain: 'core', entries: 47_208, anchored: 47_200 },
    { chain: 'auth', entries: 912, anchored: 912 },
  ],
};

export const CHAINS: Chains = {
  zone: 'America/New_York',
  chains: [
    {
      chain: 'core',
      entries: 47_208,
      from: '2026-01-12T14:00:00Z',
      to: '2026-11-24T13:40:00Z',
      anchored: 47_200,
      anchoredAt: '2026-11-24T13:39:40Z',
      shipping: false,
      shipped: 0,
      keyFingerprint: '3f:2a:90:11:00:c4:7d:e8',
    },
    {
      chain: 'auth',
      entries: 912,
      from: '2026-01-12T13:50:00Z',
      to: '2026-11-24T13:30:00Z',
      anchored: 912,
      anchoredAt: '2026-11-24T13:30:20Z',
      shipping: false,
      shipped: 0,
      keyFingerprint: '9b:07:51:aa:2c:18:f3:60',
    },
  ],
};
