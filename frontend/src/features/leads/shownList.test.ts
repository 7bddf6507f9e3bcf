import { describe, expect, it } from 'vitest';

import type { LeadList } from '@/features/leads/leads';
import {
  countChanges,
  neighbourOf,
  withFurtherPages,
  withPerson,
  withTail,
} from '@/features/leads/shownList';
import { ANNA, BEN, CARA, listOf } from '@/features/leads/SomeLeads';

const shown = (...people: Parameters<typeof listOf>): LeadList => ({
  ...listOf(...people),
  filter: {},
  hasMore: false,
  askedAt: 0,
  receivedAt: 0,
  pageCount: 1,
});
const names = ({ items }: LeadList) => items.map(({ name }) => name.split(' ')[0]);

describe('changes', () => {
  it('are people who came, who went and who look different', () => {
    const warmer = { ...CARA, scoreTenths: 260, band: 'warm' };

    expect(countChanges(shown(ANNA, CARA), shown(BEN, warmer))).toBe(3);
  });

  it('are none when only tenths have faded', () => {
    expect(countChanges(shown(BEN), shown({ ...BEN, scoreTenths: BEN.scoreTenths + 1 }))).toBe(0);
  });

  it('are one when nothing but the order differs', () => {
    expect(countChanges(shown(ANNA, BEN), shown(BEN, ANNA))).toBe(1);
  });
});

describe('a further page', () => {
  it('is more of the same list, and leaves what was shown as it was', () => {
    const longer = { ...shown(BEN, CARA), pageCount: 2 };
    const cooler = { ...BEN, scoreTenths: 300 };

    expect(withFurtherPages(shown(cooler), longer).items).toEqual([cooler, CARA]);
  });

  it('is not taken from a list that no longer has the last person shown', () => {
    expect(names(withFurtherPages(shown(ANNA), { ...shown(BEN, CARA), pageCount: 2 }))).toEqual(['Anna']);
  });
});

describe('a list asked for as far as someone looks', () => {
  it('keeps whoever stands below its end', () => {
    const top = { ...shown(BEN), hasMore: true };

    expect(names(withTail(top, shown(ANNA, BEN, CARA)))).toEqual(['Ben', 'Cara']);
  });

  it('keeps nobody when it is all there is', () => {
    expect(names(withTail(shown(BEN), shown(BEN, CARA)))).toEqual(['Ben']);
  });
});

describe('one’s own act', () => {
  it('takes a person away without moving the others', () => {
    expect(names(withPerson(shown(ANNA, BEN, CARA), BEN.personId, undefined))).toEqual(['Anna', 'Cara']);
  });

  it('puts a person where their score belongs', () => {
    const lower = { ...ANNA, scoreTenths: 200 };

    expect(names(withPerson(shown(ANNA, BEN, CARA), ANNA.personId, lower))).toEqual(['Ben', 'Anna', 'Cara']);
    expect(names(withPerson(shown(BEN), CARA.personId, CARA))).toEqual(['Ben', 'Cara']);
  });

  it('that leaves the score as it is keeps the place among equals', () => {
    const twin = { ...CARA, personId: '00000000-0000-4000-8000-000000000009', name: 'Dora' };
    const owned = { ...CARA, owner: 'someone' };

    expect(withPerson(shown(CARA, twin), CARA.personId, owned).items).toEqual([owned, twin]);
  });

  it('goes on with the person below, or with the last', () => {
    expect(neighbourOf(shown(ANNA, BEN), ANNA.personId)).toBe(BEN.personId);
    expect(neighbourOf(shown(ANNA, BEN), BEN.personId)).toBe(ANNA.personId);
    expect(neighbourOf(shown(ANNA), ANNA.personId)).toBeUndefined();
  });
});
