import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const SESSIONS = {
  kind: 'sessions',
  years: 7,
  isDefault: true,
  usualYears: 7,
  fewestYears: 1,
  mostYears: 50,
  going: [
    { what: 'bookings', count: 3 },
    { what: 'meetings', count: 0 },
  ],
};

function open(...kinds: object[]) {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/settings/retention', { kinds, trailYearsAtLeast: 6 });
  return renderStaff('/settings/retention');
}

describe('retention', () => {
  it('names the default as one, and says what goes this month', async () => {
    open(SESSIONS);

    const part = await screen.findByRole('region', { name: 'Sessions and attendance' });
    expect(within(part).getByText(/every practice starts with 7 years/)).toBeVisible();
    expect(within(part).getByText('By the end of this month: 3 sessions.')).toBeVisible();
    expect(screen.getByText(/Kept for good, and so for at least 6 years/)).toBeVisible();
  });

  it('shows what another number would mean before it can be saved', async () => {
    const { user } = open(SESSIONS);
    const previewed = answer('post', '/api/settings/retention/preview', [{ what: 'bookings', count: 41 }]);
    const sent = answer('post', '/api/settings/retention', { ...SESSIONS, years: 5 });

    const years = await screen.findByRole('textbox', { name: 'Years' });
    await user.clear(years);
    await user.type(years, '5');

    expect(await screen.findByText('With 5 years, by the end of this month: 41 sessions.')).toBeVisible();
    expect(previewed).toEqual([{ kind: 'sessions', years: 5 }]);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(sent).toEqual([{ kind: 'sessions', years: 5, before: 7 }]);
  });

  it('saves nothing it could not count', async () => {
    const { user } = open(SESSIONS);
    answer('post', '/api/settings/retention/preview', problem(500, 'unknown'));

    const years = await screen.findByRole('textbox', { name: 'Years' });
    await user.clear(years);
    await user.type(years, '5');

    expect(await screen.findByText(/Something went wrong on our side/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('says of a number that is none what would be one', async () => {
    const { user } = open(SESSIONS);

    const years = await screen.findByRole('textbox', { name: 'Years' });
    await user.clear(years);
    await user.type(years, '0');

    expect(await screen.findByText('A whole number from 1 to 50.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});
