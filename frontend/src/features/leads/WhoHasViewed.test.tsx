import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { ANNA, BEN, detailOf, listOf, ROB, SLOTS, SUMMARY, TONY } from '@/features/leads/SomeLeads';
import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const PATH = `/api/people/${ANNA.personId}/views`;
const VIEWING = {
  accountId: ROB.id,
  name: 'Rob',
  role: 'admin',
  part: 'record',
  firstAt: '2026-11-24T13:00:00Z',
  lastAt: '2026-11-24T13:30:00Z',
  times: 3,
};

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [TONY, ROB], practitioners: [] });
  answer('get', '/api/leads/summary', SUMMARY);
  answer('get', '/api/leads', listOf(ANNA, BEN));
  answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
  answer('get', `/api/people/${ANNA.personId}/slots`, SLOTS);
  answer('post', '/api/leads/:id/presence', { others: [], again: 10 });
  answer('post', '/api/leads/:id/presence/end', null);
});

async function opened() {
  const { user } = renderStaff(`/leads?person=${ANNA.personId}`);
  const region = within(await screen.findByRole('region', { name: 'Who has viewed' }));
  await user.click(region.getByRole('button', { name: 'Show who has viewed' }));
  return { user, region };
}

describe('who has viewed a person', () => {
  it('is not looked up before someone asks, since that is a logged view too', async () => {
    const asked = answer('get', PATH, { zone: 'America/New_York', items: [] });

    renderStaff(`/leads?person=${ANNA.personId}`);
    await screen.findByRole('region', { name: 'Who has viewed' });

    expect(asked).toHaveLength(0);
  });

  it('says who in which role saw which part, how often and when', async () => {
    answer('get', PATH, {
      zone: 'America/New_York',
      items: [
        VIEWING,
        { ...VIEWING, accountId: TONY.id, name: 'Tony', part: 'list', times: 1 },
        { ...VIEWING, accountId: '00000000-0000-4000-8000-0000000000ff', name: undefined, part: 'times' },
      ],
    });

    const { region } = await opened();

    const rows = await region.findAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Rob, admin: the record, 3 times');
    expect(rows[0]).toHaveTextContent(/8:00am to .*8:30am/);
    expect(rows[1]).toHaveTextContent(/^You, admin: the list/);
    expect(rows[1]).not.toHaveTextContent('times');
    expect(rows[2]).toHaveTextContent('a colleague, admin: times to offer');
  });

  it('shows older ones on demand', async () => {
    const older = { ...VIEWING, firstAt: '2026-11-01T13:00:00Z', lastAt: '2026-11-01T13:30:00Z' };
    const asked = answer(
      'get',
      PATH,
      { zone: 'America/New_York', items: [VIEWING], next: VIEWING.accountId },
      { zone: 'America/New_York', items: [older] },
    );
    const { user, region } = await opened();

    await user.click(await region.findByRole('button', { name: 'Show older' }));

    expect(await region.findAllByRole('listitem')).toHaveLength(2);
    expect(asked).toHaveLength(2);
    expect(region.queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('says what failed and can be tried again', async () => {
    answer('get', PATH, problem(503, 'core-away'));

    const { region } = await opened();

    expect(await region.findByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
