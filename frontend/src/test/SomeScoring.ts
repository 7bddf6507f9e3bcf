import type { Lookback, Scoring } from '@/features/settings/scoring';

const POINTS: Record<string, [number, number]> = {
  E1: [500, 3],
  E2: [200, 10],
  E3: [80, 30],
  B1: [340, 7],
  B2: [80, 7],
  B3: [360, 5],
  B4: [120, 5],
  B5: [100, 14],
  B6: [80, 7],
  B7: [50, 14],
  R1: [480, 12],
  R2: [260, 21],
  R3: [160, 60],
  O1: [120, 1],
  P1: [500, 2],
  P2: [220, 14],
  C1: [120, 10],
  N1: [-300, 2],
  N2: [-250, 21],
  N3: [-400, 30],
};

const RULES = Object.entries(POINTS).map(([rule, [tenths, halfLifeDays]]) => ({
  rule,
  on: true,
  tenths,
  halfLifeDays,
}));

const EARLIER = RULES.map((each) => (each.rule === 'R1' ? { ...each, tenths: 400 } : each));

export const SCORING: Scoring = {
  version: 3,
  rules: RULES,
  versions: [
    {
      version: 3,
      publishedAt: '2026-11-20T15:00:00Z',
      publishedBy: '00000000-0000-4000-8000-000000000071',
      note: 'Second sessions matter most to us.',
      rules: RULES,
    },
    {
      version: 2,
      publishedAt: '2026-10-02T15:00:00Z',
      publishedBy: '00000000-0000-4000-8000-000000000072',
      note: 'Tried with fewer.',
      rules: EARLIER,
    },
    { version: 1, rules: RULES },
  ],
};

const LISTING = {
  share: { counted: 60, booked: 24, percent: 40, lowPercent: 29, highPercent: 53, enough: true },
  cameBack: 31,
  missed: 7,
  alreadyBooked: 0,
  bookedUnheard: 2,
};

export const ASKED: Lookback = {
  id: '00000000-0000-4000-8000-0000000000f1',
  state: 'asked',
  baseVersion: 3,
  people: 0,
  peopleDone: 0,
};

export const LOOKED: Lookback = {
  ...ASKED,
  state: 'done',
  people: 312,
  peopleDone: 312,
  found: {
    from: '2026-05-14',
    until: '2026-11-09',
    days: 180,
    people: 312,
    leftOut: 0,
    now: LISTING,
    draft: {
      ...LISTING,
      share: { counted: 58, booked: 26, percent: 45, lowPercent: 33, highPercent: 58, enough: true },
      missed: 5,
    },
    newest: { counted: 64, booked: 21, percent: 33, lowPercent: 23, highPercent: 45, enough: true },
    random: { counted: 12, booked: 2, percent: 17, lowPercent: 5, highPercent: 45, enough: false },
    rules: [{ rule: 'R1', shown: 31, contacted: 12, booked: 14, disputed: 1 }],
    contacts: [
      { rule: 'R1', contacted: 24, booked: 9 },
      { rule: 'B1', contacted: 11 },
    ],
    entered: [{ personId: '00000000-0000-4000-8000-000000000001', name: 'Anna Rivera', initials: 'A. R.' }],
    left: [{ personId: '00000000-0000-4000-8000-000000000002', name: 'Ben Okafor', initials: 'B. O.' }],
    moved: [
      {
        person: { personId: '00000000-0000-4000-8000-000000000001', name: 'Anna Rivera', initials: 'A. R.' },
        from: 14,
        to: 3,
      },
    ],
  },
};
