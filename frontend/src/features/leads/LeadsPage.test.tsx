import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import {
  ANNA,
  AS_OF,
  BEN,
  CARA,
  detailOf,
  listOf,
  ROB,
  someReason,
  SLOTS,
  SUMMARY,
  TONY,
} from '@/features/leads/SomeLeads';
import { FakeEventSource } from '@/test/FakeEventSource';
import { renderStaff } from '@/test/renderApp';
import { answer, created, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const rowOf = (name: string) => screen.findByRole('row', { name: new RegExp(name) });
const namesInOrder = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('link')
    .map((link) => link.textContent);

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [TONY, ROB], practitioners: [] });
  answer('get', '/api/leads/summary', SUMMARY);
  answer('post', '/api/leads/:id/presence', { others: [], again: 10 });
  answer('post', '/api/leads/:id/presence/end', null);
  answer('get', '/api/people/:id/slots', SLOTS);
});

describe('the list', () => {
  it('names the view that is shown where the filters are folded away', async () => {
    answer('get', '/api/leads', listOf(ANNA));
    renderStaff('/leads?view=new-hot');

    expect(await screen.findByRole('button', { name: 'Newly hot (1)' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('shows each person with rank, rounded score, band in words and the top two reasons', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN));
    renderStaff('/leads');

    const anna = await rowOf('Anna Rivera');

    expect(within(anna).getByText('46')).toBeVisible();
    expect(within(anna).getByText('Hot')).toBeVisible();
    expect(within(anna).getByText(/The booking was cancelled, not rebooked/)).toHaveTextContent('Sat 21 Nov');
    expect(within(anna).getByText(/Past their usual rhythm of 7 days/)).toBeVisible();
    expect(within(anna).queryByText(/at most/)).toBeNull();
    expect(anna).toHaveTextContent('Waiting for 3 days');
    expect(anna).toHaveTextContent('With Dr Lee');
    // 32.5 points: half goes up.
    expect(within(await rowOf('Ben Okafor')).getByText('33')).toBeVisible();
  });

  it('says what was altered and is left out, and shows everyone else', async () => {
    const unopened = { count: 2, reference: '7d9f3c52-0000-4000-8000-000000000001' };
    answer('get', '/api/leads', { ...listOf(ANNA), unopened });
    renderStaff('/leads');

    expect(await rowOf('Anna Rivera')).toBeVisible();
    const said = screen.getByText(/2 stored values cannot be opened/);
    expect(said).toHaveTextContent('7d9f3c52-0000-4000-8000-000000000001');
  });

  it('never says that a person cancelled', async () => {
    answer('get', '/api/leads', listOf(ANNA, CARA));
    renderStaff('/leads');

    await rowOf('Cara');

    expect(document.body).not.toHaveTextContent(/they cancelled|no-show/i);
  });

  it('tells screen readers how long it is and where each row stands', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN));
    renderStaff('/leads');

    const ben = await rowOf('Ben Okafor');

    expect(screen.getByRole('grid', { name: 'People to contact next' })).toHaveAttribute(
      'aria-rowcount',
      '3',
    );
    expect(ben).toHaveAttribute('aria-rowindex', '3');
  });

  it('marks a reason whose source is late, and says how far the source has been read', async () => {
    const late = { ...CARA, reasons: CARA.reasons.map((reason) => ({ ...reason, sourceLate: true })) };
    const freshness = [{ source: 'acuity', state: 'late', fetchedTo: '2026-11-24T12:00:00Z' }];
    answer('get', '/api/leads', { ...listOf(late), freshness });
    renderStaff('/leads');

    const cara = await rowOf('Cara');

    expect(cara).toHaveTextContent('Source is late: check before calling.');
    expect(screen.getByText(/Bookings late: only to 7:00am/)).toBeVisible();
  });

  it('loads the next page when the end comes near', async () => {
    answer('get', '/api/leads', { ...listOf(ANNA), next: 'p2' }, listOf(BEN));
    renderStaff('/leads');

    expect(await rowOf('Ben Okafor')).toBeVisible();
    expect(namesInOrder()).toEqual(['Anna Rivera', 'Ben Okafor']);
  });

  it('keeps names out of the title and changes them with the privacy key', async () => {
    answer('get', '/api/leads', listOf(ANNA));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');

    await user.keyboard('{Shift>}P{/Shift}');
    expect(await rowOf('A. R.')).toBeVisible();
    await user.keyboard('{Shift>}P{/Shift}');
    expect(await rowOf('Name hidden')).toBeVisible();

    expect(document.body).not.toHaveTextContent('Rivera');
    expect(document.title).toBe('Leads · Hot Leads');
  });
});

describe('other states', () => {
  it('shows nothing at first, then skeleton rows, then that it is still loading', async () => {
    neverAnswer('get', '/api/leads');
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderStaff('/leads');
    await screen.findByRole('heading', { name: 'Leads' });
    expect(screen.queryAllByTestId('skeleton')).toHaveLength(0);

    await act(() => vi.advanceTimersByTimeAsync(150));
    expect(screen.getAllByTestId('skeleton')).toHaveLength(12);

    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(screen.getByText('Still loading')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeVisible();
  });

  it('says that nobody needs a call', async () => {
    answer('get', '/api/leads', listOf());
    renderStaff('/leads');

    expect(await screen.findByText('Nobody needs a call right now')).toBeVisible();
  });

  it('does not claim good news before anything was fetched', async () => {
    const freshness = [{ source: 'acuity', state: 'not-run-yet' }];
    answer('get', '/api/leads', { ...listOf(), freshness });
    renderStaff('/leads');

    expect(await screen.findByText('No bookings have been fetched yet')).toBeVisible();
    expect(screen.getByText('Bookings not fetched yet')).toBeVisible();
  });

  it('gives a failed first load a reference number and another try', async () => {
    answer('get', '/api/leads', problem(500, 'unexpected'), listOf(ANNA));
    const { user } = renderStaff('/leads');

    expect(await screen.findByRole('alert')).toHaveTextContent('req-7');
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await rowOf('Anna Rivera')).toBeVisible();
  });

  it('keeps the old list, dated, when a newer one cannot be had', async () => {
    answer('get', '/api/leads', listOf(ANNA), problem(503, 'busy'));
    renderStaff('/leads');
    await rowOf('Anna Rivera');

    act(() => FakeEventSource.newest.sendChange());

    expect(await screen.findByRole('alert')).toHaveTextContent('The list below is as of 9:00am.');
    expect(await rowOf('Anna Rivera')).toBeVisible();
  });

  it('leads to the sign-in page, saying why, when the session has ended', async () => {
    answer('get', '/auth/session', signedInAs('admin'), { state: 'signed-out' });
    answer('get', '/api/leads', problem(401, 'signed-out'));
    renderStaff('/leads');

    expect(await screen.findByText('You were signed out. Sign in to go on.')).toBeVisible();
  });
});

describe('live changes', () => {
  it('appear at once on a list that nobody is touching, and are announced', async () => {
    answer('get', '/api/leads', listOf(BEN), listOf(ANNA, BEN));
    renderStaff('/leads');
    await rowOf('Ben Okafor');

    act(() => FakeEventSource.newest.sendChange());

    expect(await rowOf('Anna Rivera')).toHaveTextContent('The booking was cancelled');
    expect(namesInOrder()).toEqual(['Anna Rivera', 'Ben Okafor']);
    expect(screen.getByText('The list has changed: 1 person.')).toBeInTheDocument();
  });

  it('wait behind a pill while someone works on the list, until R is pressed', async () => {
    answer('get', '/api/leads', listOf(BEN), listOf(ANNA, BEN));
    const { user } = renderStaff('/leads');
    await rowOf('Ben Okafor');
    await user.keyboard('j');

    act(() => FakeEventSource.newest.sendChange());
    expect(await screen.findByRole('button', { name: '1 change · press R' })).toBeVisible();
    expect(namesInOrder()).toEqual(['Ben Okafor']);

    await user.keyboard('r');
    expect(namesInOrder()).toEqual(['Anna Rivera', 'Ben Okafor']);
    expect(screen.queryByRole('button', { name: /change/ })).toBeNull();
  });

  it('wait as long as someone reads with the focus on a row', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answer('get', '/api/leads', listOf(BEN), listOf(ANNA));
    const { user } = renderStaff('/leads');
    await rowOf('Ben Okafor');
    await user.keyboard('j');

    await act(() => vi.advanceTimersByTimeAsync(60_000));
    act(() => FakeEventSource.newest.sendChange());

    expect(await screen.findByRole('button', { name: /changes? · press R/ })).toBeVisible();
    expect(namesInOrder()).toEqual(['Ben Okafor']);
  });

  it('appear at once when the hands have been elsewhere for a while', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answer('get', '/api/leads', listOf(BEN), listOf(ANNA));
    const { user } = renderStaff('/leads');
    await rowOf('Ben Okafor');
    await user.keyboard('j');
    act(() => screen.getByRole('combobox', { name: 'Owner' }).focus());

    await act(() => vi.advanceTimersByTimeAsync(11_000));
    act(() => FakeEventSource.newest.sendChange());

    expect(await rowOf('Anna Rivera')).toBeVisible();
  });

  it('make no pill when only tenths have faded', async () => {
    const faded = {
      ...BEN,
      scoreTenths: 326,
      reasons: [someReason('R1', 326, BEN.reasons[0]?.sentence.values ?? {})],
    };
    const calls = answer('get', '/api/leads', listOf(BEN), listOf(faded));
    const { user } = renderStaff('/leads');
    await rowOf('Ben Okafor');
    await user.keyboard('j');

    act(() => FakeEventSource.newest.sendChange());
    await waitFor(() => expect(calls).toHaveLength(2));

    expect(screen.queryByRole('button', { name: /change/ })).toBeNull();
  });

  it('are checked for by the page itself while the stream is away', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answer('get', '/api/leads', listOf(BEN), listOf(ANNA, BEN));
    renderStaff('/leads');
    await rowOf('Ben Okafor');

    act(() => FakeEventSource.newest.breakOff());
    await act(() => vi.advanceTimersByTimeAsync(4_000));
    expect(screen.getByText('Live updates paused, checking every 30 s')).toBeVisible();

    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(await rowOf('Anna Rivera')).toBeVisible();

    act(() => FakeEventSource.newest.open());
    expect(screen.queryByText(/Live updates paused/)).toBeNull();
  });

  it('are listened for again after the server has refused the stream', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answer('get', '/api/leads', listOf(BEN));
    renderStaff('/leads');
    await rowOf('Ben Okafor');

    act(() => FakeEventSource.newest.breakOff(FakeEventSource.CLOSED));
    await act(() => vi.advanceTimersByTimeAsync(30_000));

    expect(FakeEventSource.opened).toHaveLength(2);
  });
});

describe('the evidence', () => {
  it('opens with Enter and adds up in front of the reader', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN));
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
    const { user, search } = renderStaff('/leads');
    await rowOf('Anna Rivera');

    await user.keyboard('{Enter}');
    const pane = screen.getByRole('complementary', { name: 'Evidence' });

    expect(await within(pane).findByText('25.3')).toBeVisible();
    expect(within(pane).getByText('5.9')).toBeVisible();
    expect(within(pane).getByText('14.9')).toBeVisible();
    expect(within(pane).getByText('46.1')).toBeVisible();
    expect(within(pane).getByText('Sum, shown as 46')).toBeVisible();
    expect(within(pane).getByText(/Cancelled Sat 21 Nov, 9:30am, 6 hours before/)).toBeVisible();
    expect(within(pane).getAllByText(/Goes away with any future booking/)).toHaveLength(3);
    expect(search()).toEqual({ person: ANNA.personId });
  });

  it('says what is allowed before the number, and shows no address that may not be used', async () => {
    answer('get', '/api/leads', listOf(ANNA));
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
    const { user } = renderStaff('/leads');
    await user.click(await rowOf('Anna Rivera'));

    const card = await screen.findByRole('region', { name: 'How to reach them' });

    expect(card.textContent?.indexOf('Phone: permission not asked yet')).toBeLessThan(
      card.textContent?.indexOf('+1 555') ?? 0,
    );
    expect(card).toHaveTextContent('E-mail: do not use');
    expect(card).not.toHaveTextContent('person@example.org');
  });

  it('says why someone with an old link is no longer on the list', async () => {
    const gone = detailOf(CARA, {
      placement: {
        state: 'off-the-list',
        causes: [{ key: 'booked', values: { startsAt: '2026-11-26T15:00:00Z' } }],
      },
    });
    answer('get', '/api/leads', listOf(ANNA));
    answer('get', `/api/leads/${CARA.personId}`, gone);
    renderStaff(`/leads?person=${CARA.personId}`);

    expect(await screen.findByText(/Not on the list: booked Thu 26 Nov, 10:00am/)).toBeVisible();
  });
});

describe('an outcome', () => {
  const path = `/api/leads/${ANNA.personId}/outcomes`;

  it('is logged with O and a digit, the person leaves, and the next row has the focus', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN), listOf(BEN));
    const sent = answer('post', path, created({ id: 'out-1', recordVersion: 4 }));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');

    await user.keyboard('o');
    await screen.findByRole('dialog', { name: 'Outcome for Anna Rivera' });
    await user.keyboard('3');

    expect(await screen.findByText('Left message: Anna Rivera')).toBeVisible();
    expect(sent).toEqual([{ kind: 'left-message', recordVersion: 3 }]);
    await waitFor(() => expect(namesInOrder()).toEqual(['Ben Okafor']));
    await waitFor(async () => expect(await rowOf('Ben Okafor')).toHaveFocus());
  });

  it('moves only that person when they stay on the list', async () => {
    const lower = { ...ANNA, scoreTenths: 161, band: 'watch' as const, recordVersion: 4 };
    answer('get', '/api/leads', listOf(ANNA, BEN, CARA), listOf(BEN, lower, CARA));
    answer('post', path, created({ id: 'out-1', recordVersion: 4 }));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');

    await user.keyboard('o');
    await user.click(await screen.findByRole('button', { name: /Left message/ }));

    await waitFor(() => expect(namesInOrder()).toEqual(['Ben Okafor', 'Anna Rivera', 'Cara Whitfield']));
    expect(screen.queryByRole('button', { name: /press R/ })).toBeNull();
  });

  it('can be taken back with Z', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN), listOf(BEN), listOf(ANNA, BEN));
    answer('post', path, created({ id: 'out-1', recordVersion: 4 }));
    const undone = answer('post', `/api/leads/${ANNA.personId}/acts/out-1/undo`, {});
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');
    await user.click(await screen.findByRole('button', { name: /Booked/ }));
    await waitFor(async () => expect(await rowOf('Ben Okafor')).toHaveFocus());

    await user.keyboard('z');

    expect(await rowOf('Anna Rivera')).toBeVisible();
    expect(undone).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });

  it('can be taken back for ten seconds only', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answer('get', '/api/leads', listOf(ANNA, BEN), listOf(BEN));
    answer('post', path, created({ id: 'out-1', recordVersion: 4 }));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');
    await user.click(await screen.findByRole('button', { name: /Booked/ }));
    expect(await screen.findByRole('button', { name: /Undo/ })).toBeVisible();

    await act(() => vi.advanceTimersByTimeAsync(10_000));

    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });

  it('of a call back asks when, on the practice clock', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN), listOf(BEN));
    const sent = answer('post', path, created({ id: 'out-1', recordVersion: 4 }));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');
    await screen.findByRole('dialog');

    await user.keyboard('2');
    fireEvent.change(await screen.findByLabelText('Date'), { target: { value: '2026-11-23' } });
    await user.click(screen.getByRole('button', { name: 'Log call back' }));
    expect(await screen.findByText('Choose a time that is still to come')).toBeVisible();
    expect(sent).toEqual([]);

    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-11-25' } });
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: '15:30' } });
    await user.click(screen.getByRole('button', { name: 'Log call back' }));

    await waitFor(() =>
      expect(sent).toEqual([{ kind: 'call-back', callBackAt: '2026-11-25T20:30:00.000Z', recordVersion: 3 }]),
    );
  });

  it('that clashes with a colleague says what they did, keeps the note, and can be sent again', async () => {
    const newer = { ...ANNA, recordVersion: 4 };
    const clash = { recordVersion: 4, latestKind: 'spoke-not-now', latestAt: AS_OF, latestBy: ROB.id };
    answer('get', '/api/leads', listOf(ANNA, BEN), listOf(newer, BEN));
    const sent = answer(
      'post',
      path,
      problem(409, 'changed-under-you', { ...clash, latestByYou: false }),
      created({ id: 'out-2', recordVersion: 5 }),
    );
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');
    await user.type(await screen.findByLabelText('Note (optional)'), 'Asked for 3pm');

    await user.click(screen.getByRole('button', { name: /Left message/ }));
    expect(await screen.findByText(/changed while you had it open/)).toHaveTextContent(
      'Spoke, not now, by Rob, now',
    );
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('Asked for 3pm');
    expect(await screen.findByRole('row', { name: /Anna Rivera/, hidden: true })).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: /Left message/ }));
    await waitFor(() =>
      expect(sent).toEqual([
        { kind: 'left-message', note: 'Asked for 3pm', recordVersion: 3 },
        { kind: 'left-message', note: 'Asked for 3pm', recordVersion: 4 },
      ]),
    );
  });

  it('does not take digits typed into the note for a choice', async () => {
    answer('get', '/api/leads', listOf(ANNA));
    const sent = answer('post', path, created({ id: 'out-1', recordVersion: 4 }));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');

    await user.type(await screen.findByLabelText('Note (optional)'), '3');

    expect(screen.getByLabelText('Note (optional)')).toHaveValue('3');
    expect(sent).toEqual([]);
  });

  it('that was refused comes back with its note, and the person with it', async () => {
    answer('get', '/api/leads', listOf(ANNA));
    answer('post', path, problem(500, 'unexpected'));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');
    await user.type(await screen.findByLabelText('Note (optional)'), 'Try Monday');

    await user.click(screen.getByRole('button', { name: /Left message/ }));

    expect(await screen.findByRole('alert')).toHaveTextContent('req-7');
    expect(screen.getByLabelText('Note (optional)')).toHaveValue('Try Monday');
    expect(screen.getByRole('row', { name: /Anna Rivera/, hidden: true })).toBeInTheDocument();
  });

  it('waits for a server out of reach, and is sent once it is back', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    answer('get', '/api/leads', listOf(ANNA, BEN), listOf(BEN));
    const sent = answer('post', path, Response.error(), created({ id: 'out-1', recordVersion: 4 }));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');
    await user.click(await screen.findByRole('button', { name: /Left message/ }));

    expect(await screen.findByText(/Not saved yet/)).toBeVisible();
    expect(namesInOrder()).toEqual(['Ben Okafor']);
    await act(() => vi.advanceTimersByTimeAsync(5_000));

    await waitFor(() => expect(sent).toHaveLength(2));
    await waitFor(() => expect(screen.queryByText(/Not saved yet/)).toBeNull());
  });

  it('that waits for the server is taken back without it', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN));
    const sent = answer('post', path, Response.error());
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('o');
    await user.click(await screen.findByRole('button', { name: /Left message/ }));
    await screen.findByText(/Not saved yet/);

    await user.click(screen.getByRole('button', { name: /Undo/ }));

    expect(await rowOf('Anna Rivera')).toBeVisible();
    await waitFor(() => expect(screen.queryByText(/Not saved yet/)).toBeNull());
    expect(sent).toHaveLength(1);
  });

  it('shows at once, before the server has answered', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN));
    neverAnswer('post', path);
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');

    await user.keyboard('o');
    await user.click(await screen.findByRole('button', { name: /Left message/ }));

    await waitFor(() => expect(namesInOrder()).toEqual(['Ben Okafor']));
    expect(screen.getByText('Left message: Anna Rivera')).toBeVisible();
  });
});
