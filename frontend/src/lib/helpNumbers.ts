/** Where to get help at once, by country: the emergency number first. Words for each key stand in the catalogue `help`. */
export interface HelpNumber {
  key: string;
  tel: string;
}

/** When these numbers were last looked up; whoever changes one changes this too. A practice may give its own instead. */
export const CHECKED_ON = '2026-11-26';

export const NUMBERS: Record<string, readonly HelpNumber[]> = {
  US: [
    { key: 'us-911', tel: '911' },
    { key: 'us-988', tel: '988' },
  ],
  CA: [
    { key: 'ca-911', tel: '911' },
    { key: 'ca-988', tel: '988' },
  ],
  GB: [
    { key: 'gb-999', tel: '999' },
    { key: 'gb-samaritans', tel: '116123' },
    { key: 'gb-111', tel: '111' },
  ],
  IE: [
    { key: 'ie-112', tel: '112' },
    { key: 'ie-samaritans', tel: '116123' },
  ],
  AU: [
    { key: 'au-000', tel: '000' },
    { key: 'au-lifeline', tel: '131114' },
  ],
  NZ: [
    { key: 'nz-111', tel: '111' },
    { key: 'nz-1737', tel: '1737' },
  ],
};

/** Those of a country; of every country while it is not known which: help must not wait for an answer. */
export function helpNumbers(country: string | undefined): readonly HelpNumber[] {
  return (country && NUMBERS[country]) || Object.values(NUMBERS).flat();
}
