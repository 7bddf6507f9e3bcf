import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import { clockOf, endOf, minuteOf } from '@/lib/clock';

type All = paths['/api/calendar/hours']['get']['responses'][200]['content']['application/json'];

export type Plan = All['items'][number];

export const hoursQuery = queryOptions({
  queryKey: ['hours'],
  queryFn: () => answered<All>(core.GET('/api/calendar/hours')),
  // What somebody types must not be replaced under their hands.
  refetchOnWindowFocus: false,
});

/** A stretch of a weekday as it stands in the fields, `09:00` to `17:30`; midnight at the end is `00:00`. */
export interface TypedHours {
  key: number;
  weekday: number;
  from: string;
  until: string;
}

export interface Typed {
  hours: readonly TypedHours[];
}

export function typedOf({ hours }: Pick<Plan, 'hours'>): Typed {
  return {
    hours: hours.map(({ weekday, fromMinute, untilMinute }, key) => ({
      key,
      weekday,
      from: clockOf(fromMinute),
      until: clockOf(untilMinute),
    })),
  };
}

/** Why it cannot be saved, by what it is about: nothing, all is well. */
export function wrongIn({ hours }: Typed): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const one of hours) {
    if (!one.from || !one.until) wrong.set(`hours-${one.key}`, 'hours-missing');
    else if (minuteOf(one.from) >= endOf(one.until)) wrong.set(`hours-${one.key}`, 'hours-order');
    else if (hours.some((other) => other.key < one.key && overlap(one, other)))
      wrong.set(`hours-${one.key}`, 'hours-over');
  }
  return wrong;
}

export function saveHours({ calendarId, version }: Plan, { hours }: Typed) {
  return answered(
    core.POST('/api/calendar/{calendarId}/hours', {
      params: { path: { calendarId } },
      body: {
        version,
        hours: told(hours),
      },
    }),
  );
}

export function saveContactTimes(hours: readonly TypedHours[], version: number) {
  return answered(core.POST('/api/settings/contact-times', { body: { hours: told(hours), version } }));
}

function told(hours: readonly TypedHours[]) {
  return hours.map(({ weekday, from, until }) => ({
    weekday,
    fromMinute: minuteOf(from),
    untilMinute: endOf(until),
  }));
}

function overlap(one: TypedHours, other: TypedHours): boolean {
  return (
    one.weekday === other.weekday &&
    minuteOf(one.from) < endOf(other.until) &&
    minuteOf(other.from) < endOf(one.until)
  );
}
