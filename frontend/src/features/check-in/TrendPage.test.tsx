import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderPortal } from '@/test/renderApp';
import { answer, done, problem } from '@/test/server';
import { answerAsClient, TREND } from '@/test/SomePortal';

describe('the trend', () => {
  it('is a chart whose points are spoken, and the same in words', async () => {
    answerAsClient();
    answer('get', '/api/me/check-ins', TREND);
    const { user } = renderPortal('/portal/trend');

    const last = await screen.findByRole('img', { name: 'Tue 24 Nov, 2:00pm: 4 of 10' });
    expect(screen.getByText('Lower than your usual this week.')).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'Your check-ins' })).getAllByRole('listitem'),
    ).toHaveLength(4);
    last.focus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('img', { name: 'Mon 16 Nov, 9:00am: 7 of 10' })).toHaveFocus();
  });

  it('has no scores, streaks or words of the staff', async () => {
    answerAsClient();
    answer('get', '/api/me/check-ins', TREND);
    renderPortal('/portal/trend');

    await screen.findByText('A long night');

    expect(document.body).not.toHaveTextContent(/score|streak|lead\b|hot\b|funnel/i);
  });

  it('says how it begins', async () => {
    answerAsClient();
    answer('get', '/api/me/check-ins', { ...TREND, days: 365, thisWeek: undefined, items: [] });
    renderPortal('/portal/trend?days=365');

    expect(await screen.findByText('Your first check-in starts your trend.')).toBeVisible();
  });

  it('lets an entry be changed for a day, and no other', async () => {
    answerAsClient();
    answer('get', '/api/me/check-ins', TREND);
    const sent = answer('post', `/api/me/check-ins/${TREND.items[3]?.id}/change`, {});
    const { user } = renderPortal('/portal/trend');

    await screen.findByText('A long night');
    expect(screen.getAllByRole('button', { name: /Change your check-in/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Change your check-in of Tue 24 Nov, 2:00pm' }));
    await user.selectOptions(screen.getByLabelText(/Your answer, 1/), '6');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('button', { name: /Change your check-in/ })).toBeVisible();
    expect(sent).toEqual([{ answer: 6, note: 'A long night' }]);
  });

  it('removes an entry only after asking', async () => {
    answerAsClient();
    answer('get', '/api/me/check-ins', TREND, { ...TREND, items: TREND.items.slice(0, 3) });
    const removed = answer('post', `/api/me/check-ins/${TREND.items[3]?.id}/remove`, done());
    const { user } = renderPortal('/portal/trend');

    await user.click(await screen.findByRole('button', { name: /Remove your check-in/ }));
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    expect(removed).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove' }));

    await screen.findByRole('region', { name: 'Your check-ins' });
    expect(removed).toHaveLength(1);
  });

  it('says when it cannot be loaded', async () => {
    answerAsClient();
    answer('get', '/api/me/check-ins', problem(503, 'busy'));
    renderPortal('/portal/trend');

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
