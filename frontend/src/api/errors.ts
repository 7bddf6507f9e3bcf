import { useTranslation } from 'react-i18next';

import { ApiProblem } from '@/api/problem';
import { ownZone, timeOfDay } from '@/lib/moments';

/** What a person reads when something failed, and the number to quote when asking about it. */
export interface ProblemWords {
  text: string;
  reference?: string | undefined;
}

// Refusals that explain themselves: a reference number beside them would only worry people.
const EXPECTED = new Set([
  'wrong-sign-in',
  'wrong-password',
  'wrong-code',
  'code-already-used',
  'too-many-tries',
  'signed-out',
  'set-up-expired',
  'invite-over',
  'weak-password',
  'changed-under-you',
  'step-up-required',
  'link-needed',
  'link-over',
  'not-yourself',
  'last-admin',
  'role-fixed',
  'practitioners-only',
  'practice-not-usable',
  'already-asked',
  'second-admin-needed',
  'second-admin-available',
  'card-for-admins-only',
  'no-card',
  'card-too-new',
  'wrong-card',
  'not-yet',
  'reset-over',
  'not-usable',
  'already-invited',
  'account-exists',
  'invite-not-usable',
  'passkey-refused',
  'passkey-cancelled',
  'passkey-exists',
  'passkey-unusable',
  'no-such-factor',
  'last-factor',
  'no-recovery-codes',
  'bad-name',
  'check-ins-enough',
  'check-in-settled',
  'check-in-note-too-long',
  'answer-out-of-range',
  'no-record',
  'too-early',
  'no-link',
  'acuity-away',
  'care-closed',
]);

/** The one place where problem codes become sentences. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const { t, i18n } = useTranslation('errors');
  return (error) => {
    const problem = error instanceof ApiProblem ? error : new ApiProblem('unknown', 0);
    const reference = EXPECTED.has(problem.code) ? undefined : (problem.requestId ?? undefined);
    if (problem.code === 'too-many-tries' && problem.retryAt)
      return { text: t('too-many-tries-until', { time: timeOfDay(problem.retryAt, ownZone()) }) };
    if (problem.code === 'weak-password' && i18n.exists(`errors:weak-password-${problem.reason}`))
      return { text: t(`weak-password-${problem.reason}`) };
    const key = i18n.exists(`errors:${problem.code}`) ? problem.code : 'unknown';
    return { text: t(key), reference };
  };
}
