import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { fakeDevice, PASSKEY_QUESTION } from '@/test/fakeDevice';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { answerWithEmptyList } from '@/test/SomeList';
import { SIGNED_OUT, signedInAs } from '@/test/SomeSessions';

const PASSKEY_ALONE = { state: 'second-factor', secondFactors: ['passkey'] };

describe('signing in with a passkey', () => {
  it('needs one button and nothing typed', async () => {
    fakeDevice();
    answer('get', '/auth/session', SIGNED_OUT, signedInAs('admin'));
    answer('post', '/auth/passkey/options', PASSKEY_QUESTION);
    const sent = answer('post', '/auth/passkey', { state: 'signed-in' });
    answerWithEmptyList();
    const { user } = renderStaff('/sign-in');

    await user.click(await screen.findByRole('button', { name: 'Use a passkey' }));

    expect(await screen.findByText('0 people')).toBeVisible();
    expect(sent).toEqual([
      {
        credentialId: 'AQID',
        clientDataJson: 'AQID',
        authenticatorData: 'AQID',
        signature: 'AQID',
        userHandle: 'AQID',
      },
    ]);
  });

  it('says what happened when the dialog was closed, and when the passkey was refused', async () => {
    const { get } = fakeDevice('NotAllowedError');
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/passkey/options', PASSKEY_QUESTION);
    answer('post', '/auth/passkey', problem(401, 'passkey-refused'));
    const { user } = renderStaff('/sign-in');

    await user.click(await screen.findByRole('button', { name: 'Use a passkey' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The dialog was closed');

    get.mockImplementation(fakeDevice().get);
    await user.click(screen.getByRole('button', { name: 'Use a passkey' }));
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent('That passkey was not accepted.'),
    );
  });

  it('is not offered by a browser that knows none', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    renderStaff('/sign-in');

    expect(await screen.findByLabelText('E-mail')).toHaveAttribute('autocomplete', 'username webauthn');
    expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull();
  });

  it('is all that is asked for after the password where there is no app', async () => {
    fakeDevice();
    answer('get', '/auth/session', PASSKEY_ALONE);
    renderStaff('/sign-in');

    expect(await screen.findByRole('heading', { name: 'Use your passkey' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Use a passkey' })).toBeVisible();
    expect(screen.queryByLabelText('6-digit code')).toBeNull();
    expect(screen.getByRole('button', { name: 'Use a recovery code' })).toBeVisible();
  });
});
