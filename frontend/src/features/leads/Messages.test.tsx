import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ANNA, BOOKING_LINK, detailOf, listOf, ROB, SLOTS, SUMMARY, TONY } from '@/features/leads/SomeLeads';
import { renderStaff } from '@/test/renderApp';
import { answer } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [TONY, ROB], practitioners: [] });
  answer('get', '/api/leads/summary', SUMMARY);
  answer('get', '/api/leads', listOf(ANNA));
  answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
  answer('get', '/api/people/:id/slots', SLOTS);
  answer('post', '/api/leads/:id/presence', { others: [], again: 10 });
  answer('post', '/api/leads/:id/presence/end', null);
});

function open() {
  const rendered = renderStaff(`/leads?person=${ANNA.personId}`);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  return { ...rendered, write };
}

describe("the practice's messages", () => {
  it('are filled in for this person and copied, and nothing is sent', async () => {
    const { user, write } = open();
    await screen.findByText('Sat 28 Nov, 3:30pm');

    await user.click(await screen.findByRole('button', { name: 'Offer times' }));

    expect(await screen.findByText('Copied: Offer times. Nothing was sent.')).toBeVisible();
    expect(write).toHaveBeenCalledWith(
      expect.stringMatching(
        new RegExp(`^Hello Anna Rivera, this is .+\\. Free with Dr Lee: Sat 28 Nov, 3:30pm\\. Or: `),
      ),
    );
    expect(write.mock.calls[0]?.[0]).toContain(BOOKING_LINK);
  });

  it('are not copied with a gap in them', async () => {
    answer('get', '/api/people/:id/slots', { ...SLOTS, items: [] });
    const { user, write } = open();

    await user.click(await screen.findByRole('button', { name: 'Offer times' }));

    expect(await screen.findByText('Not copied: there are no times to put in.')).toBeVisible();
    expect(write).not.toHaveBeenCalled();
  });

  it('are not there while names are off, nor for whom nobody may contact', async () => {
    const { user } = open();
    await screen.findByRole('button', { name: 'Offer times' });

    await user.keyboard('{Shift>}P{/Shift}');

    expect(screen.queryByRole('button', { name: 'Offer times' })).toBeNull();
  });

  it('come with a word when it is not the hour to call', async () => {
    const contact = { ...detailOf(ANNA).contact, opensAt: '2026-11-25T14:00:00Z' };
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA, { contact }));
    open();

    expect(await screen.findByText(/Calls begin again Wed 25 Nov, 9:00am/)).toBeVisible();
  });
});
