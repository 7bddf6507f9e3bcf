import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { leave } from '@/api/session';
import { renderPortal, renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { answerAsClient } from '@/test/SomePortal';
import { signedInAs } from '@/test/SomeSessions';
import { ABSENCES, CARE_PAGE, SESSIONS, UNCLEAR } from '@/test/SomeToday';

describe('the app', () => {
  it('shows nothing of a page before it knows who is there, and says when it cannot find out', async () => {
    answer('get', '/auth/session', problem(503, 'busy'), signedInAs('practitioner'));
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    answer('get', '/api/today/sessions', SESSIONS);
    answer('get', '/api/today/attendance', UNCLEAR);
    answer('get', '/api/absences', ABSENCES);
    const { user } = renderStaff('/leads');

    expect(await screen.findByRole('alert')).toHaveTextContent('too much going on at once');
    expect(screen.queryByRole('heading', { name: 'Leads' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('No care check-ins wait.')).toBeVisible();
  });

  it('leads a client to their own pages, without a word of the staff', async () => {
    answerAsClient();
    const { path } = renderPortal('/portal');

    expect(await screen.findByRole('group', { name: 'How are you today?' })).toBeVisible();
    await waitFor(() => expect(path()).toBe('/check-in'));
    expect(document.body).not.toHaveTextContent(/lead|score|funnel/i);
  });

  it('signs out on the server and loads a fresh page', async () => {
    const left = vi.spyOn(leave, 'to').mockReturnValue();
    answer('get', '/auth/session', signedInAs('practitioner'));
    const ended = answer('post', '/auth/sign-out', null);
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    answer('get', '/api/today/sessions', SESSIONS);
    answer('get', '/api/today/attendance', UNCLEAR);
    answer('get', '/api/absences', ABSENCES);
    const { user } = renderStaff('/');

    await user.click(await screen.findByRole('button', { name: 'Sign out' }));

    await waitFor(() => expect(left).toHaveBeenCalledWith('/'));
    expect(ended).toHaveLength(1);
  });

  it('does not pretend to be signed out when the server did not hear it', async () => {
    const left = vi.spyOn(leave, 'to').mockReturnValue();
    answer('get', '/auth/session', signedInAs('practitioner'));
    answer('post', '/auth/sign-out', Response.error());
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    answer('get', '/api/today/sessions', SESSIONS);
    answer('get', '/api/today/attendance', UNCLEAR);
    answer('get', '/api/absences', ABSENCES);
    const { user } = renderStaff('/');

    await user.click(await screen.findByRole('button', { name: 'Sign out' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('could not be reached');
    expect(left).not.toHaveBeenCalled();
  });
});
