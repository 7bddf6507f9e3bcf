import { describe, expect, it } from 'vitest';

import { snoozeMoments } from '@/features/leads/snoozes';

const ZONE = 'America/New_York';
const at = (iso: string) => snoozeMoments({ zone: ZONE, now: Date.parse(iso) });

describe('a snooze', () => {
  it('ends tomorrow or next Monday, when the practice opens', () => {
    expect(at('2026-11-24T14:00:00Z')).toEqual({
      tomorrow: '2026-11-25T14:00:00.000Z',
      'next-week': '2026-11-30T14:00:00.000Z',
    });
  });

  it('goes by the practice’s day late in the evening and across a clock change', () => {
    // Saturday 31 October, 11pm in New York: already Sunday in London, and clocks go back in the night.
    expect(at('2026-11-01T03:00:00Z')).toEqual({
      tomorrow: '2026-11-01T14:00:00.000Z',
      'next-week': '2026-11-02T14:00:00.000Z',
    });
  });

  it('of next week is a week away on a Monday', () => {
    expect(at('2026-11-23T14:00:00Z')['next-week']).toBe('2026-11-30T14:00:00.000Z');
  });
});
