import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const WREN = {
  calendarId: 7,
  practitioner: 'Wren Fableton',
  hours: [{ weekday: 1, fromMinute: 540, untilMinute: 1440 }],
  version: 3,
};
const HOURS = { asOf: '2026-11-24T14:00:00Z', zone: 'America/New_York', items: [WREN] };
const SAVE = '/api/calendar/7/hours';

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/calendar/hours', HOURS);
});

const form = () => screen.findByRole('form', { name: 'Wren Fableton' });

it('saves a week whole, with the version that was shown, and says where days away are told', async () => {
  const saved = answer('post', SAVE, {});
  const { user } = renderStaff('/settings/hours');

  const wren = within(await form());
  expect(within(screen.getByRole('main')).getByRole('link', { name: 'Today' })).toHaveAttribute(
    'href',
    '/today',
  );
  expect(wren.getByLabelText('Monday, from')).toHaveValue('09:00');
  await user.click(wren.getByRole('button', { name: 'Add hours on Tuesday' }));
  await user.click(wren.getByRole('button', { name: 'Save hours of Wren Fableton' }));

  expect(await screen.findByText('Saved.')).toBeVisible();
  expect(saved).toEqual([
    {
      version: 3,
      hours: [
        { weekday: 1, fromMinute: 540, untilMinute: 1440 },
        { weekday: 2, fromMinute: 540, untilMinute: 1020 },
      ],
    },
  ]);
});

it('says beside each field what is wrong, and sends nothing', async () => {
  const saved = answer('post', SAVE, {});
  const { user } = renderStaff('/settings/hours');

  const wren = within(await form());
  await user.click(wren.getByRole('button', { name: 'Add hours on Monday' }));
  await user.click(wren.getByRole('button', { name: /^Save/ }));

  expect(wren.getByText('These hours lie over others of the same day.')).toBeVisible();
  expect(saved).toHaveLength(0);
});

it('keeps what was typed when somebody else was faster', async () => {
  answer('post', SAVE, problem(409, 'changed-meanwhile'));
  const { user } = renderStaff('/settings/hours');

  const wren = within(await form());
  await user.click(wren.getByRole('button', { name: 'Add hours on Sunday' }));
  await user.click(wren.getByRole('button', { name: /^Save/ }));

  expect(await wren.findByText(/Somebody changed this meanwhile/)).toBeVisible();
  expect(wren.getByLabelText('Sunday, from')).toHaveValue('09:00');
});
