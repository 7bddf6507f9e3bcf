import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { leave } from '@/api/session';
import { renderPortal } from '@/test/renderApp';
import { answer, done } from '@/test/server';
import { answerAsClient, PERMISSIONS } from '@/test/SomePortal';

describe('me', () => {
  it('sets how we may reach them, and says that it is in force', async () => {
    answerAsClient();
    answer('get', '/api/me/permissions', PERMISSIONS);
    const sent = answer('post', '/api/me/permissions', { ...PERMISSIONS, phone: 'refused' });
    const { user } = renderPortal('/portal/me');

    const calls = await screen.findByRole('group', { name: 'Calls' });
    await user.click(within(calls).getByRole('radio', { name: 'No' }));
    await user.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);

    expect(await screen.findByText('Saved, and in force.')).toBeVisible();
    expect(sent).toEqual([{ ...PERMISSIONS, phone: 'refused' }]);
  });

  it('never shows as in force what did not arrive', async () => {
    answerAsClient();
    answer('get', '/api/me/permissions', PERMISSIONS);
    answer('post', '/api/me/permissions', Response.error());
    const { user } = renderPortal('/portal/me');

    const calls = await screen.findByRole('group', { name: 'Calls' });
    await user.click(within(calls).getByRole('radio', { name: 'No' }));
    await user.click(screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement);

    expect(await screen.findByText(/Not saved: what was in force before still is/)).toBeVisible();
    expect(screen.queryByText('Saved, and in force.')).toBeNull();
    await user.click(
      within(screen.getByRole('group', { name: 'Voicemail' })).getByRole('radio', { name: 'Yes' }),
    );
    expect(screen.getByText(/Not saved: what was in force before still is/)).toBeVisible();
  });

  it('shows who has seen the record when asked, in words of theirs', async () => {
    answerAsClient();
    answer('get', '/api/me/permissions', PERMISSIONS);
    answer('get', '/api/me/views', {
      zone: 'America/New_York',
      items: [
        {
          accountId: '0b8f7d52-0000-4000-8000-000000000002',
          name: 'Tony',
          role: 'admin',
          part: 'list',
          firstAt: '2026-11-23T14:00:00Z',
          lastAt: '2026-11-23T16:00:00Z',
          times: 3,
        },
      ],
    });
    const { user } = renderPortal('/portal/me');

    await user.click(await screen.findByRole('button', { name: 'Show who has seen it' }));

    expect(await screen.findByText(/Tony, admin: an overview with your name in it, 3 times/)).toBeVisible();
  });

  it('says when nobody has', async () => {
    answerAsClient();
    answer('get', '/api/me/permissions', PERMISSIONS);
    answer('get', '/api/me/views', { zone: 'America/New_York', items: [] });
    const { user } = renderPortal('/portal/me');

    await user.click(await screen.findByRole('button', { name: 'Show who has seen it' }));

    expect(await screen.findByText('Nobody has opened your record yet.')).toBeVisible();
  });

  it('takes another zone and a larger text, kept by the practice', async () => {
    answerAsClient();
    answer('get', '/api/me/permissions', PERMISSIONS);
    const sent = answer('post', '/api/me/settings', done());
    const { user } = renderPortal('/portal/me');

    await user.selectOptions(await screen.findByLabelText('Text size'), 'large');
    await user.click(screen.getAllByRole('button', { name: 'Save' }).at(-1) as HTMLElement);

    await waitFor(() => expect(sent).toEqual([{ zone: 'Europe/London', textSize: 'large' }]));
    expect(JSON.stringify({ ...localStorage })).toBe('{}');
  });

  it('signs out, forgetting what the browser kept of the pages first', async () => {
    const left = vi.spyOn(leave, 'to').mockReturnValue();
    const forgotten: string[] = [];
    vi.stubGlobal('caches', {
      keys: () => Promise.resolve(['portal-shell-1']),
      delete: (name: string) => Promise.resolve(forgotten.push(name) > 0),
    });
    answerAsClient();
    answer('get', '/api/me/permissions', PERMISSIONS);
    answer('post', '/auth/sign-out', done());
    const { user } = renderPortal('/portal/me');

    await user.click(await screen.findByRole('button', { name: 'Sign out' }));

    await waitFor(() => expect(left).toHaveBeenCalledWith('/portal'));
    expect(forgotten).toEqual(['portal-shell-1']);
  });

  it('asks to be erased after saying what it means, and takes it back', async () => {
    answerAsClient();
    answer('get', '/api/me/permissions', PERMISSIONS);
    answer('get', '/api/me/erasure', {}, { askedAt: '2026-11-24T14:00:00Z' }, {});
    const asked = answer('post', '/api/me/erasure', done());
    const taken = answer('post', '/api/me/erasure/withdraw', done());
    const { user } = renderPortal('/portal/me');

    await user.click(await screen.findByRole('button', { name: 'Ask to be erased…' }));
    expect(screen.getByText(/nobody can bring your record back/)).toBeVisible();
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Ask for it' }));
    await user.click(await screen.findByRole('button', { name: 'Take it back' }));

    expect(await screen.findByRole('button', { name: 'Ask to be erased…' })).toBeVisible();
    expect(asked).toHaveLength(1);
    expect(taken).toHaveLength(1);
  });
});
