import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { HELP_SETTINGS } from '@/test/SomeHelpNumbers';
import { answer, done, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';
import { DIGEST, PRACTICE } from '@/test/SomePractice';

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/settings/digest', DIGEST);
});

const open = () => renderStaff('/settings/practice');
const part = async (name: string) => within(await screen.findByRole('form', { name }));

describe('how the practice works', () => {
  it('says what is a default and what somebody decided', async () => {
    open();

    expect((await part('Screen lock')).getByText(/what every practice starts with/)).toBeVisible();
    expect((await part('Daily digest')).queryByText(/what every practice starts with/)).toBeNull();
    expect((await part('Daily digest')).getByText('The last one: Mon 23 Nov.')).toBeVisible();
    expect((await part('When people are called')).getAllByLabelText(/from$/)).toHaveLength(5);
  });

  it('saves the hour of the digest, and that it is off, with the version it saw', async () => {
    const saved = answer('post', '/api/settings/digest', done());
    const { user } = open();
    const digest = await part('Daily digest');

    await user.clear(digest.getByLabelText('At'));
    await user.type(digest.getByLabelText('At'), '07:15');
    await user.click(digest.getByLabelText('Send it each day'));
    await user.click(digest.getByRole('button', { name: 'Save: Daily digest' }));

    expect(await digest.findByText('Saved.')).toBeVisible();
    expect(saved).toEqual([{ on: false, atMinute: 435, version: 3 }]);
  });

  it('keeps what was typed when it is refused, and marks the field', async () => {
    answer('post', '/api/settings/templates', problem(422, 'setting-wrong', { field: 'items.0.text' }));
    const { user } = open();
    const messages = await part('Messages');
    const text = messages.getByLabelText('What it says');

    await user.clear(text);
    await user.type(text, 'Good morning');
    await user.click(messages.getByRole('button', { name: 'Save: Messages' }));

    expect(await messages.findByRole('alert')).toHaveTextContent('something in it cannot be so');
    expect(text).toHaveValue('Good morning');
    expect(text).toHaveAccessibleDescription('This cannot be saved so.');
  });

  it('asks nobody when a field is wrong already here', async () => {
    const saved = answer('post', '/api/settings/templates', done());
    const { user } = open();
    const messages = await part('Messages');

    await user.click(messages.getByRole('button', { name: 'Add a message' }));
    const second = within(messages.getByRole('group', { name: 'Message 2' }));
    await user.type(second.getByLabelText('What it is called'), 'Offer times');
    await user.type(second.getByLabelText('What it says'), 'Dear {{diagnosis}');
    await user.click(messages.getByRole('button', { name: 'Save: Messages' }));

    expect(second.getByLabelText('What it is called')).toHaveAccessibleDescription(
      'Another message is called that.',
    );
    expect(second.getByLabelText('What it says')).toHaveAccessibleDescription(/In braces stand/);
    expect(messages.getByText('Not saved. See what is marked above.')).toBeVisible();
    expect(saved).toEqual([]);
  });

  it('tells who was slower, and takes what holds only when asked', async () => {
    answer('get', '/api/settings/practice', PRACTICE, { ...PRACTICE, notice: { minutes: 120, version: 1 } });
    answer('post', '/api/settings/notice', problem(409, 'changed-meanwhile'));
    const { user } = open();
    const notice = await part('Minimum notice');
    const choice = notice.getByLabelText('Offer times from');

    await user.selectOptions(choice, '30 minutes');
    await user.click(notice.getByRole('button', { name: 'Save: Minimum notice' }));
    expect(await notice.findByRole('alert')).toHaveTextContent('Somebody changed this meanwhile');
    expect(choice).toHaveDisplayValue('30 minutes');
    await user.click(notice.getByRole('button', { name: 'Show what holds now' }));

    expect(choice).toHaveDisplayValue('2 hours');
    expect(notice.queryByRole('alert')).toBeNull();
  });

  it('calls people patients on every page where the practice does', async () => {
    answer('get', '/api/settings/practice', PRACTICE, {
      ...PRACTICE,
      words: { word: 'patient', version: 1 },
    });
    answer('get', '/api/settings/help-numbers', HELP_SETTINGS);
    const saved = answer('post', '/api/settings/words', done());
    const { user } = open();
    const words = await part('Words');

    await user.selectOptions(words.getByLabelText('Say'), 'Patient');
    await user.click(words.getByRole('button', { name: 'Save: Words' }));
    expect(await words.findByText('Saved.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Settings' }));
    await user.click(await screen.findByRole('link', { name: 'Help numbers' }));

    expect(saved).toEqual([{ word: 'patient', version: 0 }]);
    expect(await screen.findByText(/Patients are shown those of the country/)).toBeVisible();
  });

  it('saves when people are called as a week of hours', async () => {
    const saved = answer('post', '/api/settings/contact-times', done());
    const { user } = open();
    const times = await part('When people are called');

    await user.click(times.getByRole('button', { name: 'Remove Friday, 09:00 to 19:00' }));
    await user.click(times.getByRole('button', { name: 'Save: When people are called' }));

    expect(await times.findByText('Saved.')).toBeVisible();
    expect(saved).toEqual([{ hours: PRACTICE.contactTimes.hours.slice(0, 4), version: 0 }]);
  });

  it('shows what could be had, and says what could not', async () => {
    answer('get', '/api/settings/digest', problem(500, 'unexpected'));
    open();

    expect(await screen.findByRole('alert')).toHaveTextContent('req-7');
    expect((await part('Words')).getByLabelText('Say')).toBeVisible();
    expect(screen.queryByRole('form', { name: 'Daily digest' })).toBeNull();
  });

  it('says that it is loading', async () => {
    neverAnswer('get', '/api/settings/digest');
    open();

    expect(await screen.findByText('Loading')).toBeVisible();
  });
});
