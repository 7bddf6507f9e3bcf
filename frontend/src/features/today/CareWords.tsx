import { useTranslation } from 'react-i18next';

import type { Care, CareContent } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { usePrivacy } from '@/ui/Privacy';

interface CareWordsProps {
  care: Care;
  content: CareContent;
  said: (at: string) => string;
}

/** Why, what they said, and the next step; in words, without a score. */
export function CareWords({ care, content, said }: CareWordsProps) {
  const { t } = useTranslation('today');
  const { mode } = usePrivacy();
  const { entry } = content;
  if (mode !== 'names') return <p className={classes.more}>{t('text-hidden')}</p>;
  return (
    <>
      <p>
        {content.reasons.map((reason) => t(`reason-${reason}`)).join(' ')}{' '}
        {entry && t('entry', { answer: entry.answer, when: said(entry.at) })}{' '}
        {entry?.changed && t('entry-changed')}
      </p>
      {entry?.note && <blockquote className={classes.said}>{entry.note}</blockquote>}
      <p>{t(`next-${content.nextStep}`, { when: care.nextSessionAt ? said(care.nextSessionAt) : '' })}</p>
    </>
  );
}
