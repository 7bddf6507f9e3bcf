import { describe, expect, it } from 'vitest';

import portal from '@/locales/en/portal.json';
import { allWords } from '@/test/allWords';

const sources = import.meta.glob<string>(['../**/*.tsx', '../**/*.ts', '!../**/*.test.*', '!../test/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const i18n = allWords();

function keysIn(text: string): string[] {
  // Rows are given their words by the list around them, of a catalogue that their type names.
  const namespaces = /(?:useTranslation\(\[?|TFunction<)'([a-z-]+)'/.exec(text);
  const namespace = namespaces?.[1] ?? 'common';
  const keys = [...text.matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key ?? '');
  return keys.map((key) => (key.includes(':') ? key : `${namespace}:${key}`));
}

describe('the catalogues', () => {
  it.each(Object.entries(sources).filter(([, text]) => keysIn(text).length > 0))(
    'have every word that %s asks for',
    (_, text) => {
      const missing = keysIn(text).filter((key) => !i18n.exists(key, { count: 2 }));

      expect(missing).toEqual([]);
    },
  );

  it('use no exclamation marks and none of the words that this practice does not say', () => {
    const words = JSON.stringify(Object.values(i18n.services.resourceStore.data['en'] ?? {}));

    expect(words).not.toMatch(/!|churn|convert|prospect|no-show|at-risk|they cancelled/i);
  });

  it('hold nothing of the list, of scores or of sales where a client reads them', () => {
    const read = [
      'portal-frame',
      'help',
      'check-in',
      'bookings',
      'me',
      'sign-in',
      'set-up',
      'security',
      'common',
    ];
    const words = [portal, ...read.map((name) => i18n.getResourceBundle('en', name) as object)].flatMap(
      sentences,
    );

    expect(words.length).toBeGreaterThan(200);
    expect(words.filter((each) => SALES.test(each))).toEqual([]);
  });
});

const SALES = /\b(leads?|scores?|funnel|streaks?|targets?|points|hot|rank|overdue|missed)\b/i;

function sentences(words: object): string[] {
  return Object.values(words).flatMap((each: unknown) =>
    typeof each === 'string' ? [each] : sentences(each as object),
  );
}
