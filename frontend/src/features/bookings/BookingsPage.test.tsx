import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { leave } from '@/api/session';
import { renderPortal } from '@/test/renderApp';
import { answer, done, problem } from '@/test/server';
import { answerAsClient, BOOKINGS } from '@/test/SomePortal';

const region = (name: string) => screen.findByRole('region', { name });

describe('bookings', () => {
  it('stand in the own zone, with the practice’s beside it', async () => {
    answerAsClient();
    answer('get', '/api/me/bookings', BOOKINGS);
    renderPortal('/portal/bookings');

    const upcoming = await region('Upcoming');
    expect(within(upcoming).getByText('Tue 1 Dec, 8:30pm')).toBeVisible();
    expect(within(upcoming).getByText('Tue 1 Dec, 3:30pm where your practice is')).toBeVisible();
    expect(within(await region('Past')).getAllByRole('listitem')).toHaveLength(1);
    expect(within(await region('Cancelled')).getByText('Cancelled Mon 16 Nov, 11:00am')).toBeVisible();
  });

  it('can be joined from a quarter of an hour before, and not earlier', async () => {
    const left = vi.spyOn(leave, 'to').mockReturnValue();
    answerAsClient();
    answer('get', '/api/me/bookings', BOOKINGS);
    answer('post', '/api/me/bookings/3/join', { address: 'https://meet.example.org/room/3' });
    const { user } = renderPortal('/portal/bookings');

    await user.click(await screen.findByRole('button', { name: 'Join' }));

    await waitFor(() => expect(left).toHaveBeenCalledWith('https://meet.example.org/room/3'));
    expect(screen.getByText('You can join from Tue 1 Dec, 8:15pm.')).toBeVisible();
  });

  it('go into the phone’s calendar by a file of the server', async () => {
    answerAsClient();
    answer('get', '/api/me/bookings', BOOKINGS);
    renderPortal('/portal/bookings');

    expect(
      await screen.findByRole('link', { name: 'Add the session of Tue 1 Dec, 8:30pm to your calendar' }),
    ).toHaveAttribute('href', '/api/me/bookings/4/calendar');
  });

  it('are changed at Acuity, and wait for its word', async () => {
    const left = vi.spyOn(leave, 'to').mockReturnValue();
    answerAsClient();
    const waiting = {
      ...BOOKINGS,
      items: BOOKINGS.items.map((each) => (each.id === 4 ? { ...each, waiting: true } : each)),
    };
    answer('get', '/api/me/bookings', BOOKINGS, waiting, BOOKINGS);
    answer('post', '/api/me/bookings/4/change', { address: 'https://acuity.example.org/page' });
    const ended = answer('post', '/api/me/bookings/4/change/end', done());
    const { user } = renderPortal('/portal/bookings');

    await user.click(
      await screen.findByRole('button', { name: 'Change or cancel the session of Tue 1 Dec, 8:30pm' }),
    );
    await waitFor(() => expect(left).toHaveBeenCalledWith('https://acuity.example.org/page'));
    expect(await screen.findByText('Waiting for Acuity to confirm')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'I changed nothing' }));

    await waitFor(() => expect(screen.queryByText('Waiting for Acuity to confirm')).toBeNull());
    expect(ended).toHaveLength(1);
  });

  it('say when Acuity does not answer', async () => {
    answerAsClient();
    answer('get', '/api/me/bookings', BOOKINGS);
    answer('post', '/api/me/bookings/4/change', problem(503, 'acuity-away'));
    const { user } = renderPortal('/portal/bookings');

    await user.click(
      await screen.findByRole('button', { name: 'Change or cancel the session of Tue 1 Dec, 8:30pm' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent('Acuity does not answer just now');
  });

  it('offer the booking page when none is ahead', async () => {
    answerAsClient();
    answer('get', '/api/me/bookings', { ...BOOKINGS, items: [] });
    renderPortal('/portal/bookings');

    expect(await screen.findByText('No upcoming session.')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Book' })).toHaveAttribute(
      'href',
      'https://book.example.org/schedule.php?owner=1',
    );
  });

  it('give the practice’s telephone when they cannot be loaded', async () => {
    answerAsClient();
    answer('get', '/api/me/bookings', problem(503, 'busy'));
    renderPortal('/portal/bookings');

    expect(await screen.findByText(/We could not refresh/)).toBeVisible();
    expect(await screen.findByRole('link', { name: /555-0199/ })).toBeVisible();
  });
});
