import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { type Practice, practiceQuery } from '@/api/practice';
import { ChoiceForm } from '@/features/practice/ChoiceForm';
import { digestQuery, saveIdle, saveNotice, saveWords } from '@/features/practice/decisions';
import { DigestForm } from '@/features/practice/DigestForm';
import classes from '@/features/practice/Practice.module.css';
import { TemplatesForm } from '@/features/practice/TemplatesForm';
import { Failure } from '@/ui/Failure';
import { useDelay } from '@/ui/useDelay';

const HOUR = 60;
const NOTICES = [0, 30, HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR, 168 * HOUR];
const IDLE = [2, 3, 5, 10];
const WORDS = ['client', 'patient'];

interface PracticePageProps {
  /** The form for when people are called, which is made of hours as working hours are. */
  ContactTimes: ComponentType<{ times: Practice['contactTimes'] }>;
}

/** What the practice decides about how it works: each part is saved by itself. */
export function PracticePage({ ContactTimes }: PracticePageProps) {
  const { t } = useTranslation(['practice', 'app']);
  const words = useProblemWords();
  const isNoticeable = useDelay(150);
  const practice = useQuery(practiceQuery);
  const digest = useQuery(digestQuery);
  const failed = practice.error ? practice : digest.error ? digest : undefined;
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <h1>{t('title')}</h1>
      {practice.data && <p>{t('zone', { zone: practice.data.zone })}</p>}
      {failed && <Failure {...words(failed.error)} onRetry={() => void failed.refetch()} />}
      {(practice.isPending || digest.isPending) && isNoticeable && <p role="status">{t('loading')}</p>}
      {digest.data && <DigestForm digest={digest.data} />}
      {practice.data && <ContactTimes times={practice.data.contactTimes} />}
      {practice.data && <Parts practice={practice.data} />}
    </div>
  );
}

function Parts({ practice: { templates, notice, idle, words } }: { practice: Practice }) {
  const { t } = useTranslation('practice');
  const lasts = (minutes: number) => {
    if (minutes === 0) return t('notice-none');
    return minutes < HOUR
      ? t('minutes', { count: minutes })
      : minutes < 48 * HOUR
        ? t('hours', { count: minutes / HOUR })
        : t('days', { count: minutes / HOUR / 24 });
  };
  return (
    <>
      <TemplatesForm templates={templates} />
      <ChoiceForm
        name="notice"
        held={String(notice.minutes)}
        version={notice.version}
        choices={NOTICES.map((minutes) => ({ value: String(minutes), label: lasts(minutes) }))}
        save={(chosen, version) => saveNotice(Number(chosen), version)}
      />
      <ChoiceForm
        name="idle"
        held={String(idle.minutes)}
        version={idle.version}
        choices={IDLE.map((minutes) => ({ value: String(minutes), label: lasts(minutes) }))}
        save={(chosen, version) => saveIdle(Number(chosen), version)}
      />
      <ChoiceForm
        name="words"
        held={words.word}
        version={words.version}
        choices={WORDS.map((value) => ({ value, label: t(`word-${value}`) }))}
        save={saveWords}
      />
    </>
  );
}
