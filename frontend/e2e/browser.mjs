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

/** What is cut off or runs out of the window when text alone is made twice as large, as WCAG 1.4.4 asks. */
export async function lostAtTwiceTheText(page) {
  return page.evaluate(async () => {
    const all = [...document.body.querySelectorAll('*')];
    // Read before anything is written: what is inherited would be doubled twice.
    const sizes = all.map((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return [element, Number.parseFloat(fontSize), Number.parseFloat(lineHeight)];
    });
    for (const [element, size, line] of sizes) {
      if (!(element instanceof HTMLElement)) continue;
      element.style.fontSize = `${size * 2}px`;
      if (line) element.style.lineHeight = `${line * 2}px`;
    }
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, which has nothing of ours
    const isCut = (element) => {
      const { overflowX, overflowY, textOverflow, position, clipPath } = getComputedStyle(element);
      // Said to screen readers alone.
      if (position === 'absolute' && (clipPath !== 'none' || element.clientWidth <= 1)) return false;
      // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, which has nothing of ours
      const hides = (how) => how === 'hidden' || how === 'clip';
      return (
        (hides(overflowX) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) ||
        (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, which has nothing of ours
    const hasWords = (element) =>
      [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    const cut = all
      .filter((element) => hasWords(element) && isCut(element))
      .map(({ outerHTML }) => `cut: ${outerHTML.slice(0, 120)}`);
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    return wide > 0 ? [`at twice the text it scrolls sideways by ${wide} px`, ...cut] : cut;
  });
}

/** Controls smaller than a finger, on the client's pages; links within a sentence may be. */
export async function tooSmallForFingers(page, least = 44) {
  return page.evaluate((px) => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page, which has nothing of ours
    const boxOf = (element) => {
      const named = element.labels?.[0];
      const isMark = element.matches('input[type=radio], input[type=checkbox]');
      const framed = element.closest('.mantine-PasswordInput-input');
      return ((isMark && named) || (element.matches('input') && framed) || element).getBoundingClientRect();
    };
    return [
      ...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a[href], summary'),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => [element, boxOf(element)])
      .filter(([, { width, height }]) => width > 1 && (height < px || width < px))
      .map(
        ([{ outerHTML }, { width, height }]) =>
          `small: ${Math.round(width)} × ${Math.round(height)} ${outerHTML.slice(0, 100)}`,
      );
  }, least);
}

/**
 * Where the focus cannot be seen: no ring, out of the window, or under something that stays in its place. From where the
 * focus is, so that a dialog keeps it.
 */
export async function unseenFocus(page, most = 60) {
  const faults = [];
  const seen = new Set();
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      element.dataset.walked ??= String(Math.random());
      const ringed = [element, ...element.querySelectorAll('*'), element.parentElement].some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth } = getComputedStyle(each);
        // A chart's points have their ring as a line around them.
        if (each instanceof SVGCircleElement && stroke !== 'none' && Number.parseFloat(strokeWidth) >= 2)
          return true;
        // Two pixels of the screen, of which a page that is drawn larger counts fewer as its own.
        const outline = Math.round(Number.parseFloat(outlineWidth) * each.currentCSSZoom);
        return (outlineStyle !== 'none' && outline >= 2) || boxShadow !== 'none';
      });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + Math.min(height / 2, 12)];
      const inside = x >= 0 && y >= 0 && x <= window.innerWidth && y <= window.innerHeight;
      // What lets clicks through is not found at a point, though it may lie above.
      const { pointerEvents } = element.style;
      element.style.pointerEvents = 'auto';
      const above = inside ? document.elementFromPoint(x, y) : null;
      element.style.pointerEvents = pointerEvents;
      const covered =
        above &&
        !element.contains(above) &&
        !above.contains(element) &&
        !element.labels?.[0]?.contains(above);
      return {
        key: element.dataset.walked,
        what: element.outerHTML.slice(0, 100),
        why: !ringed ? 'no ring' : !inside ? 'out of the window' : covered ? 'covered' : '',
      };
    });
    if (!found || seen.has(found.key)) break;
    seen.add(found.key);
    if (found.why) faults.push(`focus: ${found.why}: ${found.what}`);
  }
  return faults;
}
