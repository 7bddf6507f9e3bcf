import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { ANA, EVERYBODY, FAMILY, matches, RECORDS } from '@/features/people/SomePeople';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/people', EVERYBODY);
  answer('get', '/api/matches', matches(FAMILY));
  answer('post', '/api/people/search', { hits: [], more: false });
});

it('lists everybody, with the way to them and to the pairs that wait', async () => {
  renderStaff('/people');

  const list = within(await screen.findByRole('list', { name: 'People' }));
  expect(list.getByRole('link', { name: 'Ana Reyes' })).toHaveAttribute('href', `/people/${ANA}`);
  expect(await screen.findByRole('link', { name: 'Matches: 1 to check' })).toBeVisible();
  expect(document.title).toBe('People · Hot Leads');
});

it('parts a record from a person only after a second word', async () => {
  answer('get', `/api/people/${ANA}/records`, RECORDS);
  const asked = answer('post', `/api/people/${ANA}/records/${RECORDS.items[1]?.id}/split`, undefined);
  const { user } = renderStaff('/people');

  await user.click(await screen.findByRole('button', { name: /^Records.*Ana Reyes$/ }));
  await user.click(await screen.findByRole('button', { name: /^This is someone else.*Zoho$/ }));
  expect(asked).toHaveLength(0);
  expect(screen.getByText(/gets a person of its own/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Part them' }));

  expect(asked).toHaveLength(1);
});

it('says that nobody was found, and clears', async () => {
  const { user } = renderStaff('/people');

  await user.type(await screen.findByRole('searchbox'), 'nobody');
  expect(await screen.findByRole('heading', { name: 'Nobody found' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear' }));

  expect(await screen.findByRole('link', { name: 'Ana Reyes' })).toBeVisible();
});

it('says what failed and offers to try again', async () => {
  answer('get', '/api/people', problem(500, 'unexpected'));
  renderStaff('/people');

  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});

it('is empty at first', async () => {
  answer('get', '/api/people', { hits: [] });
  renderStaff('/people');

  expect(await screen.findByRole('heading', { name: 'Nobody yet' })).toBeVisible();
});
