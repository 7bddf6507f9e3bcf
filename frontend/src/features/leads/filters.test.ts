import { describe, expect, it } from 'vitest';

import { filterOf, isNarrowed, readSearch } from '@/features/leads/filters';

const ID = '00000000-0000-4000-8000-000000000001';

describe('the address', () => {
  it('gives the filter and who is open', () => {
    const said = { person: ID, owner: ID, band: 'hot', reason: 'B1', calendar: 7 };

    expect(readSearch(said)).toEqual(said);
    expect(filterOf(readSearch(said))).toEqual({ owner: ID, band: 'hot', reason: 'B1', calendar: 7 });
  });

  it('is not believed where it says what is not ours', () => {
    expect(readSearch({ person: 'Anna', view: 'all', owner: 'Rob', band: 'red', reason: 'x', q: 1 })).toEqual(
      {},
    );
  });

  it('has no band for people who are not on the list', () => {
    expect(readSearch({ view: 'snoozed', band: 'hot' })).toEqual({ view: 'snoozed' });
    expect(readSearch({ view: 'new-hot', band: 'warm' })).toEqual({ view: 'new-hot' });
  });
});

describe('a filter', () => {
  it('narrows by anything but the view', () => {
    expect(isNarrowed({ view: 'snoozed' })).toBe(false);
    expect(isNarrowed({ calendar: 7 })).toBe(true);
  });
});
