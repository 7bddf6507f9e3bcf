import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import { CHECKED_ON, NUMBERS } from '@/lib/helpNumbers';

export type HelpSettings =
  paths['/api/settings/help-numbers']['get']['responses'][200]['content']['application/json'];

export const HELP_SETTINGS_KEY = ['settings', 'help-numbers'] as const;

export const helpSettingsQuery = queryOptions({
  queryKey: HELP_SETTINGS_KEY,
  queryFn: () => answered<HelpSettings>(core.GET('/api/settings/help-numbers')),
});

/** When somebody last looked at the numbers of a country, the practice or we; never where there are none. */
export function checkedOn({ own }: HelpSettings, country: string): string | undefined {
  const given = own.find((each) => each.country === country);
  return given?.checkedOn ?? (NUMBERS[country] && CHECKED_ON);
}

const DAY_MS = 86_400_000;
const LOOK_AGAIN_DAYS = 90;

/** Whether somebody should look again whether they are right. */
export function isOld(checked: string, today: string): boolean {
  return Date.parse(today) - Date.parse(checked) > LOOK_AGAIN_DAYS * DAY_MS;
}
