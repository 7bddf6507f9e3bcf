import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { renderStaff } from '@/test/renderApp';
import { answer, neverAnswer, problem } from '@/test/server';
import { signedInAs } from '@/test/SomeSessions';
import { ASKED, LOOKED, SCORING } from '@/test/SomeScoring';

const LOOKBACK = `/api/scoring/lookbacks/${ASKED.id}`;

beforeEach(() => {
  answer('get', '/auth/session', signedInAs('admin'));
  answer('get', '/auth/admin/staff', { staff: [], practitioners: [] });
  answer('get', '/api/scoring', SCORING, { ...SCORING, version: 4 });
  answer('post', '/api/scoring/lookbacks', ASKED);
});

const points = (name: string) => screen.findByLabelText(`Points: ${name}`);
const SECOND = 'First session done, second not booked';

function type(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

describe('scoring', () => {
  it('says how well the list did beside newest first and by lot, with what that means', async () => {
    answer('get', LOOKBACK, LOOKED);
    renderStaff('/settings/scoring');

    const table = within(await screen.findByRole('table'));
    expect(table.getByRole('row', { name: /As it is, version 3/ })).toHaveTextContent(
      '24 of 60: 40 %, 29 to 53 %',
    );
    expect(table.getByRole('row', { name: /Newest activity first/ })).toHaveTextContent('33 %');
    expect(table.getByRole('row', { name: /By lot/ })).toHaveTextContent('Too few to say: 12 counted');
    expect(table.queryByRole('row', { name: /Your draft/ })).toBeNull();
    expect(screen.getByText(/not how many booked because we rang/)).toBeVisible();
    expect(screen.getByText(/Nobody was listed though known to have booked/)).toBeVisible();
    expect(screen.getByText(/Shown 31 · contacted 12 · booked 14 · disputed 1/)).toBeVisible();
    expect(screen.getByText(/After a contact: 11 so far, too few to say/)).toBeVisible();
  });

  it('says so when newest first does as well', async () => {
    const found = { ...LOOKED.found, newest: LOOKED.found?.now.share };
    answer('get', LOOKBACK, { ...LOOKED, found });
    renderStaff('/settings/scoring');

    expect(await screen.findByText('Newest activity first does as well as this list.')).toBeVisible();
  });

  it('publishes a draft once it was looked at, with a word on why', async () => {
    answer('get', LOOKBACK, LOOKED);
    const asked = answer('post', '/api/scoring/lookbacks', ASKED);
    const published = answer('post', '/api/scoring/versions', SCORING.versions[0] ?? null);
    const { user } = renderStaff('/settings/scoring');
    type(await points(SECOND), '50');

    expect(await screen.findByText(/Waits for the look back|Say why first/)).toBeVisible();
    const publish = screen.getByRole('button', { name: 'Publish as version 4' });
    expect(publish).toBeDisabled();
    await user.type(screen.getByLabelText('Why'), 'Seconds');
    expect(await screen.findByText('Enters the first ten: Anna Rivera')).toBeVisible();
    expect(screen.getByText('Anna Rivera: from 14 to 3')).toBeVisible();
    await user.click(publish);

    expect(await screen.findByText('Version 4 holds. Change a reason to begin a draft.')).toBeVisible();
    expect(published).toMatchObject([{ basedOn: 3, note: 'Seconds', lookbackId: ASKED.id }]);
    expect(JSON.stringify(asked)).toContain('{"rule":"R1","on":true,"tenths":500,"halfLifeDays":12}');
  });

  it('says beside a field what cannot be, and looks back at nothing', async () => {
    answer('get', LOOKBACK, LOOKED);
    renderStaff('/settings/scoring');
    const field = await points('Contacted recently');

    type(field, '5');

    expect(field).toBeInvalid();
    expect(screen.getByText(/Between −100 and less than 0 points/)).toBeVisible();
    expect(screen.getByText("A reason's points or days cannot be so.")).toBeVisible();
    type(field, '-30');
  });

  it('goes back to an earlier version without waiting', async () => {
    neverAnswer('get', LOOKBACK);
    const published = answer('post', '/api/scoring/versions', SCORING.versions[0] ?? null);
    const { user } = renderStaff('/settings/scoring');
    await points(SECOND);

    await user.click(screen.getByRole('button', { name: 'Take up version 2 again' }));
    expect(await points(SECOND)).toHaveValue(40);
    await user.click(screen.getByRole('button', { name: 'Publish as version 4' }));

    expect(await screen.findByText(/Version 4 holds/)).toBeVisible();
    expect(published).toMatchObject([{ note: 'Back to version 2' }]);
  });

  it('keeps the draft when somebody else was quicker', async () => {
    answer('get', LOOKBACK, LOOKED);
    answer('post', '/api/scoring/versions', problem(409, 'changed-meanwhile'));
    const { user } = renderStaff('/settings/scoring');
    await user.click(await screen.findByRole('button', { name: 'Take up version 2 again' }));

    await user.click(screen.getByRole('button', { name: 'Publish as version 4' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody changed this meanwhile');
    expect(await points(SECOND)).toHaveValue(40);
    await user.click(screen.getByRole('button', { name: 'Drop the draft' }));
    expect(await points(SECOND)).toHaveValue(48);
  });

  it('says that looking back failed, and begins again', async () => {
    answer('get', LOOKBACK, { ...ASKED, state: 'failed' });
    renderStaff('/settings/scoring');

    expect(await screen.findByRole('alert')).toHaveTextContent('Looking back did not come to an end');
  });
});
