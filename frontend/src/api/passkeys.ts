import type { paths } from '@/api/generated/auth';
import { ApiProblem } from '@/api/problem';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Creation = Json<paths['/auth/set-up/passkey']['post']['responses'][200]>;
type Question = Json<paths['/auth/passkey/options']['post']['responses'][200]>;
type NewPasskey = Json<paths['/auth/set-up/passkey/confirm']['post']['requestBody']>;
type PasskeyAnswer = Json<paths['/auth/passkey']['post']['requestBody']>;

// Only for those who use a passkey, and only then.
const library = () => import('@simplewebauthn/browser');

/** Whether this browser knows passkeys at all. */
export function hasPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/** Whether it offers them in the e-mail field, among what it fills in. */
export async function offersPasskeys(): Promise<boolean> {
  return hasPasskeys() && (await library()).browserSupportsWebAuthnAutofill();
}

/** Has the device make a passkey, after its own dialog; the name stays between us and the server. */
export async function makePasskey(options: Creation, name: string): Promise<NewPasskey> {
  const { startRegistration } = await library();
  const { response } = await startRegistration({ optionsJSON: options }).catch(asProblem);
  return {
    name,
    clientDataJson: response.clientDataJSON,
    attestationObject: response.attestationObject,
    transports: response.transports ?? [],
  };
}

/** Has a device answer with a passkey; by the field, it waits until somebody chooses one there. */
export async function answerWithPasskey(question: Question, isByField: boolean): Promise<PasskeyAnswer> {
  const { startAuthentication } = await library();
  const { id, response } = await startAuthentication({
    optionsJSON: question,
    useBrowserAutofill: isByField,
  }).catch(asProblem);
  return {
    credentialId: id,
    clientDataJson: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    userHandle: response.userHandle ?? '',
  };
}

/** Takes a question back that waits in the field. */
export async function stopAsking(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

// Browsers tell little on purpose, so that pages learn nothing of whose passkeys there are.
const CODES: Record<string, string> = {
  NotAllowedError: 'passkey-cancelled',
  AbortError: 'passkey-cancelled',
  InvalidStateError: 'passkey-exists',
};

function asProblem(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : '';
  throw new ApiProblem(CODES[name] ?? 'passkey-unusable', 0, undefined, undefined, undefined, { cause });
}
