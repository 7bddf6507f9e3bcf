import { queryOptions } from '@tanstack/react-query';

import { answered, core } from '@/api/client';
import type { paths } from '@/api/generated/core';
import type { Practice } from '@/api/practice';

export type Digest = paths['/api/settings/digest']['get']['responses'][200]['content']['application/json'];
export type Templates = Practice['templates'];
export type Template = Templates['items'][number];

export const digestQuery = queryOptions({
  queryKey: ['settings', 'digest'],
  queryFn: () => answered<Digest>(core.GET('/api/settings/digest')),
});

export const saveDigest = (on: boolean, atMinute: number, version: number) =>
  answered(core.POST('/api/settings/digest', { body: { on, atMinute, version } }));
export const saveTemplates = (items: Template[], version: number) =>
  answered(core.POST('/api/settings/templates', { body: { items, version } }));
export const saveNotice = (minutes: number, version: number) =>
  answered(core.POST('/api/settings/notice', { body: { minutes, version } }));
export const saveIdle = (minutes: number, version: number) =>
  answered(core.POST('/api/settings/idle', { body: { minutes, version } }));
export const saveWords = (word: string, version: number) =>
  answered(core.POST('/api/settings/words', { body: { word, version } }));

const PLACES = new Set(['name', 'me', 'practitioner', 'slots', 'link']);
const LONGEST_NAME = 60;
const LONGEST_TEXT = 1000;

/** What is wrong with each template, by its place and field, as the server would say it: `items.0.name`. */
export function wrongInTemplates(items: readonly Template[]): Map<string, string> {
  const wrong = new Map<string, string>();
  items.forEach(({ name, text }, index) => {
    if (!name.trim() || name.trim().length > LONGEST_NAME)
      wrong.set(`items.${index}.name`, 'template-unnamed');
    else if (items.some((other, place) => place < index && other.name.trim() === name.trim()))
      wrong.set(`items.${index}.name`, 'template-twice');
    if (!text.trim() || text.trim().length > LONGEST_TEXT) wrong.set(`items.${index}.text`, 'template-empty');
    else if (!canBeFilled(text)) wrong.set(`items.${index}.text`, 'template-place');
  });
  return wrong;
}

function canBeFilled(text: string): boolean {
  const rest = text.replaceAll(/\{([^{}]*)\}/g, (whole, place: string) => (PLACES.has(place) ? '' : whole));
  return !/[{}]/.test(rest);
}
