import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { CareActs } from '@/features/today/CareActs';
import { CareWords } from '@/features/today/CareWords';
import { Line } from '@/features/today/Line';
import { type Care, type CarePage, careQuery } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { useName } from '@/features/today/useName';
import { moment } from '@/lib/moments';
import { Unopened } from '@/ui/Unopened';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** Own clients who should hear from their practitioner, and why. */
export function CareLine() {
  const { t } = useTranslation('today');
  const query = useQuery(careQuery);
  return (
    <Line title={t('care')} query={query}>
      {(page) => (
        <>
          <Unopened unopened={page.unopened} />
          {page.items.length === 0 && <p>{t('care-none')}</p>}
          <ul className={classes.list}>
            {page.items.map((care) => (
              <li key={care.id} className={classes.item}>
                <CareItem care={care} page={page} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Line>
  );
}

function CareItem({ care, page }: { care: Care; page: CarePage }) {
  const { t } = useTranslation('today');
  const nameOf = useName();
  const now = usePracticeNow(page);
  const said = (at: string) => moment(at, page.zone, now);
  return (
    <>
      <p className={classes.head}>
        <span className={classes.name}>{nameOf(care)}</span>
      </p>
      {care.content && <CareWords care={care} content={care.content} said={said} />}
      <p className={classes.more}>
        {care.state === 'open'
          ? t('care-came', { when: said(care.openedAt), due: said(care.dueAt) })
          : t('care-acknowledged', { when: said(care.openedAt) })}
      </p>
      <CareActs care={care} name={nameOf(care)} />
    </>
  );
}
