import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ANNA, BEN, detailOf, listOf, ROB, SLOTS, SUMMARY, TONY } from '@/features/leads/SomeLeads';
import { renderStaff } from '@/test/renderApp';
import { answer, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const PATH = `/api/people/${ANNA.personId}/slots`;

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [TONY, ROB], practitioners: [] });
  answer('get', '/api/leads/summary', SUMMARY);
  answer('get', '/api/leads', listOf(ANNA, BEN));
  answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
  answer('post', '/api/leads/:id/presence', { others: [], again: 10 });
  answer('post', '/api/leads/:id/presence/end', null);
});

const atAnna = () => renderStaff(`/leads?person=${ANNA.personId}`);
const slots = async () => within(await screen.findByRole('region', { name: 'Times to offer' }));

describe('the times to offer', () => {
  it('each say when, with whom and why, in the zone of the practice', async () => {
    answer('get', PATH, SLOTS);

    atAnna();

    const time = (await (await slots()).findByText('Sat 28 Nov, 3:30pm')).closest('li');
    expect(time).toHaveTextContent('Their usual day and hour');
    expect(time).toHaveTextContent('with Dr Lee · Session · 50 minutes · bookable in Acuity');
    expect(screen.queryByText(/Check before offering/)).toBeNull();
  });

  it('are not looked up before someone is opened, since each look is logged', async () => {
    const asked = answer('get', PATH, SLOTS);
    const { user } = renderStaff('/leads');
    await screen.findByRole('row', { name: /Anna Rivera/ });

    expect(asked).toHaveLength(0);
    await user.keyboard('{Enter}');

    await (await slots()).findByText('Sat 28 Nov, 3:30pm');
    expect(asked).toHaveLength(1);
  });

  it('are not looked up for someone who asked not to be contacted', async () => {
    const contact = { ...detailOf(ANNA).contact, doNotContact: true };
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA, { contact }));
    const asked = answer('get', PATH, SLOTS);

    atAnna();

    expect(await screen.findByText(/Do not contact/)).toBeVisible();
    expect(asked).toHaveLength(0);
  });

  it('say that they are being looked for', async () => {
    neverAnswer('get', PATH);

    atAnna();

    expect(await (await slots()).findByText('Looking for times in Acuity')).toBeVisible();
  });

  it('are to be checked first where Acuity could not confirm them all', async () => {
    const [sure] = SLOTS.items;
    const unsure = { ...sure, startsAt: '2026-11-25T15:00:00Z', bookable: false };
    const items = [sure, { ...unsure, sentence: { key: 'slot.soonest', values: {} } }];
    answer(
      'get',
      PATH,
      { ...SLOTS, state: 'check-before-offering', causeKey: 'slots.rate-limited', items },
      SLOTS,
    );
    const { user } = atAnna();

    const region = await slots();
    expect(await region.findByText(/Check before offering\. Acuity asks us to slow down/)).toBeVisible();
    expect(region.getByText('Wed 25 Nov, 10:00am').closest('li')).toHaveTextContent('check before offering');
    await user.click(region.getByRole('button', { name: 'Look again' }));

    await vi.waitFor(() => expect(region.queryByText(/Check before offering/)).toBeNull());
  });

  it('say why there are none', async () => {
    answer('get', PATH, { ...SLOTS, causeKey: 'slots.nothing-free', items: [] });

    atAnna();

    expect(await (await slots()).findByText(/Nothing is free with their practitioner/)).toBeVisible();
  });

  it('say why they could not be looked up, and can be asked for again', async () => {
    answer('get', PATH, { ...SLOTS, state: 'cannot-load', causeKey: 'slots.key-refused', items: [] }, SLOTS);
    const { user } = atAnna();

    const region = await slots();
    expect(
      await region.findByText(/Times could not be looked up. Acuity does not take our user id and key/),
    ).toBeVisible();
    await user.click(region.getByRole('button', { name: 'Look again' }));

    expect(await region.findByText('Sat 28 Nov, 3:30pm')).toBeVisible();
  });

  it('leave the rest of the evidence in place when our own server fails', async () => {
    answer('get', PATH, problem(500, 'unexpected'));

    atAnna();

    expect(await (await slots()).findByRole('alert')).toHaveTextContent('req-7');
    expect(screen.getByRole('heading', { name: 'What was done' })).toBeVisible();
  });
});
