import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { fakeDevice, PASSKEY_TO_MAKE } from '@/test/fakeDevice';
import { renderPortal, renderStaff } from '@/test/renderApp';
import { HELP, ME } from '@/test/SomePortal';
import { answer } from '@/test/server';
import { SAVING_CODES, SETTING_UP, signedInAs } from '@/test/SomeSessions';

const CODES = {
  recoveryCodes: Array.from({ length: 10 }, (_, index) => ({ number: index + 1, code: `K7QM-${index}` })),
};

describe('setting up a passkey', () => {
  it('goes from the dialog over the recovery codes to being in', async () => {
    fakeDevice();
    const { account } = signedInAs('client');
    const client = account && { account };
    answer(
      'get',
      '/auth/session',
      { ...SETTING_UP, ...client },
      { ...SAVING_CODES, ...client },
      signedInAs('client'),
    );
    answer('post', '/auth/set-up/passkey', PASSKEY_TO_MAKE);
    const made = answer('post', '/auth/set-up/passkey/confirm', CODES);
    answer('post', '/auth/set-up/recovery-codes/confirm', { state: 'signed-in' });
    answer('get', '/api/me', ME);
    answer('get', '/api/help', HELP);
    const { user } = renderPortal('/portal');

    await user.click(await screen.findByRole('button', { name: 'Set up a passkey' }));
    expect(await screen.findByText(/Your passkey works/)).toBeVisible();
    await user.type(screen.getByLabelText('Enter code no. 4'), 'K7QM-3{Enter}');

    expect(await screen.findByRole('heading', { name: 'Check in' })).toBeVisible();
    expect(made).toEqual([
      { name: 'This device', clientDataJson: 'AQID', attestationObject: 'AQID', transports: ['internal'] },
    ]);
  });

  it('leads on to the app when the dialog was closed', async () => {
    fakeDevice('NotAllowedError');
    answer('get', '/auth/session', SETTING_UP);
    answer('post', '/auth/set-up/passkey', PASSKEY_TO_MAKE);
    const { user } = renderStaff('/set-up');

    await user.click(await screen.findByRole('button', { name: 'Set up a passkey' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('The dialog was closed');
    expect(screen.getByText('You can use an authenticator app instead.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Use an authenticator app' })).toBeEnabled();
  });

  it('is left out, with a word why, where the browser knows none', async () => {
    answer('get', '/auth/session', SETTING_UP);
    renderStaff('/set-up');

    expect(await screen.findByText(/This browser does not know passkeys/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Set up a passkey' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Use an authenticator app' })).toBeVisible();
  });

  it('says after a recovery code what it replaces, and how many codes are left', async () => {
    fakeDevice();
    answer('get', '/auth/session', { ...SETTING_UP, recoveryCodesLeft: 3 });
    renderStaff('/set-up');

    expect(await screen.findByText(/the ones you had stop working/)).toHaveTextContent(
      '3 recovery codes are left until then.',
    );
  });
});
