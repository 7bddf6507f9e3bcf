import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { DECIDED, FAMILY, matches } from '@/features/people/SomePeople';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const DECISION = `/api/matches/${FAMILY.id}/decision`;

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/matches', matches(FAMILY));
});

it('shows both side by side with what agrees, and what that may mean', async () => {
  renderStaff('/people/matches');

  const pair = within(await screen.findByRole('region', { name: 'Ana Reyes and Ben Reyes' }));
  expect(pair.getByRole('heading')).toHaveTextContent('Likely two of one family');
  expect(pair.getByText('Agrees: e-mail. Differs: name')).toBeVisible();
  expect(pair.getAllByText('home@example.org')).toHaveLength(2);
  expect(pair.getByText(/1 record in Zoho/)).toBeVisible();
});

it('decides with what was seen, and says so', async () => {
  const asked = answer('post', DECISION, undefined);
  const { user } = renderStaff('/people/matches');

  await user.click(await screen.findByRole('button', { name: 'Different people' }));

  expect(await screen.findByText('Kept apart: Ana Reyes and Ben Reyes')).toBeVisible();
  expect(asked).toEqual([{ verdict: 'different', decisions: 0 }]);
});

it('says that somebody else was quicker', async () => {
  answer('post', DECISION, problem(409, 'decided-meanwhile'));
  const { user } = renderStaff('/people/matches');

  await user.click(await screen.findByRole('button', { name: 'Same person' }));

  expect(await screen.findByText(/Somebody decided this pair meanwhile/)).toBeVisible();
});

it('takes a decision back', async () => {
  answer('get', '/api/matches', matches(FAMILY), matches(DECIDED));
  const asked = answer('post', `/api/matches/${DECIDED.id}/decision`, undefined);
  const { user } = renderStaff('/people/matches');

  await user.click(await screen.findByRole('button', { name: 'Decided' }));
  await user.click(await screen.findByRole('button', { name: 'They are different people' }));

  expect(asked).toEqual([{ verdict: 'different', decisions: 1 }]);
});

it('says when nothing waits', async () => {
  answer('get', '/api/matches', matches());
  renderStaff('/people/matches');

  expect(await screen.findByText('No matches to check.')).toBeVisible();
});

it('changes the text itself when names are off', async () => {
  const { user } = renderStaff('/people/matches');
  await screen.findByRole('region', { name: 'Ana Reyes and Ben Reyes' });

  await user.keyboard('{Shift>}P{/Shift}');

  expect(await screen.findByRole('region', { name: 'AR and BR' })).toBeVisible();
  expect(screen.queryByText('home@example.org')).toBeNull();
});
