import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { renderPortal } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { answerAsClient, PERMISSIONS } from '@/test/SomePortal';

const EXPORT = {
  id: '00000000-0000-4000-8000-0000000000e1',
  mine: true,
  askedAt: '2026-11-24T14:00:00Z',
};
const READY = { ...EXPORT, state: 'ready', goneAt: '2026-11-25T14:00:00Z' };

function withExports(...items: object[]) {
  answerAsClient();
  answer('get', '/api/me/permissions', PERMISSIONS);
  answer('get', '/api/me/exports', { items });
}

async function opened() {
  const { user } = renderPortal('/portal/me');
  await user.click(await screen.findByRole('button', { name: 'See or prepare the file' }));
  return user;
}

describe('download my data', () => {
  it('asks for the file and says that it is being made', async () => {
    withExports();
    answer('post', '/api/me/exports', { ...EXPORT, state: 'asked' });
    const user = await opened();

    const ask = await screen.findByRole('button', { name: 'Prepare the file' });
    answer('get', '/api/me/exports', { items: [{ ...EXPORT, state: 'making' }] });
    await user.click(ask);

    expect(await screen.findByText(/The file is being made/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Prepare/ })).toBeNull();
  });

  it('hands it over once, and then says that it is no longer kept', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }));
    withExports(READY);
    const sent = answer('post', `/api/me/exports/${EXPORT.id}/download`, {});
    const user = await opened();

    const download = await screen.findByRole('button', { name: 'Download' });
    answer('get', '/api/me/exports', { items: [{ ...EXPORT, state: 'downloaded' }] });
    await user.click(download);

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(await screen.findByText(/Downloaded, and no longer kept/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Prepare it again' })).toBeVisible();
  });

  it('says when somebody was faster, and what to do', async () => {
    withExports(READY);
    answer('post', `/api/me/exports/${EXPORT.id}/download`, problem(410, 'export-gone'));
    const user = await opened();

    await user.click(await screen.findByRole('button', { name: 'Download' }));

    expect(await screen.findByText(/was downloaded already, or its 24 hours are over/)).toBeVisible();
  });

  it('says why there is none, and can be asked again', async () => {
    withExports({ ...EXPORT, state: 'failed', cause: 'no-room' });
    await opened();

    expect(await screen.findByText(/no room left on the server/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Prepare it again' })).toBeVisible();
  });
});
