// The real Chromium that pages are opened in, and what is asked of every page it shows.
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @param certificate a PEM file to trust for the servers of this machine; without one, what the system trusts */
export async function openBrowser(certificate) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    console.error(
      `There is no Chromium at ${executablePath}. Install it (sudo apt-get install chromium), or name another one in CHROMIUM.`,
    );
    process.exit(1);
  }
  const args = certificate
    ? [...FLAGS, `--ignore-certificate-errors-spki-list=${keyHash(certificate)}`]
    : FLAGS;
  return chromium.launch({ executablePath, args });
}

// By its key, so that no other server's certificate passes unseen.
function keyHash(certificate) {
  const key = new X509Certificate(readFileSync(certificate)).publicKey.export({
    type: 'spki',
    format: 'der',
  });
  return createHash('sha256').update(key).digest('base64');
}

/** What fails for someone who cannot see well, or has no mouse. */
export async function barriers(page) {
  // Its other mode opens a page more for each look, for the sake of foreign frames that nothing of ours has.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
