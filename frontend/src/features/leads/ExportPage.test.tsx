import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ANNA, AS_OF, BEN, ROB, SUMMARY, TONY } from '@/features/leads/SomeLeads';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const EXPORTED = {
  asOf: AS_OF,
  zone: 'America/New_York',
  by: TONY.id,
  privacy: 'names',
  whole: true,
  items: [ANNA, BEN],
};

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [TONY, ROB], practitioners: [] });
  answer('get', '/api/leads/summary', SUMMARY);
  vi.stubGlobal('print', vi.fn());
});

describe('the list on paper', () => {
  it('is asked for by a click alone, and printed whole with words', async () => {
    const asked = answer('get', '/api/leads/export', EXPORTED);
    const { user } = renderStaff('/leads/export?band=hot');
    expect(await screen.findByText(/To contact: Band: Hot/)).toBeVisible();
    expect(asked).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Print' }));

    const sheet = within(await screen.findByRole('table'));
    expect(sheet.getByRole('rowheader', { name: 'Anna Rivera' })).toBeVisible();
    expect(sheet.getByText(/The booking was cancelled, not rebooked/)).toBeVisible();
    expect(sheet.getByText(/2 people/)).toBeVisible();
    expect(window.print).toHaveBeenCalledTimes(1);
  });

  it('says when the list goes on', async () => {
    answer('get', '/api/leads/export', { ...EXPORTED, whole: false });
    const { user } = renderStaff('/leads/export');

    await user.click(await screen.findByRole('button', { name: 'Print' }));

    expect(await screen.findByText(/The list goes on beyond these/)).toBeVisible();
  });

  it('holds what this screen shows of names, and says so', async () => {
    const { user } = renderStaff('/leads/export');
    expect(await screen.findByText('Names will stand in it.')).toBeVisible();

    await user.keyboard('{Shift>}P{/Shift}');

    expect(screen.getByText('Initials will stand in it, as on this screen.')).toBeVisible();
    expect(screen.getByText(/Printed by .+ Initials only\./)).toBeInTheDocument();
  });

  it('says what failed', async () => {
    answer('get', '/api/leads/export', problem(500, 'unexpected'));
    const { user } = renderStaff('/leads/export');

    await user.click(await screen.findByRole('button', { name: 'Print' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('req-7');
    expect(screen.queryByRole('table')).toBeNull();
  });
});
