import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import {
  approvalsOf,
  INVITE,
  LINK,
  peopleOf,
  RESET,
  ROB,
  ROB_ID,
  TONY,
  TONY_ID,
} from '@/features/access/SomeAccess';
import { renderStaff } from '@/test/renderApp';
import { answer, created, done, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const PEOPLE = '/auth/admin/people';
const NO_ERASURES = { zone: 'America/New_York', items: [], wishes: [] };
type User = ReturnType<typeof renderStaff>['user'];

const rowOf = (name: RegExp) => screen.findByRole('row', { name });
const press = (user: User, name: string | RegExp) => user.click(screen.getByRole('button', { name }));
async function manage(user: User, name: string) {
  await rowOf(new RegExp(name));
  await press(user, `Manage ${name}`);
  return screen.findByRole('dialog', { name });
}

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', PEOPLE, peopleOf(TONY, ROB));
  answer('get', '/auth/admin/resets', approvalsOf());
  answer('get', '/auth/admin/invites', { invites: [] });
  answer('get', '/auth/admin/staff', { staff: [], practitioners: [] });
  answer('get', '/api/erasures', NO_ERASURES);
});

describe('who has access', () => {
  it('is shown with role, second step and sessions', async () => {
    renderStaff('/access');

    const row = await rowOf(/Rob Sample/);

    expect(row).toHaveTextContent('rob@practice.test');
    expect(row).toHaveTextContent('Admin');
    expect(row).toHaveTextContent('Authenticator app');
    expect(row).toHaveTextContent('1 open');
    expect(await rowOf(/Tony Example \(you\)/)).toHaveTextContent('2 open');
    expect(screen.queryByText('Only you so far.')).toBeNull();
  });

  it('says when there is nobody else, no invite and no card', async () => {
    answer('get', PEOPLE, peopleOf(TONY));
    answer('get', '/auth/admin/resets', { resets: [], noticesMailed: false });
    renderStaff('/access');

    expect(await screen.findByText('Only you so far.')).toBeVisible();
    expect(screen.getByText('No invite is waiting.')).toBeVisible();
    expect(screen.getByText(/There is no break-glass card/)).toBeVisible();
    expect(screen.getByText(/Nobody is told by mail/)).toBeVisible();
  });

  it.each([
    [{ lockedAt: '2026-11-24T13:00:00Z' }, 'Locked'],
    [{ needsLink: true, factors: [] }, 'Second step reset: waits for a new one'],
    [{ factors: [] }, 'Has not set up a second step yet'],
  ])('says how an account stands: %o', async (more, words) => {
    answer('get', PEOPLE, peopleOf(TONY, { ...ROB, ...more }));
    renderStaff('/access');

    expect(await rowOf(/Rob Sample/)).toHaveTextContent(words);
  });

  it('says what failed and looks again when asked', async () => {
    answer('get', PEOPLE, problem(503, 'busy'), peopleOf(TONY, ROB));
    const { user } = renderStaff('/access');
    expect(await screen.findByRole('alert')).toHaveTextContent('too much going on at once');

    await press(user, 'Try again');

    expect(await rowOf(/Rob Sample/)).toBeVisible();
  });

  it('hides names and addresses as the rest of the screen does', async () => {
    const { user } = renderStaff('/access');
    await rowOf(/Rob Sample/);

    await user.keyboard('{Shift>}P{/Shift}');

    expect(await rowOf(/RS/)).toHaveTextContent('E-mail hidden');
    expect(document.body).not.toHaveTextContent('Rob Sample');
  });
});

describe('an account', () => {
  it('is locked only after its consequence was read, and shown so when it is', async () => {
    answer('get', PEOPLE, peopleOf(TONY, ROB), peopleOf(TONY, { ...ROB, lockedAt: '2026-11-24T13:00:00Z' }));
    const locks = answer('post', `/auth/admin/people/${ROB_ID}/lock`, done());
    const { user } = renderStaff('/access');
    const dialog = await manage(user, 'Rob Sample');

    await press(user, 'Lock account');
    expect(dialog).toHaveTextContent('signed out everywhere at once');
    expect(locks).toHaveLength(0);
    await press(user, 'Lock account');

    expect(await screen.findByText(/Locked since/)).toBeVisible();
    expect(locks).toHaveLength(1);
  });

  it('keeps its role when the change is refused, and says why', async () => {
    answer('post', `/auth/admin/people/${ROB_ID}/role`, problem(409, 'last-admin'));
    const { user } = renderStaff('/access');
    const dialog = await manage(user, 'Rob Sample');

    await user.selectOptions(within(dialog).getByLabelText('Role'), 'Practitioner');
    await press(user, 'Change role');
    expect(dialog).toHaveTextContent('their own clients only');
    await press(user, 'Change role');

    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody would be left who can administer');
    expect(await rowOfHidden(/Rob Sample/)).toHaveTextContent('Admin');
  });

  it('of oneself offers no more than ending sessions on other devices', async () => {
    const ended = answer('post', `/auth/me/sessions/${TONY.sessions[1]?.id}/end`, done());
    const { user } = renderStaff('/access');
    await rowOf(/Tony/);
    await press(user, 'Manage Tony Example');
    const dialog = await screen.findByRole('dialog', { name: 'Tony Example' });

    expect(within(dialog).queryByRole('button', { name: 'Lock account' })).toBeNull();
    expect(within(dialog).queryByRole('button', { name: 'End Firefox on Windows' })).toBeNull();
    await press(user, 'End Safari on iPhone');

    await waitFor(() => expect(ended).toHaveLength(1));
  });

  it('whose second step is lost is reset only with a reason and a check', async () => {
    const asked = answer('post', `/auth/admin/people/${ROB_ID}/resets`, done());
    const { user } = renderStaff('/access');
    await manage(user, 'Rob Sample');
    await press(user, 'Reset second step');
    await press(user, 'Ask for the reset');
    expect(await screen.findByText('Say why the second step has to be reset')).toBeVisible();

    await user.type(screen.getByLabelText('Why'), 'Phone lost');
    await user.type(screen.getByLabelText('How you made sure that it is them'), 'We met');
    await press(user, 'Ask for the reset');

    expect(await screen.findByText(/Another administrator has to approve it within 72 hours/)).toBeVisible();
    expect(asked).toEqual([{ reason: 'Phone lost', identityCheck: 'We met' }]);
  });
});

describe('a reset that waits', () => {
  const path = `/auth/admin/resets/${RESET.id}`;

  it('is approved after its consequence was read, and the link is shown once', async () => {
    answer('get', '/auth/admin/resets', approvalsOf([RESET]), approvalsOf());
    const approved = answer('post', `${path}/approve`, LINK);
    const { user } = renderStaff('/access');
    const waiting = await screen.findByRole('article', { name: /Pat Practitioner/ });
    expect(waiting).toHaveTextContent('We met this morning');

    await press(user, 'Approve');
    await press(user, 'Approve');

    const dialog = await screen.findByRole('dialog', { name: 'Link for a new second step' });
    expect(dialog).toHaveTextContent(LINK.link);
    expect(approved).toHaveLength(1);
    await press(user, 'I have it');
    await waitFor(() => expect(document.body).not.toHaveTextContent(LINK.link));
    expect(screen.queryByText('Waiting for approval')).toBeNull();
  });

  it('is not approved by who asked, and the card is for where nobody else could', async () => {
    answer('get', '/auth/admin/resets', approvalsOf([{ ...RESET, askedBy: TONY_ID }]));
    renderStaff('/access');
    await screen.findByText(/another administrator has to approve it/);

    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Use the card' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Stop the reset' })).toBeVisible();
  });

  it('takes the card from who asked, where nobody else could approve', async () => {
    answer('get', '/auth/admin/resets', approvalsOf([{ ...RESET, askedBy: TONY_ID, needsCard: true }]));
    const used = answer('post', `${path}/card`, problem(422, 'wrong-card'), done());
    const { user } = renderStaff('/access');
    await screen.findByText(/the printed card stands in/);

    await press(user, 'Use the card');
    await user.type(screen.getByLabelText('What the card says'), 'ABCD-1234');
    await press(user, 'Use the card');

    expect(await screen.findByRole('alert')).toHaveTextContent('not what the card says');
    expect(used).toEqual([{ card: 'ABCD-1234' }]);
  });

  it('by card waits for its hour and can be stopped', async () => {
    const later = new Date(Date.now() + 1_800_000).toISOString();
    answer('get', '/auth/admin/resets', approvalsOf([{ ...RESET, beginsAt: later }]), approvalsOf());
    const stopped = answer('post', `${path}/stop`, done());
    const { user } = renderStaff('/access');
    await screen.findByText(/until then it can be stopped/);
    expect(screen.queryByRole('button', { name: 'Finish the reset' })).toBeNull();

    await press(user, 'Stop the reset');

    await waitFor(() => expect(screen.queryByText('Waiting for approval')).toBeNull());
    expect(stopped).toHaveLength(1);
  });
});

describe('what is shown once', () => {
  it('is the link of an invite, in a role that it keeps', async () => {
    const invited = answer('post', '/auth/admin/invites', created(LINK));
    answer('get', '/auth/admin/invites', { invites: [] }, { invites: [INVITE] });
    const { user } = renderStaff('/access');
    await rowOf(/Rob/);
    await press(user, 'Invite someone');
    await user.type(await screen.findByLabelText('Name'), 'New Colleague');
    await user.type(screen.getByLabelText('E-mail'), 'new@practice.test');
    await user.type(screen.getByLabelText('Their calendars at Acuity'), '7, 12');
    await press(user, 'Make the invite');

    expect(await screen.findByRole('dialog', { name: 'Link of the invite' })).toHaveTextContent(LINK.link);
    expect(invited).toEqual([
      {
        displayName: 'New Colleague',
        email: 'new@practice.test',
        role: 'practitioner',
        acuityCalendars: [7, 12],
      },
    ]);
    expect(await screen.findByText('New Colleague')).toBeInTheDocument();
  });

  it('is the link of a client, whose account is about one person for good', async () => {
    const ANNA = '00000000-0000-4000-8000-0000000000a1';
    const hit = { lead: { personId: ANNA, name: 'Anna Rivera' }, why: { key: 'listed', values: {} } };
    const searched = answer('post', '/api/people/search', { hits: [hit] });
    const invited = answer('post', `/api/people/${ANNA}/invite`, created(LINK));
    const { user } = renderStaff('/access');
    await rowOf(/Rob/);
    await press(user, 'Invite someone');
    await user.selectOptions(await screen.findByLabelText('Role'), 'client');
    expect(screen.queryByLabelText('E-mail')).toBeNull();
    await user.type(screen.getByLabelText('Who is it?'), 'anna');
    await press(user, 'Find');
    await user.click(await screen.findByRole('radio', { name: 'Anna Rivera' }));
    expect(screen.getByLabelText('Name')).toHaveValue('Anna Rivera');
    await user.type(screen.getByLabelText('E-mail'), 'anna@example.org');
    await press(user, 'Make the invite');

    expect(await screen.findByRole('dialog', { name: 'Link of the invite' })).toHaveTextContent(LINK.link);
    expect(searched).toEqual([{ text: 'anna' }]);
    expect(invited).toEqual([{ displayName: 'Anna Rivera', email: 'anna@example.org' }]);
  });

  it('is the card', async () => {
    answer('get', '/auth/admin/resets', { resets: [], noticesMailed: true }, approvalsOf());
    answer('post', '/auth/admin/card', { card: 'K7QM-2313-ABCD' });
    const { user } = renderStaff('/access');
    await screen.findByText(/There is no break-glass card/);

    await press(user, 'Make the card');

    expect(await screen.findByText('K7QM-2313-ABCD')).toBeVisible();
    await press(user, 'I have printed it');
    await waitFor(() => expect(screen.queryByText('K7QM-2313-ABCD')).toBeNull());
    expect(screen.queryByText(/There is no break-glass card/)).toBeNull();
  });
});

describe('an act that asks for the second step again', () => {
  it('is done as soon as the code is right, without being asked for once more', async () => {
    const locks = answer(
      'post',
      `/auth/admin/people/${ROB_ID}/lock`,
      problem(403, 'step-up-required'),
      done(),
    );
    answer('post', '/auth/step-up', { state: 'signed-in' });
    const { user } = renderStaff('/access');
    await manage(user, 'Rob Sample');
    await press(user, 'Lock account');
    await press(user, 'Lock account');

    const question = await screen.findByRole('dialog', { name: 'Is it still you?' });
    await user.type(await within(question).findByLabelText('6-digit code'), '123456');
    await user.click(within(question).getByRole('button', { name: 'Go on' }));

    await waitFor(() => expect(locks).toHaveLength(2));
    expect(screen.queryByRole('dialog', { name: 'Is it still you?' })).toBeNull();
  });

  it('is not done when nobody proves anything, and says so', async () => {
    const locks = answer('post', `/auth/admin/people/${ROB_ID}/lock`, problem(403, 'step-up-required'));
    const { user } = renderStaff('/access');
    await manage(user, 'Rob Sample');
    await press(user, 'Lock account');
    await press(user, 'Lock account');
    const question = await screen.findByRole('dialog', { name: 'Is it still you?' });

    await user.click(within(question).getByRole('button', { name: 'Cancel' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was done');
    expect(locks).toHaveLength(1);
    expect(screen.getByRole('dialog', { name: 'Rob Sample' })).toBeVisible();
  });
});

/** Behind an open dialog the page is hidden from everyone but the test. */
const rowOfHidden = (name: RegExp) => screen.findByRole('row', { name, hidden: true });

describe('erasures', () => {
  it('that wait are listed with the way to their plan, and what is done with its receipt', async () => {
    const id = '00000000-0000-4000-8000-0000000000e1';
    const one = { id, personId: id, askedBy: ROB_ID, askedAt: '2026-11-24T14:00:00Z', byYou: false };
    answer('get', '/api/erasures', {
      ...NO_ERASURES,
      items: [
        { ...one, name: 'Anna Rivera', state: 'asked' },
        { ...one, id: TONY_ID, state: 'done', decidedAt: '2026-11-24T15:00:00Z' },
      ],
      wishes: [{ personId: TONY_ID, name: 'Kim Made-up', askedAt: '2026-11-23T15:00:00Z' }],
    });
    renderStaff('/access');

    const listed = await screen.findByRole('region', { name: 'Erasures' });
    expect(within(listed).getByText(/^Anna Rivera: /)).toBeVisible();
    expect(within(listed).getByText(/^Kim Made-up asked to be erased/)).toBeVisible();
    expect(within(listed).getAllByRole('link', { name: 'See the plan' })).toHaveLength(2);
    expect(within(listed).getByRole('button', { name: 'Save the receipt' })).toBeVisible();
  });
});
