import type { Session } from '@/api/session';

export const SIGNED_OUT: Session = { state: 'signed-out' };
export const SECOND_FACTOR: Session = { state: 'second-factor', secondFactors: ['app'] };
export const SETTING_UP: Session = { state: 'set-up', setUpStep: 'choose' };
export const SAVING_CODES: Session = { state: 'set-up', setUpStep: 'codes' };

export const LOCKED: Session = {
  state: 'locked',
  secondFactors: ['app'],
  account: { id: '0b8f7d52-0000-4000-8000-000000000001', displayName: 'Tony', role: 'admin' },
};

export function signedInAs(role: 'admin' | 'practitioner' | 'client'): Session {
  const account = { id: '0b8f7d52-0000-4000-8000-000000000001', displayName: 'Tony', role };
  return { state: 'signed-in', secondFactors: ['app'], account };
}
