import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { all, line } from '@/features/connections/SomeConnections';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const lineOf = async (name: string) =>
  within(await screen.findByRole('listitem', { name: new RegExp(`^${name}`) }));

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/backfills', { items: [] });
});

it('says of each source how it stands, up to when it is read and what it brought', async () => {
  answer('get', '/api/connections', all(line('acuity', 'on-time'), line('zoho', 'late')));
  renderStaff('/connections');

  const zoho = await lineOf('Zoho');

  expect(zoho.getByText('Late')).toBeVisible();
  expect(zoho.getByText(/Read to/)).toHaveTextContent('10:41am');
  expect(zoho.getByText('Last read: 128 records, 3 with news')).toBeVisible();
  expect(zoho.getByText('1 of 2 days without a failure')).toBeVisible();
  expect(document.title).toBe('Connections · Hot Leads');
});

it('says what is wrong and what to do, in words of that provider or in those for all', async () => {
  answer(
    'get',
    '/api/connections',
    all(
      line('zoho', 'action-needed', { causeKey: 'zoho.permission-withdrawn' }),
      line('zoom', 'late', { causeKey: 'zoom.never-heard-of' }),
    ),
  );
  renderStaff('/connections');

  expect((await lineOf('Zoho')).getByText(/withdrawn our permission. Sign in to Zoho again/)).toBeVisible();
  expect((await lineOf('Zoom')).getByText('Zoom gave no clear answer (zoom.never-heard-of).')).toBeVisible();
});

it('fetches now, pauses and goes on', async () => {
  answer(
    'get',
    '/api/connections',
    all(line('zoom', 'on-time')),
    all(line('zoom', 'on-time')),
    all(line('zoom', 'paused', { pausedAt: '2026-11-24T15:44:00Z' })),
    all(line('zoom', 'on-time')),
  );
  const run = answer('post', '/api/connections/zoom/run', null);
  const pause = answer('post', '/api/connections/zoom/pause', null);
  const resume = answer('post', '/api/connections/zoom/resume', null);
  const { user } = renderStaff('/connections');

  await user.click(await screen.findByRole('button', { name: 'Fetch now from Zoom' }));
  expect(await screen.findByText(/Asked for/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Pause Zoom' }));
  await user.click(await screen.findByRole('button', { name: 'Go on with Zoom' }));
  await screen.findByRole('button', { name: 'Pause Zoom' });

  expect([run, pause, resume].map((asked) => asked.length)).toEqual([1, 1, 1]);
});

it('tests the credentials and names rights that are missing', async () => {
  answer('get', '/api/connections', all(line('zoom', 'on-time')));
  answer('post', '/api/connections/zoom/test', {
    taken: true,
    at: '2026-11-24T15:44:00Z',
    account: { missing: ['report:read:admin'] },
  });
  const { user } = renderStaff('/connections');

  await user.click(await screen.findByRole('button', { name: 'Test the credentials of Zoom' }));

  expect(await screen.findByText(/Zoom takes our credentials/)).toHaveTextContent('report:read:admin');
});

it('keeps typed credentials that were not taken, and says why', async () => {
  answer('get', '/api/connections', all(line('zoho', 'action-needed')));
  const asked = answer('post', '/api/connections/zoho/credentials', {
    taken: false,
    at: '2026-11-24T15:44:00Z',
    causeKey: 'zoho.credentials-refused',
  });
  const { user } = renderStaff('/connections');

  await user.click(await screen.findByRole('button', { name: 'New credentials for Zoho' }));
  await user.click(await screen.findByRole('button', { name: 'Save and test' }));
  expect(await screen.findAllByText('Enter what Zoho shows under this name')).toHaveLength(3);
  await user.type(screen.getByLabelText('Client ID'), 'some-client');
  await user.type(screen.getByLabelText('Client secret'), 'some-secret');
  await user.type(screen.getByLabelText('Refresh token'), 'some-token');
  await user.click(screen.getByRole('button', { name: 'Save and test' }));

  expect(await screen.findByText('Zoho does not take our credentials. Enter them again.')).toBeVisible();
  expect(screen.getByLabelText('Client ID')).toHaveValue('some-client');
  expect(asked).toEqual([
    { fields: { clientId: 'some-client', clientSecret: 'some-secret', refreshToken: 'some-token' } },
  ]);
});

it('reads further back only after it said what that would bring', async () => {
  answer('get', '/api/connections', all(line('acuity', 'on-time')));
  const looked = answer('post', '/api/backfills/dry-run', {
    from: '2025-01-01',
    to: '2026-10-24',
    windows: 90,
    windowsLooked: 6,
    estimated: true,
    rows: 1200,
    newRows: 900,
  });
  const started = answer('post', '/api/backfills', { id: '00000000-0000-4000-8000-0000000000b1' });
  const { user } = renderStaff('/connections');

  await user.click(await screen.findByRole('button', { name: 'Read further back' }));
  await user.type(await screen.findByLabelText('From'), '2025-01-01');
  await user.click(screen.getByRole('button', { name: 'See what it would bring' }));
  expect(await screen.findByText(/About 1,200 bookings in 90 windows, 900 of them new/)).toBeVisible();
  expect(started).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Start reading' }));

  expect(looked).toEqual([{ from: '2025-01-01' }]);
  await screen.findByRole('button', { name: 'Read further back' });
  expect(started).toEqual([{ from: '2025-01-01' }]);
});

it('says when nothing runs by itself any more', async () => {
  answer('get', '/api/connections', all(line('zoom', 'late', { nextRunAt: '2026-11-24T15:30:00Z' })));
  renderStaff('/connections');

  expect(await screen.findByText(/Nothing has run by itself since/)).toBeVisible();
});

it('says what failed and tries again', async () => {
  answer('get', '/api/connections', problem(500, 'unexpected'), all(line('zoom', 'on-time')));
  const { user } = renderStaff('/connections');

  await user.click(await screen.findByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('On time')).toBeVisible();
});
