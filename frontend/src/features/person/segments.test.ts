import { describe, expect, it } from 'vitest';

import { barOf } from '@/features/person/segments';

const START = '2026-11-17T20:00:00Z';

describe('the bar of a session', () => {
  it('begins ten minutes before it and ends fifteen after', () => {
    const { booked } = barOf({ startsAt: START, durationMinutes: 50, present: [] });

    expect(booked.x).toBeCloseTo((10 / 75) * 100);
    expect(booked.width).toBeCloseTo((50 / 75) * 100);
  });

  it('keeps presence beyond it on the bar', () => {
    const { present } = barOf({
      startsAt: START,
      durationMinutes: 50,
      present: [{ from: '2026-11-17T19:00:00Z', to: '2026-11-17T22:00:00Z' }],
    });

    expect(present).toEqual([{ x: 0, width: 100 }]);
  });
});
