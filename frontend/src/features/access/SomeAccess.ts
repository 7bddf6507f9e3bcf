import type { Approvals, Person, WaitingInvite, WaitingReset } from '@/features/access/access';

export const TONY_ID = '0b8f7d52-0000-4000-8000-000000000001';
export const ROB_ID = '0b8f7d52-0000-4000-8000-000000000002';
const AT = '2026-11-24T13:00:00Z';

const session = (id: string, more: Partial<Person['sessions'][number]> = {}) => ({
  id,
  browser: 'Firefox',
  system: 'Windows',
  from: '203.0.113.7',
  openedAt: AT,
  lastUsedAt: AT,
  current: false,
  ...more,
});

export const TONY: Person = {
  id: TONY_ID,
  name: 'Tony Example',
  email: 'tony@practice.test',
  role: 'admin',
  you: true,
  joinedAt: '2026-01-05T09:00:00Z',
  needsLink: false,
  lastSeenAt: AT,
  acuityCalendars: [],
  factors: [{ kind: 'app', addedAt: '2026-01-05T09:00:00Z', lastUsedAt: AT }],
  sessions: [
    session('5e550000-0000-4000-8000-000000000001', { current: true }),
    session('5e550000-0000-4000-8000-000000000002', { browser: 'Safari', system: 'iPhone' }),
  ],
};

export const ROB: Person = {
  ...TONY,
  id: ROB_ID,
  name: 'Rob Sample',
  email: 'rob@practice.test',
  you: false,
  sessions: [session('5e550000-0000-4000-8000-000000000003', { browser: '', system: '' })],
};

export const CARD = { madeAt: '2026-11-01T09:00:00Z', worksFrom: '2026-11-02T09:00:00Z' };

export const RESET: WaitingReset = {
  id: '4e5e7000-0000-4000-8000-000000000001',
  accountId: '0b8f7d52-0000-4000-8000-000000000003',
  name: 'Pat Practitioner',
  askedBy: ROB_ID,
  askedByName: 'Rob Sample',
  askedAt: AT,
  expiresAt: '2026-11-27T13:00:00Z',
  reason: 'Phone lost',
  identityCheck: 'We met this morning',
  needsCard: false,
};

export const INVITE: WaitingInvite = {
  id: '14b17e00-0000-4000-8000-000000000001',
  email: 'new@practice.test',
  displayName: 'New Colleague',
  role: 'practitioner',
  createdAt: AT,
  expiresAt: '2026-11-27T13:00:00Z',
};

export const LINK = { link: 'https://localhost:8443/reset#made-up', expiresAt: '2026-11-27T13:00:00Z' };

export const peopleOf = (...people: Person[]) => ({ people, more: false });
export const approvalsOf = (resets: WaitingReset[] = [], card: Approvals['card'] = CARD) => ({
  resets,
  ...(card && { card }),
  noticesMailed: true,
});
