import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ANNA, listOf, SUMMARY, TONY } from '@/features/leads/SomeLeads';
import { renderStaff } from '@/test/renderApp';
import { answer, done, problem } from '@/test/server';
import { PRACTICE } from '@/test/SomePractice';
import { LOCKED, SIGNED_OUT, signedInAs } from '@/test/SomeSessions';

const NINE_MINUTES = 9 * 60_000;
const MINUTE = 60_000;

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  answer('get', '/auth/session', signedInAs('admin'));
  answer('post', '/auth/lock', done());
  answer('get', '/api/events', { asOf: '2026-11-24T14:00:00Z', zone: 'America/New_York', items: [] });
});

async function atThePage() {
  const rendered = renderStaff('/events?state=failed');
  await screen.findByRole('heading', { name: 'Events' });
  return rendered;
}

const unlock = async (user: ReturnType<typeof renderStaff>['user']) => {
  await user.type(await screen.findByLabelText('6-digit code'), '123456');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
};

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

  it('locks as soon as the practice decided', async () => {
    answer('get', '/api/settings/practice', { ...PRACTICE, idle: { minutes: 2, version: 1 } });
    await atThePage();
    await pass(0);

    await pass(MINUTE);
    expect(screen.getByText(/locks in a minute/)).toBeVisible();
    await pass(MINUTE);

    expect(await locked()).toBeVisible();
  });

  it('locks when it was asleep so long, before the key that wakes it counts', async () => {
    const { user } = await atThePage();

    vi.setSystemTime(Date.now() + NINE_MINUTES + MINUTE);
    await user.keyboard('{Shift}');

    expect(await locked()).toBeVisible();
  });

  it('is locked on the server too, and opens where it was once a code is right', async () => {
    const { user, search } = await atThePage();
    const locks = answer('post', '/auth/lock', done());
    answer('get', '/auth/session', LOCKED, signedInAs('admin'));
    const codes = answer('post', '/auth/step-up', problem(401, 'wrong-code'), { state: 'signed-in' });
    await pass(NINE_MINUTES + MINUTE);
    expect(locks).toHaveLength(1);

    await unlock(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('That code is not right');
    expect(await locked()).toBeVisible();
    await unlock(user);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(codes).toEqual([{ code: '123456' }, { code: '123456' }]);
    expect(search()).toEqual({ state: 'failed' });
    expect(screen.getByRole('heading', { name: 'Events' })).toBeVisible();
    await pass(NINE_MINUTES);
    expect(locks).toHaveLength(1);
  });

  it('is locked again and again until the server has heard it', async () => {
    await atThePage();
    const locks = answer('post', '/auth/lock', problem(503, 'busy'), done());
    await pass(NINE_MINUTES + MINUTE);
    await waitFor(() => expect(locks).toHaveLength(1));

    await pass(5_000);

    await waitFor(() => expect(locks).toHaveLength(2));
  });

  it('is locked by another page of the same browser, and says so at once', async () => {
    answer('get', '/auth/session', LOCKED);
    renderStaff('/events');

    expect(await locked()).toBeVisible();
    expect(screen.getByLabelText('6-digit code')).toBeVisible();
  });

  it('stays open while somebody works on another page of the same browser', async () => {
    await atThePage();
    const other = new BroadcastChannel('at-work');
    await pass(NINE_MINUTES);

    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is one origin's
    other.postMessage(null);
    await waitFor(() => expect(screen.queryByText(/locks in a minute/)).toBeNull());
    await pass(NINE_MINUTES - MINUTE);
    other.close();

    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leads to the sign-in page when the session has ended meanwhile', async () => {
    const { path } = await atThePage();
    answer('get', '/auth/session', SIGNED_OUT);

    await pass(NINE_MINUTES + MINUTE);

    await waitFor(() => expect(path()).toBe('/sign-in'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps what was typed', async () => {
    answer('get', '/auth/admin/staff', { staff: [TONY], practitioners: [] });
    answer('get', '/api/leads/summary', SUMMARY);
    answer('get', '/api/leads', listOf(ANNA));
    answer('post', '/auth/step-up', { state: 'signed-in' });
    const { user } = renderStaff('/leads');
    await screen.findByRole('row', { name: /Anna Rivera/ });
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Asked for 3pm');

    await pass(NINE_MINUTES + MINUTE);
    await locked();
    await user.keyboard('{Escape}');
    await unlock(user);

    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Locked' })).toBeNull());
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Asked for 3pm');
  });
});
