import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { OTIS, someCalendar, someColumn, someSession, WREN } from '@/features/calendar/SomeCalendar';
import { renderStaff } from '@/test/renderApp';
import { answer, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const API = '/api/calendar';
const WEEK = '/calendar?date=2026-11-24&calendar=4038201';

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', API, someCalendar());
});

it('shows a week of sessions by name and busy times without a title', async () => {
  renderStaff(WEEK);

  const tuesday = within(await screen.findByRole('region', { name: 'Tue 24 Nov, Wren Fableton' }));
  expect(tuesday.getByRole('link', { name: /Ada Applewhistle/ })).toHaveTextContent('3:30pm to 4:20pm');
  expect(tuesday.getByText('Busy')).toBeVisible();
  expect(tuesday.getByText('12:00pm to 1:00pm')).toBeVisible();
  expect(screen.getByText('Mon 23 Nov to Sun 29 Nov')).toBeVisible();
  expect(document.title).toBe('Calendar · Hot Leads');
});

it('begins with the first calendar there is where none is named', async () => {
  renderStaff('/calendar?date=2026-11-24');

  expect(await screen.findByRole('region', { name: 'Tue 24 Nov, Wren Fableton' })).toBeVisible();
});

it('says the same in a list, where everything can be done too', async () => {
  answer('get', API, someCalendar([someColumn({ sessions: [someSession({ google: 'none' })] })]));
  const asked = answer('post', '/api/calendar/sessions/399682887/google', {});
  const { user } = renderStaff(`${WEEK}&as=list`);

  const row = within((await screen.findByText('Ada Applewhistle')).closest('li') ?? document.body);
  expect(row.getByText('Not in Google yet')).toBeVisible();
  await user.click(row.getByRole('button', { name: 'Add to Google' }));

  expect(asked).toHaveLength(1);
});

it('shows Sending and then Saved, or why not', async () => {
  const { savedAt: _, ...unsaved } = someSession({ google: 'sending' });
  answer('get', API, someCalendar([someColumn({ sessions: [unsaved] })]), someCalendar());
  renderStaff(`${WEEK}&as=list`);

  expect(await screen.findByText('Sending to Google')).toBeVisible();
  expect(await screen.findByText(/^Saved in Google/, {}, { timeout: 4000 })).toBeVisible();
});

it('says why an event is not saved and offers to try again', async () => {
  answer(
    'get',
    API,
    someCalendar([
      someColumn({
        sessions: [someSession({ google: 'not-saved', causeKey: 'google.permission-withdrawn' })],
      }),
    ]),
  );
  renderStaff(`${WEEK}&as=list`);

  expect(await screen.findByText(/Not saved in Google. Google has withdrawn our permission/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
});

it('lists what a person has to decide above the grid', async () => {
  answer(
    'get',
    API,
    someCalendar([
      someColumn({
        conflicts: [
          {
            kind: 'moved-in-google',
            bookingId: 399_682_887,
            from: '2026-11-24T20:30:00Z',
            until: '2026-11-24T21:20:00Z',
            elsewhere: '2026-11-25T15:00:00Z',
          },
        ],
      }),
    ]),
  );
  renderStaff(WEEK);

  const conflicts = within(await screen.findByRole('region', { name: '1 conflict to decide' }));
  expect(
    conflicts.getByText(/was moved in Google to Wed 25 Nov, 10:00am. Acuity was not changed/),
  ).toBeVisible();
  expect(conflicts.getByRole('button', { name: 'Move back in Google' })).toBeEnabled();
});

it('calls a calendar that cannot be read unknown and shows no busy times as if they were all', async () => {
  answer(
    'get',
    API,
    someCalendar([
      someColumn({
        google: {
          state: 'action-needed',
          fetchedTo: '2026-11-23T14:12:00Z',
          causeKey: 'google.permission-withdrawn',
        },
      }),
    ]),
  );
  renderStaff(WEEK);

  expect(
    await screen.findByText(/Wren Fableton: Google has withdrawn our permission.*unknown, not free/),
  ).toBeVisible();
  const tuesday = within(screen.getByRole('region', { name: 'Tue 24 Nov, Wren Fableton' }));
  expect(tuesday.getByText('Unknown, not free')).toBeVisible();
  expect(tuesday.queryByText('Busy')).not.toBeInTheDocument();
});

it('moves by half hours with the arrow keys and speaks where it is', async () => {
  const { user } = renderStaff(WEEK);
  const monday = await screen.findByRole('region', { name: 'Mon 23 Nov, Wren Fableton' });
  within(monday)
    .getByRole('button', { name: /Mon 23 Nov, 9:00am, Wren Fableton: nothing/ })
    .focus();

  await user.keyboard('{ArrowRight}');
  for (let i = 0; i < 13; i++) await user.keyboard('{ArrowDown}');

  await waitFor(() =>
    expect(document.activeElement).toHaveAccessibleName(
      'Tue 24 Nov, 3:30pm, Wren Fableton: session with Ada Applewhistle',
    ),
  );
});

it('shows a day with a column for each calendar', async () => {
  answer(
    'get',
    API,
    someCalendar([someColumn(), someColumn({ id: OTIS, practitioner: 'Otis Marzipan', sessions: [] })]),
  );
  renderStaff('/calendar?date=2026-11-24&view=day');

  expect(await screen.findByRole('region', { name: 'Wren Fableton, Wren Fableton' })).toBeVisible();
  expect(screen.getByRole('region', { name: 'Otis Marzipan, Otis Marzipan' })).toBeVisible();
});

it('draws 25 hours when clocks go back, and says so', async () => {
  answer('get', API, someCalendar([someColumn({ sessions: [], busy: [], hours: [] })]));
  renderStaff('/calendar?date=2026-11-01&calendar=4038201');

  const sunday = within(await screen.findByRole('region', { name: 'Sun 1 Nov, Wren Fableton' }));
  expect(sunday.getByText('25 hours: clocks change')).toBeVisible();
});

it('says what is free when nothing is booked', async () => {
  answer('get', API, someCalendar([someColumn({ sessions: [], busy: [] })]));
  renderStaff(WEEK);

  expect(await screen.findByText(/Nothing booked this week. Free: Mon 23 Nov/)).toBeVisible();
});

it('shows the lines of the grid before the answer is there', async () => {
  neverAnswer('get', API);
  renderStaff(WEEK);

  expect(await screen.findByRole('group', { name: /The week, by half hours/ })).toBeVisible();
});

it('says what failed and keeps the rest of the page', async () => {
  answer('get', API, problem(500, 'unexpected'));
  renderStaff(WEEK);

  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Calendar' })).toBeVisible();
});

it('leads a practitioner to their own calendar', async () => {
  answer('get', '/auth/session', signedInAs('practitioner'));
  answer('get', API, someCalendar([someColumn()], { choice: [{ id: WREN, practitioner: 'Wren Fableton' }] }));
  renderStaff(WEEK);

  expect(await screen.findByRole('link', { name: 'Calendar' })).toBeVisible();
  expect(screen.queryByLabelText('Whose')).not.toBeInTheDocument();
});
