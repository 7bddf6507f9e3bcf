import { describe, expect, it } from 'vitest';

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
});
