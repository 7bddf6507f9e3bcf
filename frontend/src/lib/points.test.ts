import { describe, expect, it } from 'vitest';

import { pointsWithTenth, shownScore } from '@/lib/points';

describe('points', () => {
  it.each([
    [461, 46],
    [325, 33],
    [324, 32],
    [449, 45],
    [0, 0],
    [1000, 100],
  ])('of %i tenths are shown as %i: half goes up, once', (tenths, shown) => {
    expect(shownScore(tenths)).toBe(shown);
  });

  it.each([
    [253, '25.3'],
    [480, '48.0'],
    [-300, '−30.0'],
    [5, '0.5'],
  ])('of %i tenths are written as %s', (tenths, words) => {
    expect(pointsWithTenth(tenths)).toBe(words);
  });
});
