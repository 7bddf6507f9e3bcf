import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ANNA, listOf, SUMMARY, TONY } from '@/features/leads/SomeLeads';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { SIGNED_OUT, signedInAs } from '@/test/SomeSessions';

const NINE_MINUTES = 9 * 60_000;
const MINUTE = 60_000;

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/events', { asOf: '2026-11-24T14:00:00Z', zone: 'America/New_York', items: [] });
});

async function atThePage() {
  const rendered = renderStaff('/events?state=failed');
  await screen.findByRole('heading', { name: 'Events' });
  return rendered;
}

const locked = () => screen.findByRole('dialog', { name: 'Locked' });

describe('a screen that is left alone', () => {
  it('says a minute before that it will lock, and any key keeps it open', async () => {
    const { user } = await atThePage();

    await pass(NINE_MINUTES);
    expect(screen.getByText(/locks in a minute/)).toBeVisible();
    await user.keyboard('{Shift}');

    expect(screen.queryByText(/locks in a minute/)).toBeNull();
    await pass(NINE_MINUTES);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('locks after ten minutes, and movement alone does not open it', async () => {
    const { user } = await atThePage();

    await pass(NINE_MINUTES + MINUTE);
    await user.keyboard('{Shift}{Escape}');

    expect(await locked()).toBeVisible();
  });

  it('locks when it was asleep so long, before the key that wakes it counts', async () => {
    const { user } = await atThePage();

    vi.setSystemTime(Date.now() + NINE_MINUTES + MINUTE);
    await user.keyboard('{Shift}');

    expect(await locked()).toBeVisible();
  });

  it('opens where it was when the server says that the session still stands', async () => {
    const { user, search } = await atThePage();
    await pass(NINE_MINUTES + MINUTE);
    const asked = answer('get', '/auth/session', signedInAs('admin'));

    await user.click(screen.getByRole('button', { name: 'Unlock' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toHaveLength(1);
    expect(search()).toEqual({ state: 'failed' });
    expect(screen.getByRole('heading', { name: 'Events' })).toBeVisible();
  });

  it('leads to the sign-in page when the session has ended meanwhile', async () => {
    const { user, path } = await atThePage();
    await pass(NINE_MINUTES + MINUTE);
    answer('get', '/auth/session', SIGNED_OUT);

    await user.click(screen.getByRole('button', { name: 'Unlock' }));

    await waitFor(() => expect(path()).toBe('/sign-in'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays locked while nobody can be asked', async () => {
    const { user } = await atThePage();
    await pass(NINE_MINUTES + MINUTE);
    answer('get', '/auth/session', problem(503, 'busy'));

    await user.click(screen.getByRole('button', { name: 'Unlock' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('too much going on at once');
    expect(await locked()).toBeVisible();
  });

  it('keeps what was typed', async () => {
    answer('get', '/auth/admin/staff', { staff: [TONY] });
    answer('get', '/api/leads/summary', SUMMARY);
    answer('get', '/api/leads', listOf(ANNA));
    const { user } = renderStaff('/leads');
    await screen.findByRole('row', { name: /Anna Rivera/ });
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Asked for 3pm');

    await pass(NINE_MINUTES + MINUTE);
    await locked();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Unlock' }));

    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Locked' })).toBeNull());
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Asked for 3pm');
  });
});
