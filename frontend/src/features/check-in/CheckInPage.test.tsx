import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderPortal } from '@/test/renderApp';
import { answer, created, neverAnswer, problem } from '@/test/server';
import { answerAsClient, HELP } from '@/test/SomePortal';
import { SIGNED_OUT } from '@/test/SomeSessions';

const KEPT = {
  id: '0b8f7d52-0000-4000-8000-000000000009',
  at: '2026-11-24T15:00:00Z',
  changeableUntil: '2026-11-25T15:00:00Z',
  low: false,
};

async function upToTheNote(given: string) {
  answerAsClient();
  const { user, path } = renderPortal('/portal/check-in');
  await user.click(await screen.findByRole('radio', { name: given }));
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByRole('heading', { name: 'Would you like to add a few words?' });
  return { user, path };
}

describe('checking in', () => {
  it('asks one question with ten answers and no default', async () => {
    answerAsClient();
    renderPortal('/portal/check-in');

    expect(await screen.findByRole('group', { name: 'How are you today?' })).toBeVisible();
    const answers = screen.getAllByRole('radio');
    expect(answers).toHaveLength(10);
    answers.forEach((each) => expect(each).not.toBeChecked());
    expect(screen.getByRole('radio', { name: '1 Very low' })).toBeVisible();
    expect(screen.getByRole('radio', { name: '10 Very good' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'See your trend' })).toHaveAttribute('href', '/portal/trend');
  });

  it('goes nowhere without an answer, and says what is missing', async () => {
    answerAsClient();
    const { user } = renderPortal('/portal/check-in');

    await user.click(await screen.findByRole('button', { name: 'Next' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Choose a number from 1 to 10');
    expect(screen.getByRole('radio', { name: '1 Very low' })).toHaveFocus();
  });

  it('says before anything is sent that nobody watches, with help at the same place', async () => {
    await upToTheNote('7');

    expect(screen.getByText(/No one watches check-ins as they arrive/)).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Get help now' })[0]).toHaveAttribute('href', '/portal/help');
    expect(screen.getByText(/Only you, your practitioner and the practice's admins/)).toBeVisible();
  });

  it('saves the answer with its note', async () => {
    const sent = answer('post', '/api/me/check-ins', created(KEPT));
    const { user } = await upToTheNote('7');

    await user.type(screen.getByLabelText('Note, if you like'), ' Slept well. ');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('heading', { name: 'Saved' })).toHaveFocus();
    expect(sent).toEqual([{ id: expect.any(String) as string, answer: 7, note: 'Slept well.' }]);
    expect(screen.queryByRole('link', { name: /988/ })).toBeNull();
  });

  it('shows help first after a low answer, and asks for contact only when it is wanted', async () => {
    answer('post', '/api/me/check-ins', created({ ...KEPT, low: true }));
    const asked = answer('post', '/api/me/contact-requests', created({ askedAt: KEPT.at }));
    const { user } = await upToTheNote('3');

    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('heading', { name: 'Thank you for saying so' })).toHaveFocus();
    expect(screen.getByRole('link', { name: /988, Suicide and Crisis Lifeline/ })).toHaveAttribute(
      'href',
      'tel:988',
    );
    expect(screen.queryByRole('link', { name: /Samaritans/ })).toBeNull();
    expect(asked).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Ask my practitioner to contact me' }));
    expect(await screen.findByText(/Your practitioner will see that you asked/)).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  it('keeps what was typed when it did not arrive, stores it nowhere, and sends the same entry again', async () => {
    const sent = answer('post', '/api/me/check-ins', Response.error(), created(KEPT));
    const { user } = await upToTheNote('5');
    await user.type(screen.getByLabelText('Note, if you like'), 'Words of mine');

    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Not sent. Keep this page open and try again.',
    );
    expect(screen.getByLabelText('Note, if you like')).toHaveValue('Words of mine');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).toBe('{}');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    await screen.findByRole('heading', { name: 'Saved' });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('asks before anybody has said who is there, and leads to the sign-in once that is known', async () => {
    neverAnswer('get', '/auth/session');
    answer('get', '/api/help', HELP);
    const { user, path } = renderPortal('/portal/check-in');

    expect(await screen.findByRole('group', { name: 'How are you today?' })).toBeVisible();

    await user.click(screen.getByRole('radio', { name: '5' }));
    expect(path()).toBe('/check-in');
  });

  it('leads somebody who is signed out to the sign-in', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('get', '/api/help', HELP);
    const { path } = renderPortal('/portal/check-in');

    await screen.findByRole('heading', { name: 'Sign in' });
    await waitFor(() => expect(path()).toBe('/sign-in'));
  });

  it('says so when the account is tied to nobody', async () => {
    answerAsClient();
    answer('get', '/api/me', problem(404, 'no-record'));
    renderPortal('/portal/check-in');

    expect(
      await screen.findByRole('heading', { name: 'Your account is not tied to your record yet' }),
    ).toBeVisible();
  });
});

describe('help', () => {
  it("is the practice's own where it gave some", async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('get', '/api/help', { ...HELP, numbers: [{ words: 'Night line', tel: '+15550100' }] });
    renderPortal('/portal/help');

    expect(await screen.findByRole('link', { name: 'Night line' })).toHaveAttribute('href', 'tel:+15550100');
    expect(screen.queryByRole('link', { name: /988/ })).toBeNull();
    expect(screen.getByRole('link', { name: /your practice/ })).toBeVisible();
  });

  it('is there without a sign-in, with the numbers of every country while nobody knows which', async () => {
    answer('get', '/auth/session', SIGNED_OUT);
    answer('get', '/api/help', Response.error());
    renderPortal('/portal/help');

    expect(await screen.findByRole('heading', { name: 'Get help now' })).toBeVisible();
    expect(screen.getByRole('link', { name: /911, emergency \(United States\)/ })).toBeVisible();
    expect(screen.getAllByRole('link', { name: /Samaritans/ })[0]).toHaveAttribute('href', 'tel:116123');
  });
});
