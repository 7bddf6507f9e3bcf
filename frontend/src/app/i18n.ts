import { createInstance, type i18n, type PostProcessorModule, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { day, moment, relative } from '@/lib/moments';
import { inPracticesWords } from '@/lib/personWord';
import { shownScore } from '@/lib/points';
import common from '@/locales/en/common.json';
import errors from '@/locales/en/errors.json';

const SHARED = { common, errors };

/** Sentences that hold a time are given the zone to say it in and the moment to say it from. */
interface TimeOptions {
  zone: string;
  now: number;
}

/** The catalogues that both doors need at once and those of one door alone; other pages bring their own. */
export function makeI18n(own: Resource[string]): i18n {
  const instance = createInstance();
  const practicesWords: PostProcessorModule = {
    type: 'postProcessor',
    name: 'practices-words',
    process: (said: string) => inPracticesWords(said),
  };
  void instance
    .use(initReactI18next)
    .use(practicesWords)
    .init({
      lng: 'en',
      resources: { en: { ...SHARED, ...own } },
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      postProcess: ['practices-words'],
      initAsync: false,
    });
  const add = (name: string, say: (value: string, options: TimeOptions) => string) =>
    instance.services.formatter?.add(name, (value: string, _, options: TimeOptions) => say(value, options));
  add('moment', (value, { zone, now }) => moment(value, zone, now));
  add('day', (value, { zone, now }) => day(value, zone, now));
  add('ago', (value, { zone, now }) => relative(value, now) ?? moment(value, zone, now));
  instance.services.formatter?.add('points', (tenths: number) => String(shownScore(tenths)));
  return instance;
}
