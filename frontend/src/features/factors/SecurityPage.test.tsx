import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { fakeDevice, PASSKEY_TO_MAKE } from '@/test/fakeDevice';
import { renderPortal, renderStaff } from '@/test/renderApp';
import { answer, neverAnswer, problem } from '@/test/server';
import { SIGNED_OUT, signedInAs } from '@/test/SomeSessions';

const APP = { id: 'a1', kind: 'app', addedAt: '2025-11-24T09:40:00Z' };
const LAPTOP = {
  id: 'a2',
  kind: 'passkey',
  name: 'Laptop',
  addedAt: '2026-03-12T15:02:00Z',
  lastUsedAt: '2026-03-13T15:02:00Z',
};
const BOTH = { factors: [APP, LAPTOP], recoveryCodesLeft: 7 };
const codes = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, code: `K7QM-${index}` }));

const HERE = {
  id: 's1',
  browser: 'Firefox',
  system: 'Linux',
  from: '203.0.113.7',
  openedAt: '2026-03-13T15:02:00Z',
  lastUsedAt: '2026-03-13T15:02:00Z',
  current: true,
};
const PHONE = { ...HERE, id: 's2', browser: 'Safari', system: 'iPhone', current: false };

function open(list: object = BOTH) {
  answer('get', '/auth/session', { ...signedInAs('admin'), recoveryCodesLeft: 7 });
  answer('get', '/auth/me/sessions', { sessions: [HERE, PHONE] }, { sessions: [HERE] });
  answer('get', '/auth/factors', list as never);
  return renderStaff('/me/security');
}

describe('how one signs in', () => {
  it('is listed, with when each was added and used', async () => {
    open();

    const how = await screen.findByRole('region', { name: 'How you sign in' });
    const rows = within(how).getAllByRole('listitem');

    expect(rows[0]).toHaveTextContent('Authenticator app');
    expect(rows[0]).toHaveTextContent('not used yet');
    expect(rows[1]).toHaveTextContent('Laptop');
    expect(rows[1]).toHaveTextContent(/Passkey · Added .* · last used/);
    expect(screen.getByText('7 of 10 are left.', { exact: false })).toBeVisible();
  });

  it('is never removed to the last, and says so in place of the button', async () => {
    open({ factors: [LAPTOP], recoveryCodesLeft: 7 });

    expect(await screen.findByText(/This is your only way to sign in/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });

  it('keeps everything while there are no recovery codes', async () => {
    open({ ...BOTH, recoveryCodesLeft: 0 });

    expect(await screen.findAllByText(/while you have no recovery codes/)).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });

  it('loses what was removed after one question', async () => {
    const removed = answer('post', '/auth/factors/remove', { factors: [APP], recoveryCodesLeft: 7 });
    const { user } = open();

    await user.click(await screen.findByRole('button', { name: 'Remove Laptop' }));
    const dialog = await screen.findByRole('dialog', { name: 'Remove Laptop?' });
    expect(removed).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));

    expect(await screen.findByText('Laptop no longer signs in.')).toBeVisible();
    expect(screen.queryByText('Laptop')).toBeNull();
    expect(removed).toEqual([{ id: 'a2' }]);
  });

  it('gains a passkey with a name', async () => {
    fakeDevice();
    answer('post', '/auth/factors/passkey', PASSKEY_TO_MAKE);
    const made = answer('post', '/auth/factors/passkey/confirm', BOTH);
    const { user } = open({ factors: [APP], recoveryCodesLeft: 7 });

    await user.click(await screen.findByRole('button', { name: 'Add a passkey' }));
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Laptop');
    await user.click(screen.getByRole('button', { name: 'Continue' }));

    expect(await screen.findByText('Laptop signs you in from now on.')).toBeVisible();
    expect(made).toMatchObject([{ name: 'Laptop', transports: ['internal'] }]);
  });

  it('says when this device has one already', async () => {
    fakeDevice('InvalidStateError');
    answer('post', '/auth/factors/passkey', PASSKEY_TO_MAKE);
    const { user } = open();

    await user.click(await screen.findByRole('button', { name: 'Add a passkey' }));
    await user.click(await screen.findByRole('button', { name: 'Continue' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('has a passkey for your account already');
  });

  it('moves to another app once its first code was right', async () => {
    answer('post', '/auth/factors/totp', { otpauth: 'otpauth://totp/x?secret=JBSWY3DP', secret: 'JBSWY3DP' });
    const sent = answer('post', '/auth/factors/totp/confirm', BOTH);
    const { user } = open();

    await user.click(await screen.findByRole('button', { name: 'Move to another app' }));
    expect(await screen.findByText(/the app you have now stops working/)).toBeVisible();
    await user.type(await screen.findByLabelText('6-digit code from the app'), '123456{Enter}');

    expect(await screen.findByText('Authenticator app signs you in from now on.')).toBeVisible();
    expect(sent).toEqual([{ code: '123456' }]);
  });

  it('asks for a fresh sign-in before a change, when the last one is a while ago', async () => {
    answer('post', '/auth/factors/rename', problem(403, 'step-up-required'));
    const ended = answer('post', '/auth/sign-out', null);
    const { user, path } = open();

    await user.click(await screen.findByRole('button', { name: 'Rename Laptop' }));
    await user.click(await screen.findByRole('button', { name: 'Save name' }));
    // Whoever would rather not prove it again can still sign in afresh.
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Is it still you?' })).getByRole('button', {
        name: 'Cancel',
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was done');
    answer('get', '/auth/session', SIGNED_OUT);
    await user.click(screen.getByRole('button', { name: 'Sign in again' }));

    await waitFor(() => expect(path()).toBe('/sign-in'));
    expect(ended).toHaveLength(1);
  });

  it('makes new recovery codes, in force once one was typed back', async () => {
    answer('post', '/auth/factors/recovery-codes', { recoveryCodes: codes });
    const sent = answer('post', '/auth/factors/recovery-codes/confirm', { ...BOTH, recoveryCodesLeft: 10 });
    const { user } = open({ ...BOTH, recoveryCodesLeft: 2 });
    expect(await screen.findByText(/Make new ones while you can/)).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Make new codes' }));
    await user.type(await screen.findByLabelText('Enter code no. 4'), 'K7QM-3{Enter}');

    expect(await screen.findByText(/Your new recovery codes work now/)).toBeVisible();
    expect(sent).toEqual([{ number: 4, code: 'K7QM-3' }]);
  });

  it('says when the list cannot be loaded, and that it is loading', async () => {
    answer('get', '/auth/session', signedInAs('admin'));
    answer('get', '/auth/me/sessions', { sessions: [HERE] });
    neverAnswer('get', '/auth/factors');
    renderStaff('/me/security');
    expect(await screen.findByText('Loading')).toBeVisible();
  });

  it('is open to clients too, in words of theirs', async () => {
    answer('get', '/auth/session', signedInAs('client'));
    answer('get', '/auth/factors', BOTH);
    answer('get', '/auth/me/sessions', { sessions: [HERE] });
    renderPortal('/portal/me/security');

    expect(await screen.findByText('Laptop')).toBeVisible();
    expect(document.title).toBe('Security · Your practice');
  });
});

describe('where one is signed in', () => {
  it('is listed by device, and ended one by one or all at once', async () => {
    const ended = answer('post', '/auth/me/sessions/s2/end', null);
    const { user } = open();
    const part = await screen.findByRole('region', { name: 'Where you are signed in' });

    const rows = await within(part).findAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Firefox on Linux');
    expect(rows[0]).toHaveTextContent('This one, in use now');
    expect(within(part).queryByRole('button', { name: 'Sign out Firefox on Linux' })).toBeNull();
    await user.click(within(part).getByRole('button', { name: 'Sign out Safari on iPhone' }));

    await waitFor(() => expect(within(part).getAllByRole('listitem')).toHaveLength(1));
    expect(ended).toHaveLength(1);
    expect(within(part).queryByRole('button', { name: 'Sign out everywhere else' })).toBeNull();
  });

  it('is ended everywhere else at once', async () => {
    const ended = answer('post', '/auth/me/sessions/end-others', null);
    const { user } = open();

    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere else' }));

    await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull());
    expect(ended).toHaveLength(1);
  });
});

async function change(user: ReturnType<typeof open>['user'], present: string, next: string, again = next) {
  await user.click(await screen.findByRole('button', { name: 'Change password' }));
  const dialog = await screen.findByRole('dialog', { name: 'Change password' });
  await user.type(within(dialog).getByLabelText('The password you have now'), present);
  await user.type(within(dialog).getByLabelText('New password'), next);
  await user.type(within(dialog).getByLabelText('The new password again'), again);
  await user.click(within(dialog).getByRole('button', { name: 'Save new password' }));
}

describe('the password', () => {
  it('is changed by whoever knows the present one', async () => {
    const sent = answer('post', '/auth/password', { state: 'signed-in' });
    const { user } = open();

    await change(user, 'four plain words here', 'nine quiet rivers bend');

    expect(await screen.findByText(/Your new password works now/)).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent).toEqual([{ present: 'four plain words here', next: 'nine quiet rivers bend' }]);
  });

  it('is not sent when the new one was typed in two ways', async () => {
    const sent = answer('post', '/auth/password', { state: 'signed-in' });
    const { user } = open();

    await change(user, 'four plain words here', 'nine quiet rivers bend', 'nine quiet rivers');

    expect(await screen.findByText('The two new passwords differ')).toBeVisible();
    expect(sent).toEqual([]);
  });

  it.each([
    [401, 'wrong-password', {}, /not the password you have now/],
    [422, 'weak-password', { reason: 'breached' }, /known from leaks/],
    [422, 'weak-password', { reason: 'unchanged' }, /password you have already/],
    [429, 'too-many-tries', { retryAt: '2026-11-27T14:00:00Z' }, /Too many tries/],
  ])('stays as it is, and says why: %s %s', async (status, code, details, words) => {
    answer('post', '/auth/password', problem(status, code, details));
    const { user } = open();

    await change(user, 'four plain words here', 'nine quiet rivers bend');

    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByRole('dialog', { name: 'Change password' })).toBeVisible();
  });
});
