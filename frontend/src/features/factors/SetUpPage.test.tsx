import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { answerWithEmptyList } from '@/test/SomeList';
import { SAVING_CODES, SETTING_UP, SIGNED_OUT, signedInAs } from '@/test/SomeSessions';

const CARD = { madeAt: '2026-11-01T09:00:00Z', worksFrom: '2026-11-02T09:00:00Z' };
const KEY = { otpauth: 'otpauth://totp/Practice:tony?secret=JBSWY3DPEHPK3PXP', secret: 'JBSWY3DPEHPK3PXP' };
const codesFrom = (first: number) => ({
  recoveryCodes: Array.from({ length: 10 }, (_, index) => ({
    number: index + 1,
    code: `K7QM-${first + index}`,
  })),
});

describe('setting up the second step', () => {
  it('goes from the key over the recovery codes to the list', async () => {
    answer('get', '/auth/session', SETTING_UP, SAVING_CODES, signedInAs('admin'));
    answer('post', '/auth/set-up/totp', KEY);
    const confirmed = answer('post', '/auth/set-up/totp/confirm', codesFrom(2310));
    const reissued = answer('post', '/auth/set-up/recovery-codes', codesFrom(9000));
    const typedBack = answer('post', '/auth/set-up/recovery-codes/confirm', { state: 'signed-in' });
    answerWithEmptyList();
    answer('get', '/auth/admin/resets', { resets: [], card: CARD, noticesMailed: true });
    const { user } = renderStaff('/leads');

    await user.click(await screen.findByRole('button', { name: 'Use an authenticator app' }));
    await user.type(await screen.findByLabelText('6-digit code from the app'), '123456{Enter}');
    const list = await screen.findByRole('list', { name: 'Recovery codes' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(10);
    await user.type(screen.getByLabelText('Enter code no. 4'), ' K7QM-2313 ');
    await user.click(screen.getByRole('button', { name: 'I have saved them' }));

    expect(await screen.findByText('0 people')).toBeVisible();
    expect(confirmed).toEqual([{ code: '123456' }]);
    expect(typedBack).toEqual([{ number: 4, code: 'K7QM-2313' }]);
    // The codes that were shown are those that were made with the key: asking again would void them.
    expect(reissued).toEqual([]);
  });

  it('shows the key to scan, to open on this phone and to type', async () => {
    answer('get', '/auth/session', SETTING_UP);
    answer('post', '/auth/set-up/totp', KEY);
    const { user } = renderStaff('/set-up');

    await user.click(await screen.findByRole('button', { name: 'Use an authenticator app' }));

    expect(await screen.findByRole('img', { name: 'QR code with your key' })).toBeVisible();
    expect(screen.getByText('Open in my authenticator app')).toHaveAttribute('href', KEY.otpauth);
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
    expect(screen.queryByText(/passkey/i)).toBeNull();
  });

  it('copies the key without the gaps that help reading', async () => {
    answer('get', '/auth/session', SETTING_UP);
    answer('post', '/auth/set-up/totp', KEY);
    const { user } = renderStaff('/set-up');
    await user.click(await screen.findByRole('button', { name: 'Use an authenticator app' }));

    await user.click(await screen.findByRole('button', { name: 'Copy key' }));

    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('JBSWY3DPEHPK3PXP');
  });

  it('lets a wrong code be typed again, with the same key', async () => {
    answer('get', '/auth/session', SETTING_UP);
    const keys = answer('post', '/auth/set-up/totp', KEY);
    answer('post', '/auth/set-up/totp/confirm', problem(401, 'wrong-code'));
    const { user } = renderStaff('/set-up');
    await user.click(await screen.findByRole('button', { name: 'Use an authenticator app' }));

    await user.type(await screen.findByLabelText('6-digit code from the app'), '123456{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('That code is not right.');
    expect(keys).toHaveLength(1);
  });

  it('goes on at the codes after a reload, with new ones', async () => {
    answer('get', '/auth/session', SAVING_CODES);
    answer('post', '/auth/set-up/recovery-codes', codesFrom(9000));
    const { user } = renderStaff('/set-up');

    expect(await screen.findByText('K7QM-9003')).toBeVisible();

    answer('post', '/auth/set-up/recovery-codes/confirm', problem(401, 'wrong-code'));
    await user.type(screen.getByLabelText('Enter code no. 4'), 'K7QM-2313{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('That is not code no. 4.');
  });

  it('says when its ten minutes are over, and starts again from the password', async () => {
    answer('get', '/auth/session', SETTING_UP, SIGNED_OUT);
    answer('post', '/auth/set-up/totp', KEY);
    answer('post', '/auth/set-up/totp/confirm', problem(410, 'set-up-expired'));
    const ended = answer('post', '/auth/sign-out', null);
    const { user, path } = renderStaff('/set-up');
    await user.click(await screen.findByRole('button', { name: 'Use an authenticator app' }));
    await user.type(await screen.findByLabelText('6-digit code from the app'), '123456{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('The 10 minutes for setting up are over.');
    await user.click(screen.getByRole('button', { name: 'Start again' }));

    await waitFor(() => expect(path()).toBe('/sign-in'));
    expect(await screen.findByText(/Sign in to start it again/)).toBeVisible();
    expect(ended).toHaveLength(1);
  });
});
