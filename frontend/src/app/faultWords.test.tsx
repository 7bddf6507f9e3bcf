import { cleanup, screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { all, line } from '@/features/connections/SomeConnections';
import { renderStaff } from '@/test/renderApp';
import { answer } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';

/** The table of faults, as sync tells them: what each means for whoever reads the page has to be said here. */
const [matrix = ''] = Object.values(
  import.meta.glob<string>('../../../services/sync/src/test/java/hotleads/sync/FaultMatrixTest.java', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

const NAMES = { acuity: 'Acuity', zoom: 'Zoom', zoho: 'Zoho', google: 'Google' };

/** What a person may expect of an answer of this kind: that it is tried again, or what they are to do themselves. */
const MEANS: Record<string, RegExp> = {
  RETRY_LATER: /Nothing is lost|nothing is lost|try again|tried again/,
  REFUSED_TOKEN: /again|does not take our user id and key/,
  REFUSED_PERMISSION: /does not let|allow|rights|has withdrawn our permission/,
  GONE: /no longer knows|does not know|read the whole calendar again/,
  CHANGED: /changed|again|busy/,
  BAD_REQUEST: /did not accept|does not know the address/,
  UNCLEAR: /does not answer|trouble on its side|cannot read/,
};

const told = [
  ...new Set(
    [...matrix.matchAll(/^ {12}[^|\n]+\| (\w+) +\|([^\n]+)$/gm)].flatMap(([, provider, cells]) =>
      [...(cells ?? '').matchAll(/\b([A-Z_]+) ([a-z-]+)/g)].map(([, outcome, cause]) =>
        [outcome, `${provider}.${cause}`].join(' '),
      ),
    ),
  ),
].map((one) => one.split(' ') as [string, string]);

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/api/backfills', { items: [] });
});

it('finds what faults are told as', () => {
  expect(told.length).toBeGreaterThan(40);
});

it.each(told)('says what %s as %s means', async (outcome, causeKey) => {
  const source = causeKey.split('.')[0] as keyof typeof NAMES;
  answer('get', '/api/connections', all(line(source, 'late', { causeKey })));
  renderStaff('/connections');

  const shown = within(await screen.findByRole('listitem', { name: new RegExp(`^${NAMES[source]}`) }));

  expect(shown.getByText(MEANS[outcome] ?? outcome)).toHaveTextContent(NAMES[source]);
  expect(shown.queryByText(/gave no clear answer/)).toBeNull();
  cleanup();
});
