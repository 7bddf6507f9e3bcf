import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import {
  ANNA,
  AS_OF,
  BEN,
  BOOKING_LINK,
  detailOf,
  listOf,
  ROB,
  SLOTS,
  SUMMARY,
  TONY,
} from '@/features/leads/SomeLeads';
import { renderStaff } from '@/test/renderApp';
import { answer, created, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const of = (path: string) => `/api/leads/${ANNA.personId}/${path}`;
const done = () => created({ id: 'act-1', recordVersion: 4 });
const rowOf = (name: string) => screen.findByRole('row', { name: new RegExp(name) });

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [TONY, ROB], practitioners: [] });
  answer('get', '/api/leads/summary', SUMMARY);
  answer('post', '/api/leads/:id/presence', { others: [], again: 10 });
  answer('post', '/api/leads/:id/presence/end', null);
  answer('get', '/api/people/:id/slots', SLOTS);
});

async function atTheList(...people: Parameters<typeof listOf>) {
  answer('get', '/api/leads', listOf(...(people.length > 0 ? people : [ANNA, BEN])));
  const rendered = renderStaff('/leads');
  await rowOf('Anna Rivera');
  return rendered;
}

describe('a snooze', () => {
  it('of next week is two keys, the person leaves, and Z brings them back', async () => {
    const sent = answer('post', of('snooze'), done());
    const undone = answer('post', of('acts/act-1/undo'), null);
    const { user } = await atTheList();
    answer('get', '/api/leads', listOf(BEN), listOf(ANNA, BEN));

    await user.keyboard('s');
    await screen.findByRole('dialog', { name: 'Snooze Anna Rivera' });
    await user.keyboard('2');

    expect(await screen.findByText('Snoozed until Mon 30 Nov, 9:00am: Anna Rivera')).toBeVisible();
    expect(screen.queryByRole('row', { name: /Anna/ })).toBeNull();
    await waitFor(() => expect(sent).toEqual([{ recordVersion: 3, until: '2026-11-30T14:00:00.000Z' }]));
    await waitFor(async () => expect(await rowOf('Ben Okafor')).toHaveFocus());
    await user.keyboard('z');
    expect(await rowOf('Anna Rivera')).toBeVisible();
    await waitFor(() => expect(undone).toHaveLength(1));
  });

  it('can wait for something to change', async () => {
    const sent = answer('post', of('snooze'), done());
    const { user } = await atTheList();

    await user.keyboard('s');
    await user.click(await screen.findByRole('button', { name: /Until something changes/ }));

    await waitFor(() => expect(sent).toEqual([{ recordVersion: 3 }]));
  });

  it('ends from the list of those who are snoozed', async () => {
    const placement = { state: 'off-the-list', causes: [{ key: 'snoozed', values: { by: ROB.id } }] };
    answer('get', '/api/leads', listOf({ ...ANNA, placement }));
    const sent = answer('post', of('wake'), done());
    const { user } = renderStaff('/leads?view=snoozed');

    const anna = await rowOf('Anna Rivera');
    await waitFor(() => expect(anna).toHaveTextContent('snoozed by Rob until something changes'));
    answer('get', '/api/leads', listOf());
    await user.keyboard('s');
    await user.click(await screen.findByRole('button', { name: /Put back on the list now/ }));

    await waitFor(() => expect(sent).toEqual([{ recordVersion: 3 }]));
    expect(await screen.findByText('Nobody is snoozed')).toBeVisible();
  });
});

describe('an owner', () => {
  it('is chosen with A and a digit, and the row says so at once', async () => {
    const sent = answer('post', of('owner'), done());
    const { user } = await atTheList();
    answer('get', '/api/leads', listOf({ ...ANNA, owner: ROB.id, recordVersion: 4 }, BEN));
    await screen.findByRole('option', { name: 'Rob' });

    await user.keyboard('a');
    await screen.findByRole('dialog', { name: 'Owner of Anna Rivera' });
    await user.keyboard('2');

    await waitFor(async () => expect(await rowOf('Anna Rivera')).toHaveTextContent('Owner: Rob'));
    await waitFor(() => expect(sent).toEqual([{ owner: ROB.id, recordVersion: 3 }]));
    await waitFor(async () => expect(await rowOf('Anna Rivera')).toHaveFocus());
  });

  it('whom a colleague has set meanwhile is told, and can still be changed', async () => {
    const clash = {
      recordVersion: 5,
      latestKind: 'owner-set',
      latestAt: AS_OF,
      latestBy: ROB.id,
      latestByYou: false,
    };
    const sent = answer('post', of('owner'), problem(409, 'changed-under-you', clash), done());
    const { user } = await atTheList();
    await screen.findByRole('option', { name: 'Rob' });
    await user.keyboard('a');
    await screen.findByRole('dialog');
    await user.keyboard('1');

    expect(await screen.findByText(/changed while you had it open/)).toHaveTextContent(
      'Owner changed, by Rob',
    );
    // The dialog opens anew, and takes keys once it has the focus.
    await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true));
    await user.keyboard('1');

    await waitFor(() =>
      expect(sent).toEqual([
        { owner: TONY.id, recordVersion: 3 },
        { owner: TONY.id, recordVersion: 5 },
      ]),
    );
  });
});

describe('a note', () => {
  it('is written with N; what was typed survives closing', async () => {
    const sent = answer('post', of('notes'), done());
    const { user } = await atTheList();
    await user.keyboard('n');
    await user.type(await screen.findByLabelText('Note'), 'Prefers mornings');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(async () => expect(await rowOf('Anna Rivera')).toHaveFocus());

    await user.keyboard('n');
    expect(await screen.findByLabelText('Note')).toHaveValue('Prefers mornings');
    await user.click(screen.getByRole('button', { name: 'Save note' }));

    await waitFor(() => expect(sent).toEqual([{ recordVersion: 3, text: 'Prefers mornings' }]));
  });

  it('without a word is asked for', async () => {
    const { user } = await atTheList();
    await user.keyboard('n');

    await user.click(await screen.findByRole('button', { name: 'Save note' }));

    expect(screen.getByText('Write something first')).toBeVisible();
  });
});

describe('a reason that is wrong', () => {
  it('is named from the list with X: which one, and what is wrong', async () => {
    const sent = answer('post', of('disputes'), done());
    const { user } = await atTheList();

    await user.keyboard('x');
    await user.click(await screen.findByLabelText(/Past their usual rhythm/));
    await user.click(screen.getByRole('button', { name: /They attended/ }));

    await waitFor(() =>
      expect(sent).toEqual([{ reasonKey: 'R2:399682887', recordVersion: 3, why: 'attended' }]),
    );
  });
});

describe('the booking link', () => {
  it('is copied with B and says so', async () => {
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
    const { user } = await atTheList();
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();

    await user.keyboard('b');

    expect(await screen.findByText('Booking link copied. It holds no name.')).toBeVisible();
    expect(copy).toHaveBeenCalledWith(BOOKING_LINK);
  });
});

describe('two at once', () => {
  it('see each other on the same person', async () => {
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
    answer('post', '/api/leads/:id/presence', { others: [ROB.id], again: 10 });
    const { user } = await atTheList();

    await user.keyboard('{Enter}');

    expect(await screen.findByText('Rob is on this')).toBeVisible();
  });
});

describe('what was done', () => {
  it('is told in one row of acts and outcomes, and hides what was written when names are off', async () => {
    const noted = {
      id: 'a-1',
      kind: 'noted',
      at: AS_OF,
      by: ROB.id,
      byYou: false,
      undone: false,
      undoable: false,
      sent: [],
      text: 'Ask for Anna’s sister',
    };
    const detail = detailOf(ANNA, { acts: [noted] });
    answer('get', `/api/leads/${ANNA.personId}`, detail);
    const { user } = await atTheList();
    await user.keyboard('{Enter}');

    const history = await screen.findByRole('region', { name: 'What was done' });
    expect(within(history).getByText(/Note, by Rob/)).toBeVisible();
    expect(history).toHaveTextContent('Ask for Anna’s sister');
    await user.keyboard('{Shift>}P{/Shift}');

    expect(history).not.toHaveTextContent('sister');
  });

  it('to a booking that we cancelled ourselves can be said', async () => {
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
    const sent = answer('post', of('cancelled-by-us'), done());
    const { user } = await atTheList();
    await user.keyboard('{Enter}');

    await user.click(await screen.findByRole('button', { name: 'We cancelled this one' }));

    await waitFor(() => expect(sent).toEqual([{ bookingId: 399682887, recordVersion: 3 }]));
  });
});

describe('permissions', () => {
  it('are sent whole', async () => {
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA));
    const sent = answer('post', of('permissions'), done());
    const { user } = await atTheList();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Change' }));

    await user.selectOptions(await screen.findByLabelText('Voicemail'), 'Do not use');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await waitFor(() =>
      expect(sent).toEqual([
        { doNotContact: false, email: 'refused', phone: 'not-asked', recordVersion: 3, voicemail: 'refused' },
      ]),
    );
  });

  it('of someone who wants no contact at all hide every number', async () => {
    const contact = { ...detailOf(ANNA).contact, doNotContact: true };
    answer('get', `/api/leads/${ANNA.personId}`, detailOf(ANNA, { contact }));
    const { user } = await atTheList();

    await user.keyboard('{Enter}');

    const card = await screen.findByRole('region', { name: 'How to reach them' });
    await waitFor(() => expect(card).toHaveTextContent('Do not contact.'));
    expect(card).not.toHaveTextContent('555');
  });
});

describe('keys', () => {
  it('can be switched off, and only those that are letters or digits are', async () => {
    const { user } = await atTheList();
    await user.keyboard('?');
    await user.click(await screen.findByRole('checkbox', { name: /Letters and digits/ }));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(async () => expect(await rowOf('Anna Rivera')).toHaveFocus());

    await user.keyboard('o');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{ArrowDown}');

    await waitFor(async () => expect(await rowOf('Ben Okafor')).toHaveFocus());
  });

  it('do nothing in a field', async () => {
    const { user } = await atTheList();

    await user.click(screen.getByLabelText('Owner'));
    await user.keyboard('o');

    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the palette', () => {
  it('finds anyone and says why they are not on the list', async () => {
    const why = { key: 'booked', values: { startsAt: '2026-11-26T15:00:00Z' } };
    const sent = answer('post', '/api/people/search', { hits: [{ lead: BEN, why }], more: false });
    answer('get', `/api/leads/${BEN.personId}`, detailOf(BEN));
    const { user, search } = await atTheList(ANNA);

    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Page, person or act' }), 'Ben O');

    expect(
      await screen.findByRole('option', { name: /Ben Okafor.*Not on the list: booked Thu 26 Nov, 10:00am/ }),
    ).toBeVisible();
    expect(sent).toEqual([{ text: 'Ben O' }]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(search()).toEqual({ person: BEN.personId }));
  });

  it('acts on the person under the cursor', async () => {
    const { user } = await atTheList();

    await user.click(screen.getByRole('button', { name: /Why isn’t/ }));
    await user.type(await screen.findByRole('combobox', { name: 'Page, person or act' }), 's');
    await user.keyboard('nooze{Enter}');

    expect(await screen.findByRole('dialog', { name: 'Snooze Anna Rivera' })).toBeVisible();
  });

  it('says below which line someone is', async () => {
    const why = { key: 'below-the-line', values: { scoreTenths: 80, lineTenths: 100 } };
    answer('post', '/api/people/search', { hits: [{ lead: { ...BEN, scoreTenths: 80 }, why }], more: false });
    const { user } = await atTheList(ANNA);
    await user.keyboard('{Control>}k{/Control}');

    await user.type(await screen.findByRole('combobox', { name: 'Page, person or act' }), 'Ben');

    expect(
      await screen.findByText('Below the line at 8: First session on Thu 19 Nov, second not booked'),
    ).toBeVisible();
  });
});

describe('a filter', () => {
  it('stands in the address as ids, and is asked of the server', async () => {
    const { user, search } = await atTheList();
    await screen.findByRole('option', { name: 'Rob' });

    await user.selectOptions(screen.getByLabelText('Owner'), 'Rob');
    await user.selectOptions(screen.getByLabelText('Band'), 'Hot');

    await waitFor(() => expect(search()).toEqual({ owner: ROB.id, band: 'hot' }));
  });

  it('that fits nobody says which one it is and can be cleared', async () => {
    answer('get', '/api/leads', listOf(), listOf(ANNA));
    const { user, search } = renderStaff(`/leads?owner=${ROB.id}&band=hot`);

    expect(await screen.findByText('No one matches Owner: Rob, Band: Hot')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear' }).at(-1) as HTMLElement);

    expect(await rowOf('Anna Rivera')).toBeVisible();
    expect(search()).toEqual({});
  });

  it('takes its people at once, even under someone’s hands', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN), listOf(BEN));
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await user.keyboard('j');
    await screen.findByRole('option', { name: 'Rob' });

    await user.selectOptions(screen.getByLabelText('Owner'), 'Rob');

    await waitFor(() => expect(screen.queryByRole('row', { name: /Anna/ })).toBeNull());
    expect(screen.queryByRole('button', { name: /press R/ })).toBeNull();
  });

  it('has its counts asked for once its people are there', async () => {
    answer('get', '/api/leads', listOf(ANNA, BEN));
    const counted = answer('get', '/api/leads/summary', SUMMARY);
    const { user } = renderStaff('/leads');
    await rowOf('Anna Rivera');
    await waitFor(() => expect(counted).toHaveLength(1));
    await screen.findByRole('option', { name: 'Rob' });
    neverAnswer('get', '/api/leads');

    await user.selectOptions(screen.getByLabelText('Owner'), 'Rob');
    await waitFor(() => expect(document.querySelector('[aria-busy=true]')).not.toBeNull());
    expect(counted).toHaveLength(1);

    answer('get', '/api/leads', listOf(BEN));
    await user.selectOptions(screen.getByLabelText('Band'), 'Hot');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Anna/ })).toBeNull());
    await waitFor(() => expect(counted).toHaveLength(2));
  });
});

describe('an empty list', () => {
  it('says what comes next', async () => {
    answer('get', '/api/leads', listOf());
    renderStaff('/leads');

    expect(await screen.findByText('Next: 2 call-backs at 2:00pm.')).toBeVisible();
  });
});

describe('privacy', () => {
  it('is remembered by this browser', async () => {
    const { user } = await atTheList();
    await user.keyboard('{Shift>}P{/Shift}');
    expect(await rowOf('A. R.')).toBeVisible();
    act(() => document.body.replaceChildren());

    renderStaff('/leads');

    expect(await rowOf('A. R.')).toBeVisible();
  });
});
