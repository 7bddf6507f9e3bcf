import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderPortal, renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { answerWithEmptyList } from '@/test/SomeList';
import { SECOND_FACTOR, SETTING_UP, SIGNED_OUT, signedInAs } from '@/test/SomeSessions';

async function typePassword(user: ReturnType<typeof renderStaff>['user']) {
  await user.type(await screen.findByLabelText('E-mail'), 'tony@example.org');
  await user.type(screen.getByLabelText('Password'), 'four plain words here');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  it('leads from the password over the code to the list', async () => {
    answer('get', '/auth/session', SIGNED_OUT, SECOND_FACTOR, signedInAs('admin'));
    const passwords = answer('post', '/auth/sign-in', { state: 'second-factor' });
    const codes = answer('post', '/auth/second-factor', { state: 'signed-in' });
    answerWithEmptyList();
    const { user, path } = renderStaff('/');

    await typePassword(user);
    await user.type(await screen.findByLabelText('6-digit code'), '123 456');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    expect(await screen.findByText('0 people')).toBeVisible();
    expect(path()).toBe('/leads');
    expect(passwords).toEqual([{ email: 'tony@example.org', password: 'four plain words here' }]);
    expect(codes).toEqual([{ code: '123456' }]);
  });

  it('says one sentence for any wrong pair', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/sign-in', problem(401, 'wrong-sign-in'));
    const { user } = renderStaff('/sign-in');

    await typePassword(user);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^This e-mail and password do not go together/,
    );
    expect(screen.getByLabelText('E-mail')).toHaveValue('tony@example.org');
  });

  it('says when to try again after too many tries', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/sign-in', problem(429, 'too-many-tries', { retryAt: '2026-11-24T06:42:00Z' }));
    const { user } = renderStaff('/sign-in');

    await typePassword(user);

    // The person's own zone; the tests run in Tokyo.
    expect(await screen.findByRole('alert')).toHaveTextContent('You can try again at 3:42pm.');
  });

  it('asks for what is missing beside its field, and sends nothing', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    const sent = answer('post', '/auth/sign-in', { state: 'second-factor' });
    const { user } = renderStaff('/sign-in');

    await user.click(await screen.findByRole('button', { name: 'Sign in' }));

    expect(await screen.findByText('Enter your password')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription('Enter your e-mail');
    expect(sent).toEqual([]);
  });

  it('says that the server cannot be reached', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/sign-in', Response.error());
    const { user } = renderStaff('/sign-in');

    await typePassword(user);

    expect(await screen.findByRole('alert')).toHaveTextContent('could not be reached');
  });
});

describe('the code page', () => {
  it('is one box that password managers and phones know', async () => {
    answer('get', '/auth/session', SECOND_FACTOR);
    renderStaff('/leads');

    const box = await screen.findByLabelText('6-digit code');

    expect(box).toHaveAttribute('autocomplete', 'one-time-code');
    expect(box).toHaveAttribute('inputmode', 'numeric');
    expect(box).toHaveFocus();
  });

  it('asks for the next code when this one has passed', async () => {
    answer('get', '/auth/session', SECOND_FACTOR);
    answer('post', '/auth/second-factor', problem(401, 'code-already-used'));
    const { user } = renderStaff('/sign-in');

    await user.type(await screen.findByLabelText('6-digit code'), '123456{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('That code has passed. Enter the next one.');
    expect(screen.getByLabelText('6-digit code')).toHaveValue('');
  });

  it('does not send five digits', async () => {
    answer('get', '/auth/session', SECOND_FACTOR);
    const sent = answer('post', '/auth/second-factor', { state: 'signed-in' });
    const { user } = renderStaff('/sign-in');

    await user.type(await screen.findByLabelText('6-digit code'), '12345{Enter}');

    expect(await screen.findByText('Enter the 6 digits that your app shows now')).toBeVisible();
    expect(sent).toEqual([]);
  });

  it('takes a recovery code instead, which leads to a new set-up', async () => {
    answer('get', '/auth/session', SECOND_FACTOR, SETTING_UP);
    const sent = answer('post', '/auth/recovery', { state: 'set-up' });
    const { user, path } = renderStaff('/sign-in');

    await user.click(await screen.findByRole('button', { name: 'Use a recovery code' }));
    await user.type(screen.getByLabelText('Recovery code'), 'K7QM-2310');
    await user.click(screen.getByRole('button', { name: 'Continue' }));

    await waitFor(() => expect(path()).toBe('/set-up'));
    expect(sent).toEqual([{ code: 'K7QM-2310' }]);
  });

  it('goes back to the password, saying why, when the half session has ended', async () => {
    answer('get', '/auth/session', SECOND_FACTOR, SIGNED_OUT);
    answer('post', '/auth/second-factor', problem(401, 'signed-out'));
    const { user } = renderStaff('/sign-in');

    await user.type(await screen.findByLabelText('6-digit code'), '123456{Enter}');

    expect(await screen.findByText(/That took too long/)).toBeVisible();
    expect(screen.getByLabelText('Password')).toBeVisible();
  });
});

describe("the client's door", () => {
  it('uses none of the words of the staff', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    renderPortal('/portal');

    await screen.findByRole('heading', { name: 'Sign in' });

    expect(document.body).not.toHaveTextContent(/lead|score|hot/i);
    expect(document.title).toBe('Sign in · Your practice');
  });
});
