import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { CARD } from '@/features/access/SomeAccess';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';
import { answerWithEmptyList } from '@/test/SomeList';

const NO_CARD = { resets: [], noticesMailed: true };

function afterTheSetUp(approvals: object) {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/resets', approvals as never);
  answerWithEmptyList();
  return renderStaff('/set-up');
}

describe('the card of a new practice', () => {
  it('is asked for as soon as its first administrator is set up, and shown once', async () => {
    const made = answer('post', '/auth/admin/card', { card: 'K7QM-2313-ABCD' });
    const { user, path } = afterTheSetUp(NO_CARD);

    await user.click(await screen.findByRole('button', { name: 'Make the card' }));
    expect(await screen.findByText('K7QM-2313-ABCD')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'I have printed it' }));

    await waitFor(() => expect(path()).toBe('/leads'));
    expect(made).toHaveLength(1);
    expect(screen.queryByText('K7QM-2313-ABCD')).toBeNull();
  });

  it('can wait: Access goes on asking', async () => {
    const { user, path } = afterTheSetUp(NO_CARD);

    await user.click(await screen.findByRole('button', { name: 'Not now' }));

    await waitFor(() => expect(path()).toBe('/leads'));
  });

  it('is asked of nobody where there is one', async () => {
    const { path } = afterTheSetUp({ ...NO_CARD, card: CARD });

    await waitFor(() => expect(path()).toBe('/leads'));
  });

  it("stays in nobody's way when it cannot be made", async () => {
    answer('post', '/auth/admin/card', problem(503, 'busy'));
    const { user, path } = afterTheSetUp(NO_CARD);

    await user.click(await screen.findByRole('button', { name: 'Make the card' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('too much going on');
    await user.click(screen.getByRole('button', { name: 'Not now' }));

    await waitFor(() => expect(path()).toBe('/leads'));
  });
});
