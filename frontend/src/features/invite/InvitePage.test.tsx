import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { takeLinkToken } from '@/lib/linkToken';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { SETTING_UP, SIGNED_OUT } from '@/test/SomeSessions';

const OPENED = { displayName: 'Tony', role: 'admin', expiresAt: '2026-11-27T14:00:00Z' };

async function choose(user: ReturnType<typeof renderStaff>['user'], password: string, again = password) {
  await user.type(await screen.findByLabelText('Password'), password);
  await user.type(screen.getByLabelText('The same password again'), again);
  await user.click(screen.getByRole('button', { name: 'Save password' }));
}

describe('an invite', () => {
  it('leads from a chosen password to the set-up', async () => {
    answer('get', '/auth/session', SIGNED_OUT, SETTING_UP);
    const opened = answer('post', '/auth/invites/open', OPENED);
    const accepted = answer('post', '/auth/invites/accept', { state: 'set-up' });
    const { user, path } = renderStaff('/invite', { linkToken: 'made-up' });

    expect(await screen.findByText(/Hello Tony/)).toBeVisible();
    await choose(user, 'four plain words here');

    await waitFor(() => expect(path()).toBe('/set-up'));
    expect(opened).toEqual([{ token: 'made-up' }]);
    expect(accepted).toEqual([{ token: 'made-up', password: 'four plain words here' }]);
  });

  it('does not send two passwords that differ', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/invites/open', OPENED);
    const accepted = answer('post', '/auth/invites/accept', { state: 'set-up' });
    const { user } = renderStaff('/invite', { linkToken: 'made-up' });

    await choose(user, 'four plain words here', 'four plain words');

    expect(await screen.findByText('The two passwords differ')).toBeVisible();
    expect(accepted).toEqual([]);
  });

  it.each([
    ['too-short', /too short/],
    ['common', /attackers try first/],
    ['a reason of a later version', /too easy to guess/],
  ])('says why a password is too weak: %s', async (reason, words) => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/invites/open', OPENED);
    answer('post', '/auth/invites/accept', problem(422, 'weak-password', { reason }));
    const { user } = renderStaff('/invite', { linkToken: 'made-up' });

    await choose(user, 'password');

    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it('that is over says whom to ask', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/invites/open', problem(410, 'invite-over'));
    renderStaff('/invite', { linkToken: 'made-up' });

    expect(await screen.findByRole('alert')).toHaveTextContent('Ask your practice for a new one.');
  });

  it('without its token asks to open the link again', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    renderStaff('/invite');

    expect(await screen.findByText(/Open the link from your invite again/)).toBeVisible();
    expect(document.body).not.toHaveTextContent(/lead/i);
  });
});

describe('the token', () => {
  it('is gone from the address as soon as it was read', () => {
    window.history.replaceState(null, '', '/invite#made-up');

    expect(takeLinkToken('/invite')).toBe('made-up');

    expect(window.location.href).toBe('https://localhost:8443/invite');
    expect(takeLinkToken('/invite')).toBeNull();
  });

  it('is looked for on the pages that take one alone', () => {
    window.history.replaceState(null, '', '/leads#made-up');

    expect(takeLinkToken('/invite')).toBeNull();
  });
});
