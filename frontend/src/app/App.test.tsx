import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { leave } from '@/api/session';
import { renderPortal, renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

describe('the app', () => {
  it('shows nothing of a page before it knows who is there, and says when it cannot find out', async () => {
    answer('get', '/auth/session', problem(503, 'busy'), signedInAs('practitioner'));
    const { user } = renderStaff('/leads');

    expect(await screen.findByRole('alert')).toHaveTextContent('too much going on at once');
    expect(screen.queryByRole('heading', { name: 'Leads' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText(/not open yet in this version/)).toBeVisible();
  });

  it('tells a practitioner honestly that there is nothing here yet', async () => {
    answer('get', '/auth/session', signedInAs('practitioner'));
    const { path } = renderStaff('/leads');

    expect(await screen.findByText(/not open yet in this version/)).toBeVisible();
    expect(path()).toBe('/');
  });

  it('tells a client the same, without a word of the staff', async () => {
    answer('get', '/auth/session', signedInAs('client'));
    renderPortal('/portal');

    expect(await screen.findByText(/not open yet in this version/)).toBeVisible();
    expect(document.body).not.toHaveTextContent(/lead|score|funnel/i);
  });

  it('signs out on the server and loads a fresh page', async () => {
    const left = vi.spyOn(leave, 'to').mockReturnValue();
    answer('get', '/auth/session', signedInAs('practitioner'));
    const ended = answer('post', '/auth/sign-out', null);
    const { user } = renderStaff('/');

    await user.click(await screen.findByRole('button', { name: 'Sign out' }));

    await waitFor(() => expect(left).toHaveBeenCalledWith('/'));
    expect(ended).toHaveLength(1);
  });

  it('does not pretend to be signed out when the server did not hear it', async () => {
    const left = vi.spyOn(leave, 'to').mockReturnValue();
    answer('get', '/auth/session', signedInAs('practitioner'));
    answer('post', '/auth/sign-out', Response.error());
    const { user } = renderStaff('/');

    await user.click(await screen.findByRole('button', { name: 'Sign out' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('could not be reached');
    expect(left).not.toHaveBeenCalled();
  });
});
