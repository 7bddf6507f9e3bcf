import type { LeadDetail } from '@/features/leads/leads';
import type { NextSlot } from '@/features/leads/slots';
import { moment } from '@/lib/moments';

interface Known {
  name: string;
  me: string;
  detail: LeadDetail;
  slots: readonly NextSlot[];
  zone: string;
  now: number;
}

export type Filled = { text: string } | { lacks: 'slots' | 'link' | 'practitioner' };

/** The text with all that stands in braces put in; or what is not known of it. */
export function filled(text: string, { name, me, detail, slots, zone, now }: Known): Filled {
  const values: Record<string, string | undefined> = {
    name,
    me,
    practitioner: detail.bookings.find(({ practitioner }) => practitioner)?.practitioner ?? undefined,
    slots: slots.map(({ startsAt }) => moment(startsAt, zone, now)).join('; ') || undefined,
    link: detail.bookingLink ?? undefined,
  };
  for (const lacks of ['slots', 'link', 'practitioner'] as const)
    if (text.includes(`{${lacks}}`) && !values[lacks]) return { lacks };
  return { text: text.replaceAll(/\{([a-z]+)\}/g, (whole, place: string) => values[place] ?? whole) };
}
