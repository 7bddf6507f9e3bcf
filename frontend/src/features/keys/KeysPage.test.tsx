import { act, screen, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

import { AUTH_KEYS, coreKeys, RUNNING } from '@/features/keys/SomeKeys';
import { renderStaff } from '@/test/renderApp';
import { answer, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const CORE = '/api/keys';
const AUTH = '/auth/admin/keys';
const rowOf = async (name: string) =>
  within((await screen.findByRole('heading', { name, level: 3 })).closest('li') ?? document.body);

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', CORE, coreKeys());
  answer('get', AUTH, AUTH_KEYS);
});

it('says what each key protects and since when it is in force', async () => {
  renderStaff('/settings/keys');

  const search = await rowOf('Search key');

  expect(search.getByText(/Finds people by name/)).toBeVisible();
  expect(search.getByText(/In force since/)).toHaveTextContent('Tue 24 Nov, 8:00am');
  expect(search.getByText('9b070000')).toBeVisible();
  expect(search.getByText(/1,240 records made anew/)).toBeVisible();
  expect(await screen.findByRole('heading', { name: 'E-mail key' })).toBeVisible();
  expect(document.title).toBe('Keys · Hot Leads');
});

it('rotates a key with progress, and the others say why they wait', async () => {
  answer('get', CORE, coreKeys(), coreKeys(RUNNING), coreKeys());
  const asked = answer('post', '/api/keys/search/rotate', RUNNING);
  const { user } = renderStaff('/settings/keys');

  await user.click(await screen.findByRole('button', { name: 'Rotate Search key' }));

  expect(await screen.findByText('310 of 1,240 records')).toBeVisible();
  expect(screen.getByRole('progressbar', { name: 'Rotation of Search key' })).toHaveAttribute('value', '310');
  expect(asked).toHaveLength(1);
  const practice = screen.getByRole('button', { name: 'Rotate Practice key' });
  expect(practice).toBeDisabled();
  expect(practice).toHaveAccessibleDescription(/waits until that has ended/);
  // The other program's keys are its own.
  expect(await screen.findByRole('button', { name: 'Rotate E-mail key' })).toBeEnabled();
  expect(await screen.findByText(/Last rotated/, {}, { timeout: 3000 })).toBeVisible();
  expect(practice).toBeEnabled();
});

it('says why a key is not rotated', async () => {
  answer('post', '/auth/admin/keys/practice/rotate', problem(409, 'keys-not-writable'));
  const { user } = renderStaff('/settings/keys');

  await user.click(await screen.findByRole('button', { name: 'Rotate Account key' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('The new key could not be kept');
});

it('says how many records were left as they are', async () => {
  answer('get', CORE, coreKeys({ ...RUNNING, finishedAt: '2026-11-24T13:00:40Z', leftOut: 3 }));
  renderStaff('/settings/keys');

  expect(await screen.findByText(/3 records do not open any more/)).toBeVisible();
});

it('shows the keys of the program that answers when the other does not', async () => {
  answer('get', AUTH, problem(500, 'unexpected'));
  renderStaff('/settings/keys');

  expect(await screen.findByRole('heading', { name: 'Practice key' })).toBeVisible();
  expect(await screen.findByText('req-7')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

it('shows nothing at first, then skeleton rows', async () => {
  neverAnswer('get', CORE);
  vi.useFakeTimers({ shouldAdvanceTime: true });
  renderStaff('/settings/keys');
  await screen.findByRole('heading', { name: 'Keys', level: 1 });

  await act(() => vi.advanceTimersByTimeAsync(500));
  expect(screen.getAllByTestId('skeleton')).toHaveLength(12);
});

it('is found by the palette and from the trail', async () => {
  answer('get', '/api/audit/chains', { zone: 'America/New_York', chains: [] });
  answer('get', '/api/audit/entries', { zone: 'America/New_York', items: [], signInsMissing: false });
  answer('get', '/auth/admin/staff', { staff: [], practitioners: [] });
  // Whoever types slowly looks for people too.
  answer('post', '/api/people/search', { hits: [], more: false });
  const { user, path } = renderStaff('/audit');

  await user.click(await screen.findByRole('link', { name: 'Keys' }));
  expect(await screen.findByRole('heading', { name: 'Search key' })).toBeVisible();
  await user.click(screen.getAllByRole('link', { name: 'Audit' })[0] ?? document.body);
  await screen.findByRole('heading', { name: 'Audit' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: 'Page, person or act' }), 'keys{Enter}');

  expect(await screen.findByRole('heading', { name: 'Search key' })).toBeVisible();
  expect(path()).toBe('/settings/keys');
});
