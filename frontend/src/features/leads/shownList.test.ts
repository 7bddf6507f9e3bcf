import { describe, expect, it } from 'vitest';

import type { LeadList } from '@/features/leads/leads';
import { countChanges, neighbourOf, withPerson } from '@/features/leads/shownList';
import { ANNA, BEN, CARA, listOf } from '@/features/leads/SomeLeads';

const shown = (...people: Parameters<typeof listOf>): LeadList => ({
  ...listOf(...people),
  hasMore: false,
  receivedAt: 0,
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

describe('one’s own act', () => {
  it('takes a person away without moving the others', () => {
    expect(names(withPerson(shown(ANNA, BEN, CARA), BEN.personId, undefined))).toEqual(['Anna', 'Cara']);
  });

  it('puts a person where their score belongs', () => {
    const lower = { ...ANNA, scoreTenths: 200 };

    expect(names(withPerson(shown(ANNA, BEN, CARA), ANNA.personId, lower))).toEqual(['Ben', 'Anna', 'Cara']);
    expect(names(withPerson(shown(BEN), CARA.personId, CARA))).toEqual(['Ben', 'Cara']);
  });

  it('goes on with the person below, or with the last', () => {
    expect(neighbourOf(shown(ANNA, BEN), ANNA.personId)).toBe(BEN.personId);
    expect(neighbourOf(shown(ANNA, BEN), BEN.personId)).toBe(ANNA.personId);
    expect(neighbourOf(shown(ANNA), ANNA.personId)).toBeUndefined();
  });
});
