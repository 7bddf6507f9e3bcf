import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { SETTING_UP, SIGNED_OUT } from '@/test/SomeSessions';

async function enter(user: ReturnType<typeof renderStaff>['user']) {
  await user.type(await screen.findByLabelText('Password'), 'four plain words here');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
}

describe('the link of a reset', () => {
  it('leads with the password to the set-up', async () => {
    answer('get', '/auth/session', SIGNED_OUT, SETTING_UP);
    const accepted = answer('post', '/auth/resets/accept', { state: 'set-up' });
    const { user, path } = renderStaff('/reset', { linkToken: 'made-up' });

    await enter(user);

    await waitFor(() => expect(path()).toBe('/set-up'));
    expect(accepted).toEqual([{ token: 'made-up', password: 'four plain words here' }]);
  });

  it('that is over says whom to ask', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('post', '/auth/resets/accept', problem(410, 'link-over'));
    const { user } = renderStaff('/reset', { linkToken: 'made-up' });

    await enter(user);

    expect(await screen.findByRole('alert')).toHaveTextContent('Ask your practice for a new one.');
  });

  it('without its token asks to open it again', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    renderStaff('/reset');

    expect(await screen.findByText(/Open the link again/)).toBeVisible();
  });
});
