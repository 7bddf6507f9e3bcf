import { vi } from 'vitest';

/** What the browser's own passkey dialog comes to: made, answered, or an error of the name browsers use. */
export function fakeDevice(outcome: 'works' | 'NotAllowedError' | 'InvalidStateError' = 'works') {
  const give = (credential: object) => (): Promise<object> =>
    outcome === 'works'
      ? Promise.resolve(credential)
      : Promise.reject(Object.assign(new Error('as browsers say it'), { name: outcome }));
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  const credential = (response: object) => ({
    id: 'AQID',
    rawId: bytes,
    type: 'public-key',
    response,
    getClientExtensionResults: () => ({}),
  });
  const create = vi.fn<() => Promise<object>>(
    give(
      credential({
        attestationObject: bytes,
        clientDataJSON: bytes,
        getTransports: () => ['internal'],
      }),
    ),
  );
  const get = vi.fn<() => Promise<object>>(
    give(
      credential({ authenticatorData: bytes, clientDataJSON: bytes, signature: bytes, userHandle: bytes }),
    ),
  );
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(function PublicKeyCredential() {}, {
      // Nothing is offered in fields here; the real browser's tests see that.
      isConditionalMediationAvailable: () => Promise.resolve(false),
    }),
  );
  vi.stubGlobal('navigator', Object.assign(navigator, { credentials: { create, get } }));
  return { create, get };
}

export const PASSKEY_QUESTION = {
  challenge: 'AQID',
  rpId: 'localhost',
  timeout: 600_000,
  userVerification: 'required',
};

export const PASSKEY_TO_MAKE = {
  rp: { id: 'localhost', name: 'Hot Leads' },
  user: { id: 'AQID', name: 'tony@example.org', displayName: 'Tony' },
  challenge: 'AQID',
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 600_000,
  excludeCredentials: [],
  authenticatorSelection: {
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'required',
  },
  attestation: 'none',
};
