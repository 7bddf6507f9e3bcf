import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, created, done, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const ID = '00000000-0000-4000-8000-000000000001';
const ROB = '00000000-0000-4000-8000-0000000000b0';
const ERASURE = '00000000-0000-4000-8000-0000000000e1';
const PATH = `/people/${ID}/erasure`;
const PLAN = {
  personId: ID,
  zone: 'America/New_York',
  name: 'Anna Rivera',
  plan: 'the-plan',
  goes: [
    { kind: 'bookings', count: 12 },
    { kind: 'check-ins', count: 0 },
  ],
  keeps: [{ kind: 'audit', count: 80, duty: 'accountability' }],
  elsewhere: [
    {
      source: 'acuity',
      kind: 'appointments',
      count: 12,
      url: 'https://secure.acuityscheduling.com/clients.php',
    },
  ],
  ahead: 1,
  authAway: false,
};
const WAITING = {
  id: ERASURE,
  askedBy: ROB,
  askedAt: '2026-11-24T14:00:00Z',
  byYou: false,
  reason: 'She asked for it',
};
const RECEIPT = {
  id: ERASURE,
  personId: ID,
  askedBy: ROB,
  askedAt: '2026-11-24T14:00:00Z',
  approvedBy: '00000000-0000-4000-8000-00000000707e',
  erasedAt: '2026-11-24T15:00:00Z',
  destroyed: [{ kind: 'keys', count: 4 }],
};

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', {
    staff: [{ id: ROB, name: 'Rob', you: false }],
    practitioners: [],
  });
});

describe('erasing a person', () => {
  it('begins with what goes, what stays and why, and what lies elsewhere', async () => {
    answer('get', `/api${PATH}`, PLAN);
    renderStaff(PATH);

    expect(await screen.findByRole('heading', { name: 'Erase Anna Rivera' })).toBeVisible();
    const goes = screen.getByRole('region', { name: 'What goes' });
    expect(within(goes).getByText('Bookings')).toBeVisible();
    expect(within(goes).queryByText('Check-ins')).toBeNull();
    expect(screen.getByText(/A number stands in the place of the name/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open Acuity' })).toHaveAttribute(
      'href',
      'https://secure.acuityscheduling.com/clients.php',
    );
    expect(screen.getByText(/They have a session booked/)).toBeVisible();
  });

  it('is asked for with a reason, and waits', async () => {
    answer('get', `/api${PATH}`, PLAN, { ...PLAN, waiting: { ...WAITING, byYou: true } });
    const asked = answer('post', `/api${PATH}`, created({}));
    const { user } = renderStaff(PATH);

    await user.click(await screen.findByRole('button', { name: 'Ask for the erasure' }));
    expect(await screen.findByText('Say why, in a few words.')).toBeVisible();
    await user.type(screen.getByLabelText('Reason'), 'She asked for it');
    await user.click(screen.getByRole('button', { name: 'Ask for the erasure' }));

    const waits = await screen.findByRole('region', { name: 'Waits for approval' });
    expect(within(waits).getByText('Another administrator has to approve it.')).toBeVisible();
    expect(within(waits).queryByRole('button', { name: 'Approve…' })).toBeNull();
    expect(asked).toEqual([{ plan: 'the-plan', reason: 'She asked for it' }]);
  });

  it('is approved by another, of the plan that is shown, and leaves a receipt', async () => {
    answer('get', `/api${PATH}`, { ...PLAN, waiting: WAITING });
    const approved = answer('post', `/api/erasures/${ERASURE}/approve`, RECEIPT);
    const { user } = renderStaff(PATH);

    expect(await screen.findByText('She asked for it')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Approve…' }));
    expect(screen.getByText(/This cannot be taken back/)).toBeVisible();
    expect(approved).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Erase for good' }));

    expect(await screen.findByRole('heading', { name: 'Receipt' })).toBeVisible();
    expect(screen.getByText('Their account goes within seconds.')).toBeVisible();
    expect(screen.queryByText('Anna Rivera')).toBeNull();
    expect(approved).toEqual([{ plan: 'the-plan' }]);
  });

  it('shows the new plan when the records changed meanwhile', async () => {
    answer('get', `/api${PATH}`, { ...PLAN, waiting: WAITING });
    answer('post', `/api/erasures/${ERASURE}/approve`, problem(409, 'plan-changed'));
    const { user } = renderStaff(PATH);

    await user.click(await screen.findByRole('button', { name: 'Approve…' }));
    await user.click(screen.getByRole('button', { name: 'Erase for good' }));

    expect(await screen.findByText(/records changed since the plan was made/)).toBeVisible();
  });

  it('is taken back', async () => {
    answer('get', `/api${PATH}`, { ...PLAN, waiting: WAITING }, PLAN);
    const taken = answer('post', `/api/erasures/${ERASURE}/withdraw`, done());
    const { user } = renderStaff(PATH);

    await user.click(await screen.findByRole('button', { name: 'Take back' }));

    expect(await screen.findByRole('heading', { name: 'Ask for the erasure' })).toBeVisible();
    expect(taken).toHaveLength(1);
  });
});
