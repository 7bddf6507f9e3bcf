import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ANNA_ID, CHAINS, GUESSES, TONY_ID, trailOf, UNBROKEN, VIEW } from '@/features/audit/SomeEntries';
import { renderStaff } from '@/test/renderApp';
import { answer, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

const ENTRIES = '/api/audit/entries';
const rowOf = (name: RegExp) => screen.findByRole('row', { name });

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/audit/chains', CHAINS);
});

describe('the trail', () => {
  it('says when, who, what, to whom, from where', async () => {
    answer('get', ENTRIES, trailOf(VIEW, GUESSES));
    renderStaff('/audit');

    const view = await rowOf(/Looked at the person/);

    expect(view).toHaveTextContent('Tue 24 Nov, 8:40am');
    expect(view).toHaveTextContent('Tony');
    expect(view).toHaveTextContent('Admin');
    expect(view).toHaveTextContent('Anna Rivera');
    const guesses = await rowOf(/wrong password/);
    expect(guesses).toHaveTextContent('Someone unknown');
    expect(guesses).toHaveTextContent('198.51.100.7');
    expect(guesses).toHaveTextContent('refused');
    expect(guesses).toHaveTextContent('3 times');
  });

  it('counts what a page held that somebody looked at', async () => {
    const page = { ...VIEW, act: 'events.viewed', people: [], peopleCount: 0, subjectKind: 'event' };
    answer('get', ENTRIES, trailOf({ ...page, subject: '0198-a,0198-b,0198-c' }));
    renderStaff('/audit');

    expect(await rowOf(/Looked at events/)).toHaveTextContent('event, 3 of them');
  });

  it('changes names with the privacy key', async () => {
    answer('get', ENTRIES, trailOf(VIEW));
    const { user } = renderStaff('/audit');
    await rowOf(/Anna Rivera/);

    await user.keyboard('{Shift>}P{/Shift}');
    expect(await rowOf(/AR/)).toBeVisible();
    await user.keyboard('{Shift>}P{/Shift}');
    expect(await rowOf(/Name hidden/)).toBeVisible();

    expect(document.body).not.toHaveTextContent('Rivera');
    expect(document.title).toBe('Audit · Hot Leads');
  });

  it('follows a person and an actor by their ids in the address', async () => {
    answer('get', ENTRIES, trailOf(VIEW, GUESSES));
    const { user, search } = renderStaff('/audit');

    await user.click(within(await rowOf(/Looked at the person/)).getByRole('link', { name: 'Anna Rivera' }));
    await user.click(await screen.findByRole('link', { name: 'Tony' }));

    expect(search()).toEqual({ person: ANNA_ID, actor: TONY_ID });
    expect(await screen.findByRole('button', { name: 'Only: to Anna Rivera' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Only: by Tony' }));
    expect(search()).toEqual({ person: ANNA_ID });
  });

  it('filters by act and by day, and leaves out what is no filter', async () => {
    answer('get', ENTRIES, trailOf(VIEW));
    const { user, search } = renderStaff('/audit?act=sign-in&from=2026-11-01&to=yesterday');
    await rowOf(/Anna/);

    expect(screen.getByLabelText('Did what')).toHaveValue('sign-in');
    await user.selectOptions(screen.getByLabelText('Did what'), 'Hooks');
    expect(search()).toMatchObject({ act: 'hook', from: '2026-11-01' });
  });

  it('exports what the filter means, once whoever asks has proved again who they are', async () => {
    answer('get', ENTRIES, trailOf(VIEW));
    answer('get', '/auth/session', signedInAs('admin'), { ...signedInAs('admin'), freshForSeconds: 12 });
    answer('post', '/auth/step-up', { state: 'signed-in' });
    const fetched: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      fetched.push(this.href);
    });
    const { user } = renderStaff('/audit?act=hook&from=2026-11-01&to=yesterday');
    await rowOf(/Anna/);

    await user.click(screen.getByRole('button', { name: 'Export as table (CSV)' }));
    const question = await screen.findByRole('dialog', { name: 'Is it still you?' });
    expect(fetched).toEqual([]);
    await user.type(await within(question).findByLabelText('6-digit code'), '123456');
    await user.click(within(question).getByRole('button', { name: 'Go on' }));

    await waitFor(() => expect(fetched).toHaveLength(1));
    expect(fetched[0]).toContain('act=hook');
    expect(fetched[0]).toContain('from=2026-11-01T04%3A00%3A00.000Z');
    expect(fetched[0]).not.toContain('yesterday');
  });

  it('says how much is not in CloudWatch yet, also when nothing ever was', async () => {
    const [core, auth] = CHAINS.chains;
    const chains = [
      { ...core, shipping: true, shipped: 47_000, shippedAt: '2026-11-24T13:39:50Z' },
      { ...auth, shipping: true },
    ];
    answer('get', ENTRIES, trailOf(VIEW));
    answer('get', '/api/audit/chains', { ...CHAINS, chains });

    renderStaff('/audit');

    expect(
      await screen.findByText(/in CloudWatch up to no. 47,000 on .*, 208 entries still to come/),
    ).toBeVisible();
    expect(screen.getByText(/nothing of it is in CloudWatch yet/)).toBeVisible();
  });

  it('shows older entries when asked', async () => {
    answer('get', ENTRIES, { ...trailOf(VIEW), next: '48118_912' }, trailOf(GUESSES));
    const { user } = renderStaff('/audit');
    await rowOf(/Looked at the person/);

    await user.click(screen.getByRole('button', { name: 'Show older entries' }));

    expect(await rowOf(/wrong password/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show older entries' })).toBeNull();
  });

  it('says that nothing matches, and how to see all', async () => {
    answer('get', ENTRIES, trailOf());
    renderStaff('/audit?act=invite');

    expect(await screen.findByText('No entries match')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all entries' })).toBeVisible();
  });

  it('says that sign-ins are missing when they are', async () => {
    answer('get', ENTRIES, { ...trailOf(VIEW), signInsMissing: true });
    renderStaff('/audit');

    expect(await screen.findByText(/Sign-ins cannot be shown just now/)).toBeVisible();
  });

  it('shows nothing at first, then skeleton rows', async () => {
    neverAnswer('get', ENTRIES);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderStaff('/audit');
    await screen.findByRole('heading', { name: 'Audit' });

    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(screen.getAllByTestId('skeleton')).toHaveLength(12);
  });

  it('says what failed, with the number to name', async () => {
    answer('get', ENTRIES, problem(500, 'unexpected'));
    renderStaff('/audit');

    expect(await screen.findByText('req-7')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('the chain', () => {
  beforeEach(() => {
    answer('get', ENTRIES, trailOf(VIEW));
  });

  it('says how far it reaches and by which key', async () => {
    renderStaff('/audit');

    expect(await screen.findByText(/Records: 47,208 entries/)).toHaveTextContent('anchored up to no. 47,200');
    expect(screen.getByText('3f:2a:90:11:00:c4:7d:e8')).toBeVisible();
    expect(screen.getByText('Not verified yet.')).toBeVisible();
  });

  it('is verified with progress, and then unbroken', async () => {
    const running = { ...UNBROKEN, state: 'running', checked: 12_000, chains: [] };
    answer('post', '/api/audit/verifications', running);
    answer('get', `/api/audit/verifications/${UNBROKEN.id}`, running, UNBROKEN);
    const { user } = renderStaff('/audit');

    await user.click(await screen.findByRole('button', { name: 'Verify' }));

    expect(await screen.findByText('12,000 of 48,120 entries')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '12000');
    expect(await screen.findByText('48,120 entries, unbroken')).toBeVisible();
  });

  it('names the entry at which it breaks', async () => {
    const broken = {
      ...UNBROKEN,
      state: 'broken',
      chains: [
        {
          chain: 'core',
          entries: 31_406,
          anchored: 31_400,
          broken: { seq: 31_407, until: 31_407, kind: 'altered', at: '2026-11-12T15:00:00Z' },
        },
      ],
    };
    answer('post', '/api/audit/verifications', { ...broken, state: 'running' });
    answer('get', `/api/audit/verifications/${UNBROKEN.id}`, broken);
    const { user } = renderStaff('/audit');

    await user.click(await screen.findByRole('button', { name: 'Verify' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Records break at entry 31,407, Thu 12 Nov, 10:00am. The entry was altered or moved.',
    );
  });

  it('is never called unbroken when the check did not finish', async () => {
    answer('post', '/api/audit/verifications', { ...UNBROKEN, state: 'running' });
    answer('get', `/api/audit/verifications/${UNBROKEN.id}`, { ...UNBROKEN, state: 'not-finished' });
    const { user } = renderStaff('/audit');

    await user.click(await screen.findByRole('button', { name: 'Verify' }));

    expect(await screen.findByText(/Verification did not finish/)).toBeVisible();
    expect(screen.queryByText(/unbroken/)).toBeNull();
  });

  it('tests the checker, and says so loudly when it fails', async () => {
    answer(
      'post',
      '/api/audit/checker-tests',
      { passed: true, entries: 1000, altered: 47_001, found: 47_001 },
      { passed: false, entries: 1000, altered: 47_001, found: null },
    );
    const { user } = renderStaff('/audit');

    await user.click(await screen.findByRole('button', { name: 'Test the checker' }));
    expect(await screen.findByText(/The checker works: in a copy of 1,000 entries/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Test the checker' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The checker does not work');
  });
});
