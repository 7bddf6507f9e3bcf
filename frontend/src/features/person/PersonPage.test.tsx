import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, created, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const ID = '00000000-0000-4000-8000-000000000001';
const PATH = `/people/${ID}`;
const HEAD = {
  personId: ID,
  name: 'Anna Rivera',
  initials: 'A. R.',
  role: 'client',
  practitioner: 'Dr Lee',
  rhythm: { weekday: 'tuesday', everyDays: 7 },
  doNotContact: false,
  phone: 'allowed',
  voicemail: 'refused',
  email: 'not-asked',
  recordVersion: 3,
  asOf: '2026-11-24T14:00:00Z',
  zone: 'America/New_York',
};
const session = (bookingId: number, state: string, more = {}) => ({
  bookingId,
  startsAt: '2026-11-17T20:30:00Z',
  durationMinutes: 50,
  state,
  present: [],
  presentMinutes: 0,
  lateMinutes: 0,
  practitionerMinutes: 17,
  facts: [],
  settled: true,
  saidBefore: 0,
  ...more,
});
const STRIP = {
  sourceState: 'on-time',
  sessions: [
    session(1, 'late', {
      by: 'zoom',
      lateMinutes: 12,
      presentMinutes: 31,
      present: [{ from: '2026-11-17T20:42:00Z', to: '2026-11-17T21:13:00Z' }],
    }),
    session(2, 'unconfirmed', { startsAt: '2026-11-10T20:30:00Z' }),
    session(3, 'not-fetched', { startsAt: '2026-11-03T20:30:00Z' }),
  ],
};
const item = (key: string, lane: string, kind: string, more = {}) => ({
  key,
  at: '2026-11-09T15:00:00Z',
  lane,
  kind,
  exact: true,
  detailsToo: false,
  byYou: false,
  undone: false,
  ...more,
});
const TIMELINE = {
  items: [
    item('a', 'cancellations', 'cancelled', {
      noticeMinutes: 360,
      detailsToo: true,
      startsAt: '2026-11-09T21:00:00Z',
    }),
    item('b', 'moves', 'moved', {
      at: '2026-10-09T15:00:00Z',
      fromStartsAt: '2026-10-12T20:30:00Z',
      startsAt: '2026-10-13T20:30:00Z',
    }),
  ],
};
const strip = () => screen.findByRole('region', { name: 'Attendance' });
const timeline = () => screen.findByRole('region', { name: 'Timeline' });

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [] });
  answer('get', `/api${PATH}`, HEAD);
  answer('get', `/api${PATH}/attendance`, STRIP);
  answer('get', `/api${PATH}/timeline`, TIMELINE);
});

describe("a person's page", () => {
  it('shows who they are, and no name in the tab', async () => {
    renderStaff(PATH);

    expect(await screen.findByRole('heading', { level: 1, name: 'Anna Rivera' })).toBeVisible();
    expect(screen.getByText('Tuesdays, every 7 days')).toBeVisible();
    expect(screen.getByText(/Voicemail: do not leave/)).toBeVisible();
    expect(document.title).not.toMatch(/Anna/);
  });

  it('says of each session how it stands, in words', async () => {
    renderStaff(PATH);

    const rows = await within(await strip()).findAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Late: joined 12 min late, 31 of 50 min');
    expect(rows[1]).toHaveTextContent(
      'Unconfirmed: the practitioner was there for 17 min, nobody else was seen',
    );
    expect(rows[2]).toHaveTextContent('Not fetched yet');
    expect(rows[2]).not.toHaveTextContent('Missed (confirmed)');
  });

  it('folds what changed too, links a move, and hides a lane that is switched off', async () => {
    renderStaff(PATH);

    const lane = await timeline();
    expect(await within(lane).findByText(/Cancelled, 6 hours' notice \(details changed too\)/)).toBeVisible();
    expect(within(lane).getByRole('heading', { name: 'October 2026' })).toBeVisible();
    expect(within(lane).getByText(/Moved/, { selector: 'span' })).toBeVisible();
    await userEvent.click(within(lane).getByRole('button', { name: 'Moves' }));
    expect(within(lane).queryByRole('heading', { name: 'October 2026' })).toBeNull();
  });

  it('tells of Zoho what was where before, and by whom', async () => {
    const more = { text: 'Contacted', fromText: 'Not Contacted', byName: 'Rob' };
    answer('get', `/api${PATH}/timeline`, { items: [item('c', 'crm', 'crm-moved', more)] });
    renderStaff(PATH);

    const lane = await timeline();
    expect(await within(lane).findByText('Moved in Zoho, Rob')).toBeVisible();
    expect(lane).toHaveTextContent(/Not Contacted.*Contacted/);
    await userEvent.click(within(lane).getByRole('button', { name: 'CRM' }));
    expect(within(lane).queryByText(/Moved in Zoho/)).toBeNull();
  });

  it('asks for how they say they are only when somebody wants to see it', async () => {
    const asked = answer('get', `/api${PATH}/check-ins`, {
      asOf: HEAD.asOf,
      days: 90,
      items: [{ id: 'm', at: '2026-11-10T15:00:00Z', answer: 4, note: 'Slept little' }],
    });
    renderStaff(PATH);

    const lane = await timeline();
    await within(lane).findByText(/Cancelled/);
    expect(asked).toHaveLength(0);
    await userEvent.click(within(lane).getByRole('button', { name: 'Mood' }));
    expect(await within(lane).findByText('Said how they are: 4 of 10')).toBeVisible();
    expect(within(lane).getByText('Slept little')).toBeVisible();
    await userEvent.click(within(lane).getByRole('button', { name: 'Mood' }));
    expect(within(lane).queryByText(/Said how they are/)).toBeNull();
  });

  it('lets one say that they came, and shows it', async () => {
    const bodies = answer('post', `/api${PATH}/attendance`, created({ id: ID, recordVersion: 4 }));
    renderStaff(PATH);

    await userEvent.click(await screen.findByRole('button', { name: /They came: Tue 10 Nov/ }));

    expect(await screen.findByText('Noted: they came.')).toBeVisible();
    expect(bodies[0]).toEqual({ bookingId: 2, came: true, recordVersion: 3 });
  });

  it('keeps the rest when one lane fails', async () => {
    answer('get', `/api${PATH}/attendance`, problem(503, 'unavailable'));
    renderStaff(PATH);

    await waitFor(async () => expect(within(await strip()).getByRole('alert')).toBeVisible());
    expect(await within(await timeline()).findByText(/Cancelled/)).toBeVisible();
  });

  it('says so when attendance is late, and when nobody is there', async () => {
    answer('get', `/api${PATH}/attendance`, { sourceState: 'stopped', sessions: [] });
    answer('get', `/api${PATH}/timeline`, { items: [] });
    renderStaff(PATH);

    expect(await screen.findByText(/Attendance is late/)).toBeVisible();
    expect(screen.getByText('No bookings yet.')).toBeVisible();
    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
  });

  it('shows how somebody stood on past mornings only when asked, and what would take them off', async () => {
    const asked = answer('get', `/api/people/${ID}/scores`, {
      mornings: [
        {
          at: '2026-11-23T14:00:00Z',
          scoreTenths: 0,
          placement: 'off-the-list',
          scoringVersion: 1,
          reasons: [],
        },
        {
          at: '2026-11-24T14:00:00Z',
          scoreTenths: 461,
          band: 'hot',
          placement: 'listed',
          scoringVersion: 2,
          reasons: [
            { rule: 'B1', tenths: 253 },
            { rule: 'R2', tenths: 208 },
          ],
        },
      ],
      waysOff: [
        { key: 'they-book', values: {}, scoreTenths: 0, causes: ['booked'] },
        { key: 'outcome-logged', values: { kind: 'not-interested' }, scoreTenths: 0, causes: [] },
        { key: 'reason-wrong', values: { rule: 'B1' }, scoreTenths: 80, causes: [] },
      ],
      offByItselfAt: '2026-12-19T14:00:00Z',
    });
    const { user } = renderStaff(PATH);
    const show = await screen.findByRole('button', { name: 'Show how they stood on past mornings' });
    expect(asked).toHaveLength(0);

    await user.click(show);

    expect(await screen.findByText('They book.')).toBeVisible();
    expect(screen.getByText('Logging "Not interested".')).toBeVisible();
    expect(screen.getByText('Saying that this reason is wrong: Cancelled and not rebooked.')).toBeVisible();
    expect(screen.getByText('Time alone, by Sat 19 Dec.')).toBeVisible();
    await user.click(screen.getByText('The same in a table'));
    expect(screen.getByRole('row', { name: /On the list at 46 B1 25.3, R2 20.8 2/ })).toBeVisible();
    expect(screen.getByRole('img', { name: /On the list at 46/ })).toBeVisible();
  });
});
