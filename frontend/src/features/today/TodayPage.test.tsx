import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { HELP_SETTINGS } from '@/test/SomeHelpNumbers';
import { answer, created, done, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';
import {
  ABSENCE,
  ABSENCES,
  CARE,
  CARE_FACTS,
  CARE_ID,
  CARE_PAGE,
  CONFIRMATIONS,
  FIRST_CONTACTS,
  DANA_ID,
  PRACTITIONERS,
  REBOOKS,
  SESSIONS,
  SUMMARY,
  UNCLEAR,
} from '@/test/SomeToday';

function answerAsPractitioner() {
  answer('get', '/auth/session', signedInAs('practitioner'));
  answer('get', '/api/today/sessions', SESSIONS);
  answer('get', '/api/today/attendance', { ...UNCLEAR, items: [] });
  answer('get', '/api/absences', { ...ABSENCES, items: [] });
}

function answerAsAdmin() {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/leads/summary', SUMMARY);
  answer('get', '/api/rebook-requests', REBOOKS);
  answer('get', '/api/today/confirmations', CONFIRMATIONS);
  answer('get', '/api/today/first-contacts', FIRST_CONTACTS);
  answer('get', '/auth/admin/resets', { resets: [] });
  answer('get', '/api/erasures', { zone: 'America/New_York', items: [], wishes: [] });
  answer('get', '/auth/admin/staff', PRACTITIONERS);
  answer('get', '/api/absences', ABSENCES);
  answer('get', '/api/settings/help-numbers', { ...HELP_SETTINGS, today: '2027-02-23' });
}

const region = (name: string) => screen.findByRole('region', { name });

describe('a quiet morning', () => {
  const nothing = { items: [] };

  it('is said to administrators when nothing waits', async () => {
    answerAsAdmin();
    answer('get', '/api/leads/summary', {
      ...SUMMARY,
      callBacksDue: 0,
      counts: { ...SUMMARY.counts, hot: 0 },
      freshness: [{ source: 'acuity', state: 'on-time' }],
    });
    answer('get', '/api/rebook-requests', { ...REBOOKS, ...nothing });
    answer('get', '/api/today/confirmations', { ...CONFIRMATIONS, ...nothing });
    answer('get', '/api/care', { ...CARE_FACTS, ...nothing });
    renderStaff('/today');

    expect(await screen.findByText('A quiet morning.')).toBeVisible();
  });

  it('is not said while one thing waits, or is not known', async () => {
    answerAsAdmin();
    answer('get', '/api/rebook-requests', problem(500, 'unexpected'));
    answer('get', '/api/care', { ...CARE_FACTS, ...nothing });
    renderStaff('/today');

    expect(await screen.findByText(/3 are due today\. The next: 2/)).toBeVisible();
    expect(screen.queryByText('A quiet morning.')).toBeNull();
  });

  it('is said to a practitioner without sessions or questions', async () => {
    answerAsPractitioner();
    answer('get', '/api/today/sessions', { ...SESSIONS, ...nothing });
    answer('get', '/api/care', { ...CARE_PAGE, ...nothing });
    renderStaff('/today');

    expect(await screen.findByText('A quiet morning.')).toBeVisible();
  });
});

describe("a practitioner's day", () => {
  it('has their sessions with what to know, and whom to answer with the next step', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', CARE_PAGE);
    const { path } = renderStaff('/');

    const care = await region('Care check-ins');
    expect(await within(care).findByText(/A low answer\. They answered 3 of 10/)).toBeVisible();
    expect(within(care).getByText('A long night')).toBeVisible();
    expect(
      within(care).getByText('Next step: speak about it at the next session, Tue 24 Nov, 3:30pm.'),
    ).toBeVisible();
    expect(
      within(await region('Sessions')).getByText('Last session Tue 17 Nov. One booking was cancelled since.'),
    ).toBeVisible();
    expect(path()).toBe('/today');
  });

  it('is theirs alone: no page of the admins is offered, nor drawn', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    const { path } = renderStaff('/leads');

    await screen.findByText('No care check-ins wait.');

    expect(path()).toBe('/today');
    expect(screen.queryByRole('link', { name: 'Leads' })).toBeNull();
    expect(screen.getByRole('link', { name: 'My clients' })).toBeVisible();
  });

  it('takes "I have this" and what was done', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', CARE_PAGE, { ...CARE_PAGE, items: [{ ...CARE, state: 'acknowledged' }] });
    const taken = answer('post', `/api/care/${CARE_ID}/acknowledge`, done());
    const closed = answer('post', `/api/care/${CARE_ID}/close`, done());
    const { user } = renderStaff('/today');

    await user.click(await screen.findByRole('button', { name: 'I have this: Kim Made-up' }));
    expect(await screen.findByText(/You have this/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Done: Kim Made-up' }));
    await user.selectOptions(screen.getByLabelText('What did you do?'), 'left-message');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() => expect(closed).toEqual([{ step: 'left-message' }]));
    expect(taken).toHaveLength(1);
  });

  it('goes on with what can be loaded', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', problem(503, 'busy'));
    renderStaff('/today');

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await screen.findByText(/Last session Tue 17 Nov/)).toBeVisible();
  });
});

describe('attendance to confirm', () => {
  const sayIt = '/api/people/0b8f7d52-0000-4000-8000-0000000000c1/attendance';

  it('is said in one click, of the record as it was read', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    answer('get', '/api/today/attendance', UNCLEAR, { ...UNCLEAR, items: [] });
    const said = answer('post', sayIt, created({ id: CARE_ID, recordVersion: 8 }));
    const { user } = renderStaff('/today');

    const line = await region('Attendance to confirm');
    expect(await within(line).findByText('We could not see them in the session.')).toBeVisible();
    await user.click(
      within(line).getByRole('button', { name: 'They missed it: Kim Made-up, Mon 23 Nov, 3:30pm' }),
    );

    expect(await within(line).findByText('Nothing to confirm.')).toBeVisible();
    expect(within(line).getByText('Noted: they missed it.')).toBeVisible();
    expect(said).toEqual([{ bookingId: 3, came: false, recordVersion: 7 }]);
  });

  it('stays when it could not be said, with what changed meanwhile', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    answer('get', '/api/today/attendance', UNCLEAR);
    answer('post', sayIt, problem(409, 'changed-under-you'));
    const { user } = renderStaff('/today');

    await user.click(await screen.findByRole('button', { name: /^They came: Kim Made-up/ }));

    expect(await screen.findByText(/Something about this person changed meanwhile/)).toBeVisible();
    expect(screen.queryByText('Noted: they came.')).toBeNull();
    expect(screen.getByRole('button', { name: /^They missed it: Kim Made-up/ })).toBeEnabled();
  });
});

describe('days away', () => {
  it('are said by practitioners of themselves', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    answer('get', '/api/absences', { ...ABSENCES, items: [] }, ABSENCES);
    const said = answer('post', '/api/absences', created(ABSENCE));
    const { user } = renderStaff('/today');

    const line = await region('When you are away');
    await user.click(await within(line).findByRole('button', { name: 'Say when you are away' }));
    fireEvent.change(within(line).getByLabelText(/First day away/), { target: { value: '2026-11-26' } });
    fireEvent.change(within(line).getByLabelText(/Last day away/), { target: { value: '2026-11-27' } });
    await user.click(within(line).getByRole('button', { name: 'Save' }));

    expect(await within(line).findByText('Thu 26 Nov to Fri 27 Nov')).toBeVisible();
    expect(said).toEqual([{ from: '2026-11-26', until: '2026-11-27' }]);
  });

  it('that are refused stay in the form with the reason', async () => {
    answerAsPractitioner();
    answer('get', '/api/care', { ...CARE_PAGE, items: [] });
    answer('post', '/api/absences', problem(422, 'absence-too-long'));
    const { user } = renderStaff('/today');

    await user.click(await screen.findByRole('button', { name: 'Say when you are away' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('A year is the longest.');
    expect(screen.getByLabelText(/First day away/)).toHaveValue('2026-11-24');
  });

  it('are seen, said and taken back by admins for any practitioner', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    const ended = answer('post', `/api/absences/${ABSENCE.id}/end`, done());
    const said = answer('post', '/api/absences', created(ABSENCE));
    const { user } = renderStaff('/today');

    const line = await region('Who is away');
    await user.click(
      await within(line).findByRole('button', { name: 'Take back: Dana Demo: Thu 26 Nov to Fri 27 Nov' }),
    );
    await waitFor(() => expect(ended).toHaveLength(1));
    await user.click(within(line).getByRole('button', { name: 'Say who is away' }));
    await user.click(within(line).getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(said).toEqual([{ practitionerId: DANA_ID, from: '2026-11-24', until: '2026-11-24' }]),
    );
  });
});

it('lets admins say it of practitioners who have no account, by their calendars', async () => {
  answerAsAdmin();
  answer('get', '/api/care', { ...CARE_FACTS, items: [] });
  const OTIS = { calendarId: 12, practitioner: 'Otis Marzipan' };
  answer(
    'get',
    '/api/absences',
    { ...ABSENCES, items: [], withoutAccount: [OTIS] },
    {
      ...ABSENCES,
      items: [{ id: ABSENCE.id, from: '2026-11-24', until: '2026-11-24', ...OTIS }],
      withoutAccount: [OTIS],
    },
  );
  const said = answer('post', '/api/absences', created(ABSENCE));
  const { user } = renderStaff('/today');

  const line = await region('Who is away');
  await user.click(await within(line).findByRole('button', { name: 'Say who is away' }));
  await user.selectOptions(within(line).getByLabelText('Practitioner'), 'Otis Marzipan');
  await user.click(within(line).getByRole('button', { name: 'Save' }));

  expect(await within(line).findByRole('button', { name: /^Back now: Otis Marzipan: / })).toBeVisible();
  expect(said).toEqual([{ calendarId: 12, from: '2026-11-24', until: '2026-11-24' }]);
});

describe("an admin's day", () => {
  it('tells of care check-ins nobody answered as a fact, and opens one only by a click', async () => {
    answerAsAdmin();
    answer('get', '/api/care', CARE_FACTS);
    const opened = answer('get', `/api/care/${CARE_ID}`, CARE);
    const { user } = renderStaff('/today');

    const care = await region('Care check-ins nobody has answered');
    expect(await within(care).findByText(/Nobody has answered for a working day/)).toBeVisible();
    expect(within(care).queryByText(/low answer/)).toBeNull();
    expect(opened).toEqual([]);
    await user.click(within(care).getByRole('button', { name: 'Open: Kim Made-up' }));

    expect(await within(care).findByText('A long night')).toBeVisible();
    expect(opened).toHaveLength(1);
  });

  it('says which sessions to confirm, and what that rests on', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    renderStaff('/today');

    const confirm = await region('Confirm these sessions');
    expect(
      await within(confirm).findByText(
        'Booked 30 days ahead. Of their last 5 known sessions they missed 2. 31 of a hundred like this are missed; usually 9.',
      ),
    ).toBeVisible();
    expect(within(confirm).getByRole('link', { name: 'Kim Made-up' })).toHaveAttribute(
      'href',
      '/people/0b8f7d52-0000-4000-8000-0000000000c1',
    );
  });

  it('says how long enquiries waited, by whoever answered first', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    const { user } = renderStaff('/today');

    const line = await region('First contact with enquiries');
    expect(await within(line).findByText('1 enquiry waits for a first answer.')).toBeVisible();
    expect(
      within(line).getByText('First answered by a colleague: 9 enquiries, half of them within 42 minutes.'),
    ).toBeVisible();
    await user.click(within(line).getByText('The newest ones'));
    expect(within(line).getByText(/nobody has answered yet/)).toBeVisible();
    expect(within(line).getByText(/answered after 3 hours, by a colleague/)).toBeVisible();
    expect(within(line).getByText(/answered after 3 days, in Zoho/)).toBeVisible();
  });

  it('says so when there was no enquiry', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    answer('get', '/api/today/first-contacts', { ...FIRST_CONTACTS, waiting: 0, medians: [], items: [] });
    renderStaff('/today');

    expect(await screen.findByText('No enquiry in the last 90 days.')).toBeVisible();
  });

  it('names nobody while too few sessions are known', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    answer('get', '/api/today/confirmations', {
      ...CONFIRMATIONS,
      known: 120,
      usualPercent: undefined,
      items: [],
    });
    renderStaff('/today');

    expect(await screen.findByText('Too few sessions are known yet to say: 120 of 300.')).toBeVisible();
  });

  it('has a line for all that waits', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    renderStaff('/today');

    expect(await screen.findByText('Every care check-in has been answered.')).toBeVisible();
    expect(within(await region('Hot on the list')).getByText(/2 people are hot in all/)).toBeVisible();
    expect(await screen.findByText('3 are due today. The next: 2, Tue 24 Nov, 2:00pm.')).toBeVisible();
    expect(await screen.findByText(/Acuity is not on time/)).toBeVisible();
    expect(within(await region('Practitioners ask you to rebook')).getByText('Kim Made-up')).toBeVisible();
    expect(screen.getByText('Nothing waits for your approval.')).toBeVisible();
  });

  it('says who is newly hot, and leads to them', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    renderStaff('/today');

    const hot = await region('Hot on the list');
    expect(await within(hot).findByText(/One person is new since Mon 23 Nov, 9:00am\./)).toBeVisible();
    expect(within(hot).getByRole('link', { name: 'Show the new ones' })).toHaveAttribute(
      'href',
      '/leads?view=new-hot',
    );
  });

  it('leads nowhere when nobody is newly hot', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    answer('get', '/api/leads/summary', { ...SUMMARY, counts: { ...SUMMARY.counts, newHot: 0 } });
    renderStaff('/today');

    const hot = await region('Hot on the list');
    expect(await within(hot).findByText(/Nobody is new since Mon 23 Nov, 9:00am\./)).toBeVisible();
    expect(within(hot).queryByRole('link', { name: 'Show the new ones' })).toBeNull();
  });

  it('has one more when nobody has called the help numbers for long, or there are none', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    answer('get', '/api/settings/help-numbers', HELP_SETTINGS);
    renderStaff('/today');

    const line = await region('Help numbers');
    expect(within(line).getByText(/Nobody has called the numbers .* for more than 90 days/)).toBeVisible();
    expect(within(line).getByRole('link', { name: 'Check them' })).toHaveAttribute(
      'href',
      '/settings/help-numbers',
    );
  });

  it('says nothing of help numbers that were looked at ninety days ago', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    const asked = answer('get', '/api/settings/help-numbers', { ...HELP_SETTINGS, today: '2027-02-23' });
    renderStaff('/today');

    expect(await screen.findByText('Every care check-in has been answered.')).toBeVisible();
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByRole('region', { name: 'Help numbers' })).toBeNull();
  });

  it('says so where the practice is in a country without any', async () => {
    answerAsAdmin();
    answer('get', '/api/care', { ...CARE_FACTS, items: [] });
    answer('get', '/api/settings/help-numbers', { ...HELP_SETTINGS, practiceCountry: 'NL', own: [] });
    renderStaff('/today');

    expect(await screen.findByText(/the help numbers of every country/)).toBeVisible();
  });

  it('shows no names and no words while names are off', async () => {
    answerAsAdmin();
    answer('get', '/api/care', CARE_FACTS);
    const { user } = renderStaff('/today');
    await screen.findByRole('button', { name: 'Open: Kim Made-up' });

    await user.keyboard('{Shift>}p{/Shift}');

    expect(screen.queryByText('Kim Made-up')).toBeNull();
    expect(screen.getByRole('button', { name: 'Open: KM' })).toBeVisible();
  });
});
