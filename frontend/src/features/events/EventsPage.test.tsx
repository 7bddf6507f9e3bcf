import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import {
  AS_OF,
  CANCELLED,
  detailOf,
  eventId,
  FAILED,
  pageOf,
  REFUSED,
  someEvent,
  someReplay,
  ZONE,
} from '@/features/events/SomeEvents';
import { FakeEventSource } from '@/test/FakeEventSource';
import { renderStaff } from '@/test/renderApp';
import { answer, created, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const rowOf = (name: string) => screen.findByRole('row', { name: new RegExp(name) });
const reports = (...items: object[]) => ({ asOf: AS_OF, zone: ZONE, items });
const pane = () => screen.getByRole('complementary', { name: 'One event' });

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
});

describe('the inbox', () => {
  it('shows action, booking, state in words, lag, tries and when it is tried next', async () => {
    answer('get', '/api/events', pageOf(CANCELLED, FAILED, REFUSED));
    renderStaff('/events');

    const handled = await rowOf('Cancelled, booking 399682883');
    const failed = await rowOf('Booked, booking 399682882');
    const refused = await rowOf('17 deliveries with a wrong signature');

    expect(handled).toHaveTextContent('Processed');
    expect(handled).toHaveTextContent('0.4 seconds');
    expect(failed).toHaveTextContent('Failed');
    expect(failed).toHaveTextContent('Next try 9:01am');
    expect(failed).toHaveTextContent('slow down; nothing is lost');
    expect(within(failed).getByRole('cell', { name: '4' })).toBeVisible();
    expect(refused).toHaveTextContent('Rejected');
    expect(within(refused).queryByRole('link')).toBeNull();
  });

  it('is found in the rail behind the scenes', async () => {
    answer('get', '/api/events', pageOf(CANCELLED));
    renderStaff('/events');

    expect(await screen.findByRole('link', { name: 'Events' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByText('Behind the scenes')).toBeVisible();
    expect(document.title).toBe('Events · Hot Leads');
  });

  it('asks the server for what is chosen and keeps it in the address', async () => {
    answer('get', '/api/events', pageOf(CANCELLED, FAILED), pageOf(FAILED));
    const { user, search } = renderStaff('/events');
    await rowOf('Cancelled');

    await user.selectOptions(screen.getByLabelText('State'), 'Failed');

    await waitFor(() => expect(screen.queryByText(/booking 399682883/)).toBeNull());
    expect(search()).toEqual({ state: 'failed' });
    expect(screen.getByLabelText('State')).toHaveFocus();
  });

  it('says which filter found nothing, and clears it', async () => {
    answer('get', '/api/events', pageOf(), pageOf(CANCELLED));
    const { user } = renderStaff('/events?state=failed&booking=12');

    expect(await screen.findByText('None is Failed, booking 12.')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);

    expect(await rowOf('Cancelled')).toBeVisible();
  });

  it('refuses a booking number that is none, beside its field', async () => {
    answer('get', '/api/events', pageOf(CANCELLED));
    const { user } = renderStaff('/events');
    await rowOf('Cancelled');

    await user.type(screen.getByLabelText('Booking number'), 'Anna');

    expect(screen.getByLabelText('Booking number')).toHaveAccessibleDescription(/digits only/);
  });

  it('shows the address to paste in Acuity before anything has come', async () => {
    answer('get', '/api/events', pageOf());
    renderStaff('/events');

    expect(await screen.findByText('No events yet')).toBeVisible();
    expect(screen.getByText(`${window.location.origin}/webhooks/acuity`)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy the address' })).toBeVisible();
  });

  it('loads older ones when asked', async () => {
    answer('get', '/api/events', { ...pageOf(CANCELLED), next: eventId(3) }, pageOf(FAILED));
    const { user } = renderStaff('/events');
    await rowOf('Cancelled');

    await user.click(screen.getByRole('button', { name: 'Show older events' }));

    expect(await rowOf('Booked')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show older events' })).toBeNull();
  });

  it('keeps what has just come above the list until it is asked for', async () => {
    answer('get', '/api/events', pageOf(CANCELLED), pageOf(someEvent(5, { action: 'changed' }), CANCELLED));
    const { user } = renderStaff('/events');
    await rowOf('Cancelled');

    act(() => FakeEventSource.newest.sendChange());
    const pill = await screen.findByRole('button', { name: '1 new · show' });
    expect(screen.queryByText(/booking 399682885/)).toBeNull();
    await user.click(pill);

    expect(await rowOf('Changed, booking 399682885')).toBeVisible();
  });

  it('keeps the list, dated, and turns replay off with its reason when it cannot be refreshed', async () => {
    answer('get', '/api/events', pageOf(CANCELLED), problem(503, 'busy'));
    renderStaff('/events');
    await rowOf('Cancelled');

    act(() => FakeEventSource.newest.sendChange());

    expect(await screen.findByRole('alert')).toHaveTextContent('The list below is as of 9:00am');
    expect(await rowOf('Cancelled')).toBeVisible();
    const replay = screen.getByRole('button', { name: 'Replay what failed' });
    expect(replay).toHaveAttribute('aria-disabled', 'true');
    expect(replay).toHaveAccessibleDescription(/cannot be refreshed/);
  });

  it('shows skeleton rows while it loads', async () => {
    neverAnswer('get', '/api/events');
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderStaff('/events');
    await screen.findByRole('heading', { name: 'Events' });

    await act(() => vi.advanceTimersByTimeAsync(200));

    expect(screen.getAllByTestId('skeleton').length).toBeGreaterThan(3);
  });
});

describe('one event', () => {
  it('shows what came, what we fetched, what changed and which reasons it made, and nobody', async () => {
    answer('get', '/api/events', pageOf(CANCELLED));
    answer('get', `/api/events/${CANCELLED.id}`, detailOf(CANCELLED));
    const { user, search } = renderStaff('/events');

    await user.click(await screen.findByRole('link', { name: /Cancelled, booking/ }));

    expect(await within(pane()).findByText('What Acuity sent')).toBeVisible();
    expect(within(pane()).getAllByText('Hidden')).toHaveLength(3);
    expect(within(pane()).getByText(/Thu 26 Nov, 3:30pm/)).toBeVisible();
    expect(within(pane()).getByText('Cancelled and not rebooked')).toBeVisible();
    expect(within(pane()).getByText('34.0 points')).toBeVisible();
    expect(within(pane()).getByRole('link', { name: 'Open this person in Leads' })).toBeVisible();
    expect(search()).toEqual({ event: CANCELLED.id });
  });

  it('reveals only for a reason', async () => {
    answer('get', '/api/events', pageOf(CANCELLED));
    answer('get', `/api/events/${CANCELLED.id}`, detailOf(CANCELLED));
    const sent = answer('post', `/api/events/${CANCELLED.id}/reveal`, detailOf(CANCELLED, 'Anna'));
    const { user } = renderStaff(`/events?event=${CANCELLED.id}`);

    await user.click(await screen.findByRole('button', { name: 'Reveal what is hidden' }));
    await user.click(screen.getByRole('button', { name: 'Reveal and log it' }));
    expect(screen.getByLabelText('Why do you need to see it?')).toHaveAccessibleDescription(/Say why/);
    expect(sent).toHaveLength(0);
    await user.type(screen.getByLabelText('Why do you need to see it?'), 'They say it is wrong');
    await user.click(screen.getByRole('button', { name: 'Reveal and log it' }));

    expect((await within(pane()).findAllByText(/Anna/)).length).toBeGreaterThan(0);
    expect(sent).toEqual([{ reason: 'They say it is wrong' }]);
    await user.keyboard('{Shift>}P{/Shift}');
    expect(pane()).not.toHaveTextContent('Anna');
  });

  it('returns to its row when it is closed', async () => {
    answer('get', '/api/events', pageOf(CANCELLED));
    answer('get', `/api/events/${CANCELLED.id}`, detailOf(CANCELLED));
    const { user } = renderStaff(`/events?event=${CANCELLED.id}`);

    await user.click(await screen.findByRole('button', { name: 'Back to the list' }));

    await waitFor(() => expect(screen.getByRole('link', { name: /Cancelled, booking/ })).toHaveFocus());
  });

  it('says why an event that names no booking cannot be replayed', async () => {
    const kept = someEvent(4, { state: 'kept', action: 'order-completed' });
    answer('get', '/api/events', pageOf(kept));
    answer('get', `/api/events/${kept.id}`, { event: kept, sent: [] });
    renderStaff(`/events?event=${kept.id}`);

    expect(await screen.findByRole('button', { name: 'Replay this event' })).toHaveAccessibleDescription(
      /nothing to replay/,
    );
  });
});

describe('replay', () => {
  it('of one event starts with a dry run and runs only when told to', async () => {
    answer('get', '/api/events', pageOf(FAILED));
    answer('get', `/api/events/${FAILED.id}`, { event: FAILED, sent: [] });
    const asked = answer('post', '/api/replays', created(someReplay({ state: 'trying', tried: 0 })));
    answer('get', `/api/replays/${eventId(9)}`, someReplay(), someReplay({ state: 'done', handled: 1 }));
    const run = answer('post', `/api/replays/${eventId(9)}/run`, someReplay({ state: 'running' }));
    const { user } = renderStaff(`/events?event=${FAILED.id}`);

    await user.click(await screen.findByRole('button', { name: 'Replay this event' }));
    const dialog = await screen.findByRole('dialog', { name: 'Replay' });
    expect(
      await within(dialog).findByText('Would change 1 booking and 2 scores; sends nothing.'),
    ).toBeVisible();
    expect(asked).toEqual([{ eventId: FAILED.id }]);
    expect(run).toHaveLength(0);
    await user.click(within(dialog).getByRole('button', { name: 'Run the replay' }));

    expect(await within(dialog).findByText('Done: 1 booking looked at again.')).toBeVisible();
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Replay this event' })).toHaveFocus());
  });

  it('of all that failed asks since when', async () => {
    answer('get', '/api/events', pageOf(FAILED));
    const asked = answer('post', '/api/replays', created(someReplay({ bookings: 0, tried: 0 })));
    const { user } = renderStaff('/events');

    await user.click(await screen.findByRole('button', { name: 'Replay what failed' }));
    await user.click(await screen.findByRole('button', { name: 'Start the dry run' }));

    expect(await screen.findByText('Nothing has failed since then. There is nothing to do.')).toBeVisible();
    expect(asked).toEqual([{ since: '2026-11-23T14:00:00.000Z' }]);
    expect(screen.queryByRole('button', { name: 'Run the replay' })).toBeNull();
  });

  it('says when it waits for Acuity, what was skipped and what is unclear', async () => {
    answer('get', '/api/events', pageOf(FAILED));
    answer(
      'get',
      `/api/replays/${eventId(9)}`,
      someReplay({
        state: 'running',
        bookings: 3,
        handled: 1,
        skipped: 1,
        nextTryAt: '2026-11-24T14:05:00Z',
      }),
    );
    renderStaff(`/events?replay=${eventId(9)}`);

    expect(await screen.findByText('1 of 3 bookings looked at again.')).toBeVisible();
    expect(screen.getByText(/next try 9:05am/)).toBeVisible();
    expect(screen.getByText('1 had worked already and was skipped.')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('value', '2');
  });
});

describe('the comparison with Acuity', () => {
  const night = {
    id: eventId(1),
    kind: 'nightly',
    state: 'whole',
    from: '2026-10-25',
    to: '2027-03-24',
    askedAt: '2026-11-24T07:00:00Z',
    startedAt: '2026-11-24T07:00:00Z',
    windows: 11,
    windowsRead: 11,
    same: 812,
    underWay: 0,
    missing: 0,
    different: 0,
    extra: 0,
  };

  beforeEach(() => {
    answer('get', '/api/connections/sweeps', {
      asOf: '2026-11-24T14:00:00Z',
      zone: 'America/New_York',
      items: [],
    });
  });

  it('shows what comparing with the other providers found, and why one could not be', async () => {
    answer('get', '/api/sweeps', reports(night));
    const sweep = { source: 'zoom', state: 'whole', startedAt: '2026-11-24T08:20:00Z', skipped: 0 };
    const times = { from: '2026-10-27T08:00:00Z', to: '2026-11-24T08:00:00Z' };
    answer('get', '/api/connections/sweeps', {
      asOf: '2026-11-24T14:00:00Z',
      zone: 'America/New_York',
      items: [
        { ...sweep, ...times, id: eventId(4), same: 9, missing: 1, different: 2, extra: 0 },
        { ...sweep, id: eventId(5), source: 'zoho', same: 3, missing: 0, different: 0, extra: 0 },
        {
          ...sweep,
          id: eventId(6),
          source: 'google',
          practitioner: 'Dana',
          state: 'stopped',
          causeKey: 'google.permission-withdrawn',
        },
      ],
    });
    const asked = answer('post', '/api/connections/zoho/sweep', {});
    const { user } = renderStaff('/events/compared');

    const rows = within(await screen.findByRole('region', { name: 'Zoom, Zoho and Google' }));
    expect(await rows.findByText('3 differences')).toBeVisible();
    expect(rows.getByText('All there are')).toBeVisible();
    expect(rows.getByText(/^Google has withdrawn our permission/)).toBeVisible();
    await user.click(rows.getByRole('button', { name: /Compare Zoho/ }));
    expect(asked).toHaveLength(1);
  });

  it('counts nights and differences, and none of a night that was not compared whole', async () => {
    const stopped = { ...night, id: eventId(2), state: 'stopped', causeCode: 'timed-out' };
    answer('get', '/api/sweeps', reports(night, { ...night, id: eventId(3) }, stopped));
    renderStaff('/events/compared');

    expect(await screen.findByText(/2 nights, 0 differences/)).toBeVisible();
    expect(screen.getByText('1 night could not be compared whole.')).toBeVisible();
    expect((await screen.findAllByText('Sun 25 Oct to Wed 24 Mar 2027'))[0]).toBeVisible();
  });

  it('shows which bookings differed, each with the way to its events', async () => {
    const found = { ...night, missing: 1 };
    answer('get', '/api/sweeps', reports(found));
    answer('get', `/api/sweeps/${found.id}`, {
      sweep: found,
      differences: [{ appointmentId: 399682887, kind: 'missing' }],
    });
    const { user } = renderStaff('/events/compared');

    await user.click(await screen.findByRole('link', { name: /^Show which differed at \w{3} \d+ \w{3}, / }));

    expect(await screen.findByText('missing here until then')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Booking 399682887' })).toHaveAttribute(
      'href',
      '/events?booking=399682887',
    );
  });

  it('is started by hand, and says so when one runs already', async () => {
    answer('get', '/api/sweeps', reports(night));
    const asked = answer('post', '/api/sweeps', problem(409, 'sweep-running'));
    const { user } = renderStaff('/events/compared');

    await user.click(await screen.findByRole('button', { name: 'Compare now' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('running already');
    expect(asked).toHaveLength(1);
  });
});
