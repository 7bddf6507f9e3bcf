import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';
import { HELP_SETTINGS } from '@/test/SomeHelpNumbers';

const HERE = 'United States, where the practice is';
const SAVE = '/api/settings/help-numbers/US';

function open() {
  answer('get', '/auth/session', signedInAs('admin'));
  return renderStaff('/settings/help-numbers');
}

const region = (name: string) => screen.findByRole('region', { name });

describe('help numbers', () => {
  it("begin with the practice's own, and say when nobody has looked for long", async () => {
    answer('get', '/api/settings/help-numbers', HELP_SETTINGS);
    open();

    const here = await region(HERE);
    expect(within(here).getByText('Given by the practice, checked Wed 25 Nov 2026.')).toBeVisible();
    expect(within(here).getByText(/Nobody has checked these numbers for more than 90 days/)).toBeVisible();
    expect(within(here).getByLabelText('What is read')).toHaveValue('911, emergency');
    const ireland = await region('Ireland');
    expect(within(ireland).getByText(/The numbers that come with the portal, checked/)).toBeVisible();
    expect(within(ireland).getAllByLabelText('What is called')[1]).toHaveValue('116123');
  });

  it('are not called old on the ninetieth day', async () => {
    answer('get', '/api/settings/help-numbers', { ...HELP_SETTINGS, today: '2027-02-23' });
    open();

    const here = await region(HERE);

    expect(within(here).queryByText(/90 days/)).toBeNull();
  });

  it('are changed, and whoever saves them has checked them', async () => {
    answer('get', '/api/settings/help-numbers', HELP_SETTINGS, {
      ...HELP_SETTINGS,
      own: [{ country: 'US', checkedOn: '2027-02-24', numbers: [{ words: '988, Lifeline', tel: '988' }] }],
    });
    const saved = answer('post', SAVE, {});
    const { user } = open();
    const here = await region(HERE);

    await user.click(within(here).getByRole('button', { name: 'Add a number' }));
    const second = within(here).getByRole('group', { name: 'Number 2' });
    await user.type(within(second).getByLabelText('What is read'), '988, Lifeline');
    await user.type(within(second).getByLabelText('What is called'), '988');
    await user.click(within(here).getByRole('button', { name: 'Remove 911, emergency' }));
    await user.click(within(here).getByRole('button', { name: /^Save as checked today/ }));

    expect(await screen.findByText('Given by the practice, checked Wed 24 Feb.')).toBeVisible();
    expect(screen.queryByText(/90 days/)).toBeNull();
    expect(saved).toEqual([{ numbers: [{ words: '988, Lifeline', tel: '988' }] }]);
  });

  it('that are refused stay as they were typed', async () => {
    answer('get', '/api/settings/help-numbers', HELP_SETTINGS);
    answer('post', SAVE, problem(422, 'help-numbers-wrong'));
    const { user } = open();
    const here = await region(HERE);

    await user.clear(within(here).getByLabelText('What is called'));
    await user.click(within(here).getByRole('button', { name: /^Save as checked today/ }));

    expect(await within(here).findByRole('alert')).toHaveTextContent('Give one to ten numbers');
    expect(within(here).getByLabelText('What is read')).toHaveValue('911, emergency');
  });

  it('of a country without any say so', async () => {
    answer('get', '/api/settings/help-numbers', { ...HELP_SETTINGS, practiceCountry: 'NL', own: [] });
    open();

    const here = await region('Netherlands, where the practice is');

    expect(within(here).getByText(/There are no numbers for this country yet/)).toBeVisible();
  });
});
