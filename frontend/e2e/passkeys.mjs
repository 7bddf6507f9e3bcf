// Passkeys in the real product and a real browser, with the browser's own virtual authenticator: set up, used by the button
// and by the field, and refused when one was answered on another page, altered, answered without the device's lock, copied or removed. The system tests start it against their demo;
// DEMO, CERTIFICATE and PASSWORD say where.
import assert from 'node:assert/strict';

import { barriers, openBrowser } from './browser.mjs';

const { DEMO, CERTIFICATE, PASSWORD } = process.env;
const PORTAL = `${DEMO}/portal`;
const ELSEWHERE = 'http://localhost:8999';

const browser = await openBrowser(CERTIFICATE);
const context = await browser.newContext({
  viewport: { width: 390, height: 844 },
  reducedMotion: 'reduce',
  colorScheme: 'light',
});
const page = await context.newPage();
page.setDefaultTimeout(20_000);
page.on('requestfailed', (request) =>
  console.log(`${new URL(request.url()).pathname}: ${request.failure()?.errorText}`),
);

const devtools = await context.newCDPSession(page);
await devtools.send('WebAuthn.enable');
const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
  options: {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: false,
  },
});

const heading = (name) => page.getByRole('heading', { name, level: 1 }).waitFor();
const button = (name) => page.getByRole('button', { name, exact: true });

async function noBarriers(where) {
  assert.deepEqual(await barriers(page), [], where);
  console.log(`${where}: no barriers`);
}

/** While it is on, a finger lies on the sensor: every question is answered at once, the one in the field too. */
async function finger(enabled) {
  await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
}

async function setUpByPasskey() {
  await page.goto(`${PORTAL}/sign-in`);
  await heading('Sign in');
  await noBarriers('Sign-in with passkeys');
  await page.getByLabel('E-mail').fill('client@demo.test');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await button('Sign in').click();
  await heading('Set up your second step');
  await noBarriers('The choice');
  await finger(true);
  await button('Set up a passkey').click();
  await heading('Save your recovery codes');
  await page.getByText('Your passkey works.').waitFor();
  const fourth = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').nth(3);
  await page.getByLabel('Enter code no. 4').fill(await fourth.innerText());
  await finger(false);
  await button('I have saved them').click();
  await heading('Check in');
  console.log('Set up by a passkey');
}

async function signOut() {
  await finger(false);
  await page.goto(`${PORTAL}/me`);
  await heading('Me');
  await button('Sign out').click();
  await heading('Sign in');
  // The page is loaded afresh on the way: a key pressed on the old one would be lost.
  await page.waitForLoadState('networkidle');
}

async function signInByButton() {
  await signOut();
  await button('Use a passkey').click();
  // Not before: the question that waits in the field would be answered as well.
  await finger(true);
  await heading('Check in');
  console.log('Signed in by the button, without an e-mail');
}

async function signInByField() {
  await signOut();
  await finger(true);
  await page.goto(`${PORTAL}/sign-in`);
  await heading('Check in');
  console.log('Signed in by what the e-mail field offers');
}

/** A page at another port may use the same passkeys as far as the browser is concerned; the server tells it apart. */
async function refusedFromAnotherPage() {
  await finger(false);
  // Nothing listens there: the browser is handed the page, so that no certificate and no port is needed for it.
  await page.route(`${ELSEWHERE}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
  );
  // Signed in, since the sign-in page has a question of its own open.
  await page.goto(PORTAL);
  await heading('Check in');
  const question = await askForPasskey();
  await page.goto(`${ELSEWHERE}/`);
  await finger(true);
  const signedElsewhere = await answerWithPasskey(question);
  await finger(false);
  // From here on no request goes by way of this script, which may lose one of the portal's worker.
  await page.unroute(`${ELSEWHERE}/**`);
  await page.goto(PORTAL);
  await heading('Check in');
  assert.equal(await sendAnswer(signedElsewhere), 401);
  const own = await askForPasskey();
  await finger(true);
  assert.equal(await sendAnswer(await answerWithPasskey(own)), 200, 'the same from our own page');
  console.log('Refused when it was signed for another page');
}

/** One letter more or less in any part of an answer that was right. */
async function refusedWhenAltered() {
  for (const part of ['credentialId', 'clientDataJson', 'authenticatorData', 'signature', 'userHandle']) {
    const question = await askForPasskey();
    await finger(true);
    const right = await answerWithPasskey(question);
    await finger(false);
    const at = Math.floor(right[part].length / 2);
    const other = right[part][at] === 'A' ? 'B' : 'A';
    const altered = right[part].slice(0, at) + other + right[part].slice(at + 1);
    assert.equal(await sendAnswer({ ...right, [part]: altered }), 401, part);
  }
  console.log('Refused with one letter changed in any part');
}

/** The device answers without asking for its own lock, because the question was changed in the page. */
async function refusedWithoutTheDevicesLock() {
  const question = await askForPasskey();
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await finger(true);
  const unlocked = await answerWithPasskey({ ...question, userVerification: 'discouraged' });
  await finger(false);
  await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  assert.equal(await sendAnswer(unlocked), 401);
  console.log('Refused when the device did not ask for its lock');
}

/** Two devices with one key: the one whose counter lags behind is refused, and the owner's goes on. */
async function refusedWhenCopied() {
  const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId });
  const [own] = credentials;
  await devtools.send('WebAuthn.removeCredential', { authenticatorId, credentialId: own.credentialId });
  await devtools.send('WebAuthn.addCredential', { authenticatorId, credential: { ...own, signCount: 1 } });
  await finger(true);
  assert.equal(await sendAnswer(await answerWithPasskey(await askForPasskey())), 401);
  await finger(false);
  await devtools.send('WebAuthn.removeCredential', { authenticatorId, credentialId: own.credentialId });
  await devtools.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: { ...own, signCount: own.signCount + 100 },
  });
  await finger(true);
  assert.equal(await sendAnswer(await answerWithPasskey(await askForPasskey())), 200, 'the owner');
  await finger(false);
  console.log('Refused when its counter went back');
}

/** A second passkey of another device, removed on the page; the device still has it, and it opens nothing. */
async function refusedOnceRemoved() {
  await page.goto(`${PORTAL}/me/security`);
  await heading('Security');
  const { authenticatorId: second } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await button('Add a passkey').click();
  await page.getByRole('dialog').getByLabel('Name').fill('Lost key');
  await button('Continue').click();
  await page.getByText('Lost key signs you in from now on.').waitFor();
  assert.equal(await sendAnswer(await answerWithPasskey(await askForPasskey())), 200, 'while it is there');
  await page.reload();
  await page.getByRole('button', { name: 'Remove Lost key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Lost key no longer signs in.').waitFor();
  assert.equal(await sendAnswer(await answerWithPasskey(await askForPasskey())), 401);
  await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: second });
  console.log('Refused once it was removed');
}

const askForPasskey = () =>
  page.evaluate(async () => (await fetch('/auth/passkey/options', { method: 'POST' })).json());

const answerWithPasskey = (question) =>
  page.evaluate(async (options) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const { id, response } = (await navigator.credentials.get({ publicKey })).toJSON();
    return {
      credentialId: id,
      clientDataJson: response.clientDataJSON,
      authenticatorData: response.authenticatorData,
      signature: response.signature,
      userHandle: response.userHandle,
    };
  }, question);

const sendAnswer = (body) =>
  page.evaluate(async (given) => {
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch('/auth/passkey', { method: 'POST', headers, body: JSON.stringify(given) })).status;
  }, body);

try {
  await setUpByPasskey();
  await signInByButton();
  await signInByField();
  await refusedFromAnotherPage();
  await refusedWhenAltered();
  await refusedWithoutTheDevicesLock();
  await refusedWhenCopied();
  await refusedOnceRemoved();
} finally {
  await browser.close();
}
