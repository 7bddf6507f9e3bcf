import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, created, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';
import { TREND } from '@/test/SomePortal';
import { CLIENTS } from '@/test/SomeToday';

const KIM = CLIENTS.items[0]?.personId;
const DONE = { id: '0b8f7d52-0000-4000-8000-0000000000f9', recordVersion: 8 };

function answerAsPractitioner() {
  answer('get', '/auth/session', signedInAs('practitioner'));
  answer('get', '/api/clients', CLIENTS);
}

describe('my clients', () => {
  it('say when they were and will be here', async () => {
    answerAsPractitioner();
    renderStaff('/clients');

    expect(
      await screen.findByText(/Next session Tue 24 Nov, 3:30pm\. Last session Tue 17 Nov/),
    ).toBeVisible();
    expect(screen.getByText('2 clients')).toBeVisible();
    expect(screen.getByText('On hold: not on the list')).toBeVisible();
  });

  it('are found by name on the page alone', async () => {
    answerAsPractitioner();
    const { user } = renderStaff('/clients');

    await user.type(await screen.findByLabelText('Find by name'), 'ada');

    expect(screen.getByText('One client')).toBeVisible();
    expect(screen.queryByText('Kim Made-up')).toBeNull();
  });

  it('show how they say they are only when asked', async () => {
    answerAsPractitioner();
    const looked = answer('get', `/api/people/${KIM}/check-ins`, TREND);
    const { user } = renderStaff('/clients');

    await screen.findByText('Kim Made-up');
    expect(looked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Show how Kim Made-up says they are' }));

    expect(await screen.findByRole('img', { name: 'Tue 24 Nov, 9:00am: 4 of 10' })).toBeVisible();
    expect(screen.getByText('A long night')).toBeVisible();
  });

  it('are put on hold, with the version that the page showed', async () => {
    answerAsPractitioner();
    const held = answer('post', `/api/leads/${KIM}/hold`, created(DONE));
    const { user } = renderStaff('/clients');

    await user.click(await screen.findByRole('button', { name: 'Hold Kim Made-up' }));
    await user.type(screen.getByLabelText('Note, if you like'), 'Away until May');
    await user.click(screen.getByRole('button', { name: 'Hold' }));

    await waitFor(() => expect(held).toEqual([{ on: true, recordVersion: 7, text: 'Away until May' }]));
  });

  it('are asked for anew, and a clash keeps what was typed', async () => {
    answerAsPractitioner();
    answer('post', `/api/leads/${KIM}/rebook-requests`, problem(409, 'changed-under-you'), created(DONE));
    const { user } = renderStaff('/clients');

    await user.click(await screen.findByRole('button', { name: 'Ask an admin to rebook Kim Made-up' }));
    await user.type(screen.getByLabelText('Note, if you like'), 'Mornings');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText(/Somebody else changed this record meanwhile/)).toBeVisible();
    expect(screen.getByLabelText('Note, if you like')).toHaveValue('Mornings');
    await user.click(screen.getByRole('button', { name: 'Ask' }));

    expect(await screen.findByText('An admin has been asked.')).toBeVisible();
  });
});
