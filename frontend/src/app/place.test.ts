import { describe, expect, it } from 'vitest';

import { placeFor } from '@/app/place';
import { SAVING_CODES, SECOND_FACTOR, SETTING_UP, SIGNED_OUT, signedInAs } from '@/test/SomeSessions';

const client = signedInAs('client');
const settingUpClient = { ...SETTING_UP, ...(client.account && { account: client.account }) };

describe('staff', () => {
  it.each([
    [SIGNED_OUT, '/leads', '/sign-in'],
    [SIGNED_OUT, '/set-up', '/sign-in'],
    [SECOND_FACTOR, '/leads', '/sign-in'],
    [SECOND_FACTOR, '/set-up', '/sign-in'],
    [SECOND_FACTOR, '/me/security', '/sign-in'],
    [SETTING_UP, '/me/security', '/set-up'],
    [SETTING_UP, '/leads', '/set-up'],
    [SAVING_CODES, '/', '/set-up'],
    [signedInAs('admin'), '/', '/leads'],
    [signedInAs('admin'), '/sign-in', '/leads'],
    [signedInAs('admin'), '/set-up', '/set-up/card'],
    [SETTING_UP, '/set-up/card', '/set-up'],
    [signedInAs('practitioner'), '/set-up', '/today'],
    [signedInAs('practitioner'), '/set-up/card', '/today'],
    [signedInAs('practitioner'), '/leads', '/today'],
    [signedInAs('practitioner'), '/audit', '/today'],
    [signedInAs('practitioner'), '/sign-in', '/today'],
  ])('are sent on: %o at %s to %s', (session, path, to) => {
    expect(placeFor('staff', session, path)).toEqual({ kind: 'go', to });
  });

  it.each([
    [SIGNED_OUT, '/sign-in'],
    [SIGNED_OUT, '/invite'],
    [SECOND_FACTOR, '/sign-in'],
    [SETTING_UP, '/set-up'],
    [signedInAs('admin'), '/leads'],
    [signedInAs('admin'), '/invite'],
    [signedInAs('practitioner'), '/today'],
    [signedInAs('practitioner'), '/clients'],
    [signedInAs('practitioner'), '/me/security'],
  ])('stay: %o at %s', (session, path) => {
    expect(placeFor('staff', session, path)).toEqual({ kind: 'here' });
  });
});

describe('people at the wrong door', () => {
  it.each([client, settingUpClient])('are led to the right one: %o', (session) => {
    expect(placeFor('staff', session, '/')).toEqual({ kind: 'leave', to: '/portal' });
  });

  it('leave the portal when they are staff', () => {
    expect(placeFor('portal', signedInAs('admin'), '/')).toEqual({ kind: 'leave', to: '/' });
  });

  it('stay in the portal when they are clients, and begin with the question', () => {
    expect(placeFor('portal', client, '/')).toEqual({ kind: 'go', to: '/check-in' });
    expect(placeFor('portal', client, '/bookings')).toEqual({ kind: 'here' });
  });

  it('are led to help by nobody: it is open', () => {
    expect(placeFor('portal', SIGNED_OUT, '/help')).toEqual({ kind: 'here' });
    expect(placeFor('portal', SECOND_FACTOR, '/help')).toEqual({ kind: 'here' });
    expect(placeFor('portal', SIGNED_OUT, '/check-in')).toEqual({ kind: 'go', to: '/sign-in' });
  });
});
