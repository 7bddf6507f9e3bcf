import type { paths } from '@/api/generated/auth';

export type RecoveryCodeList =
  paths['/auth/set-up/totp/confirm']['post']['responses'][200]['content']['application/json'];

/** The same as this page holds it, saying whether they came with a passkey that was made just now. */
export type ShownCodes = RecoveryCodeList & { isPasskeyReady?: boolean };

/** Where the codes wait in memory between the confirmed key and the page that shows them. */
export const RECOVERY_CODES_KEY = ['set-up', 'recovery-codes'] as const;

/** The one to type back: far enough down that the list was really looked at. */
export const ASKED_NUMBER = 4;

/** The list as plain text, as it is copied and saved. */
export function asText({ recoveryCodes }: RecoveryCodeList): string {
  return recoveryCodes.map(({ number, code }) => `${number}. ${code}`).join('\n') + '\n';
}
