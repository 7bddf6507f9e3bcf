import { describe, expect, it } from 'vitest';

import words from '@/locales/en/errors.json';
import text from '@/locales/en/errors.json?raw';

const sources = import.meta.glob<string>(
  [
    '../../../services/{core,auth,gateway}/src/main/java/**/*.java',
    '../../../libraries/platform/src/main/java/**/*.java',
  ],
  { eager: true, query: '?raw', import: 'default' },
);

/** What our programs say to each other alone: no browser is ever told. */
const AMONG_OURSELVES = new Set([
  'acts-not-plain',
  'batch-too-large',
  'delivery-not-plain',
  'no-such-role',
  'too-many',
]);

const PATTERNS = [
  /new Problem\(\s*(?:HttpStatus\.\w+|[\w.]+(?:\(\))?),\s*"([a-z0-9-]+)"/g,
  /(?:refused|problem|refuse|wrong|conflict)\(\s*(?:HttpStatus\.\w+,\s*)?"([a-z0-9-]+)"\s*,\s*"[A-Z]/g,
];

function codesIn(source: string): string[] {
  return PATTERNS.flatMap((pattern) => [...source.matchAll(pattern)].map(([, code]) => code ?? ''));
}

const codes = [...new Set(Object.values(sources).flatMap(codesIn))]
  // A code that is put together ends in a dash here; its wholes have sentences by themselves.
  .filter((code) => !code.endsWith('-') && !AMONG_OURSELVES.has(code))
  .toSorted();

describe('problem codes', () => {
  it('are found where the programs make them', () => {
    expect(codes.length).toBeGreaterThan(80);
    expect(codes).toContain('changed-under-you');
  });

  it('have a sentence each', () => {
    const said = Object.keys(words);

    expect(codes.filter((code) => !said.some((key) => key === code || key.startsWith(`${code}-`)))).toEqual(
      [],
    );
  });

  it('stand there once each', () => {
    const keys = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);

    expect(keys).toHaveLength(Object.keys(words).length);
  });
});
