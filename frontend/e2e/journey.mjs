// A person's way through the real product in a real browser: sign in, set up the second factor, watch a cancellation
// arrive, sign out. The system tests start it against their demo; DEMO, SIMULATORS, CERTIFICATE and PASSWORD say where.
import assert from 'node:assert/strict';

import { barriers, openBrowser } from './browser.mjs';
import { simulatorsAt } from './simulators.mjs';

const { DEMO, SIMULATORS, CERTIFICATE, PASSWORD } = process.env;
const ARRIVES_WITHIN_MS = 2_000;
const MAILED_WITHIN_MS = 30_000;
const simulators = simulatorsAt(SIMULATORS);

const browser = await openBrowser(CERTIFICATE);
const context = await browser.newContext({
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
  colorScheme: 'light',
});
const page = await context.newPage();
page.setDefaultTimeout(20_000);
const complaints = [];
page.on('pageerror', ({ message }) => complaints.push(message));
page.on('console', (message) => {
  if (message.type() === 'error' && !isAskedFor(message)) complaints.push(message.text());
});

// A browser writes an error for each refusal; those of refusedList below are what is wanted.
function isAskedFor(message) {
  return message.location().url === `${DEMO}/api/leads?refusal-wanted`;
}

const heading = (name) => page.getByRole('heading', { name, level: 1 }).waitFor();
const button = (name) => page.getByRole('button', { name });
const row = ({ firstName, lastName }) => page.getByRole('row', { name: `${firstName} ${lastName}` });

async function noBarriers(where) {
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset.mantineColorScheme === wanted,
      colorScheme,
    );
    assert.deepEqual(await barriers(page), [], `${where}, ${colorScheme}`);
  }
  console.log(`${where}: no barriers, light and dark`);
}

/** Asks for the list as the page would, with whatever session this browser has. */
async function refusedList(who) {
  const status = await page.evaluate(async () => (await fetch('/api/leads?refusal-wanted')).status);
  assert.ok(status === 401 || status === 403, `${who} is answered ${status}`);
  console.log(`${who} is refused the list: ${status}`);
}

async function enterPassword() {
  await page.goto(`${DEMO}/sign-in`);
  await heading('Sign in');
  await page.getByLabel('E-mail').fill('tony@demo.test');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await button('Sign in').click();
}

async function setUpSecondFactor() {
  await heading('Set up your second step');
  await noBarriers('Set-up');
  await refusedList('A password without a second factor');
  await button('Use an authenticator app').click();
  const key = await page.getByLabel('Or type this key into the app:').innerText();
  await noBarriers('The key');
  await page.getByLabel('6-digit code from the app').fill(await simulators.codeFor(key));
  await button('Confirm').click();
}

async function saveRecoveryCodes() {
  await heading('Save your recovery codes');
  const fourth = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').nth(3);
  await noBarriers('Recovery codes');
  await refusedList('A set-up that is not finished');
  await page.getByLabel('Enter code no. 4').fill(await fourth.innerText());
  await button('I have saved them').click();
}

/** The first administrator of a practice prints its card before anything else. */
async function printTheCard() {
  await heading('Break-glass card');
  await noBarriers('The card is asked for');
  await button('Make the card').click();
  await page.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).waitFor();
  await noBarriers('The card');
  await button('I have printed it').click();
}

/** Cancels a booking as the client would, and waits until this very page says so by itself. */
async function seeCancellation(booking, sign) {
  const began = performance.now();
  await simulators.cancel(booking);
  await sign.waitFor();
  const took = Math.round(performance.now() - began);
  console.log(`A cancellation was on the open page after ${took} ms`);
  assert.ok(took < ARRIVES_WITHIN_MS, `it took ${took} ms`);
}

async function watchTheList() {
  await heading('Leads');
  await page.getByRole('row').nth(1).waitFor();
  await noBarriers('Leads');
  const [first, second] = await simulators.onlyBookings();
  assert.equal(await row(first).count(), 0, 'nobody is listed before the cancellation');

  const pill = button(/change.* · press R/);
  await seeCancellation(first, row(first).or(pill).first());
  await showChanges();
  await row(first).getByText('The booking was cancelled, not rebooked').first().waitFor();

  // Under someone's hands the list stays as it is, and says that there is more.
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('j');
  await seeCancellation(second, pill);
  assert.equal(await row(second).count(), 0, 'the list moved under the cursor');
  await noBarriers('A change that waits');
  await showChanges();
  await row(second).getByText('The booking was cancelled, not rebooked').first().waitFor();
  await openEvidence(second);
}

async function showChanges() {
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('r');
}

async function openEvidence(booking) {
  await row(booking).getByRole('link').click();
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  // Each reason names it.
  await evidence.getByText(`Acuity booking ${booking.id}`).first().waitFor();
  await evidence.getByText(booking.email).waitFor();
  await noBarriers('Evidence');
}

/** The break-glass card made after the set-up is on Access, and a mail tells of it. */
async function theCardIsKnown() {
  await page.goto(`${DEMO}/access`);
  await heading('Access');
  await page.getByRole('row', { name: /Tony/ }).getByText('1 open').waitFor();
  await noBarriers('Access');
  await button('Make a new card').waitFor();
  let told = [];
  for (const began = performance.now(); told.length === 0 && performance.now() - began < MAILED_WITHIN_MS;) {
    await page.waitForTimeout(500);
    told = (await simulators.mails()).filter(({ subject }) => subject === 'A new break-glass card was made');
  }
  assert.ok(
    told.some(({ to }) => to.includes('tony@demo.test')),
    'a mail tells Tony of the card',
  );
  console.log('A mail told of the card');
}

async function signOut(lookedAt) {
  await button('Sign out').click();
  await heading('Sign in');
  await refusedList('Someone signed out');
  await page.goto(`${DEMO}/leads`);
  await heading('Sign in');
  await page.goBack();
  await heading('Sign in');
  assert.equal(await page.getByText(lookedAt.lastName).count(), 0, 'somebody is still shown');
}

async function passwordAloneIsNotEnough() {
  await enterPassword();
  await heading('Enter your code');
  await noBarriers('The code');
  await refusedList('A password without its code');
  await page.goto(`${DEMO}/leads`);
  await heading('Enter your code');
}

try {
  await page.goto(`${DEMO}/sign-in`);
  await heading('Sign in');
  await noBarriers('Sign-in');
  const [, lookedAt] = await simulators.onlyBookings();
  await enterPassword();
  await setUpSecondFactor();
  await saveRecoveryCodes();
  await printTheCard();
  await watchTheList();
  await theCardIsKnown();
  await signOut(lookedAt);
  await passwordAloneIsNotEnough();
  assert.deepEqual(complaints, [], 'the browser complained');
  console.log('The journey is over, and the browser had nothing to complain of');
} finally {
  await browser.close();
}
