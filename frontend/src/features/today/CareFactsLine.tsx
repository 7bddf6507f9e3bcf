import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { CareActs } from '@/features/today/CareActs';
import { CareWords } from '@/features/today/CareWords';
import { Line } from '@/features/today/Line';
import { type Care, type CarePage, careQuery, openCare } from '@/features/today/today';
import classes from '@/features/today/Today.module.css';
import { useName } from '@/features/today/useName';
import { moment } from '@/lib/moments';
import { Failure } from '@/ui/Failure';
import { usePracticeNow } from '@/ui/usePracticeNow';

/** What nobody has answered: the fact alone. How somebody is stays behind a click that is recorded. */
export function CareFactsLine() {
  const { t } = useTranslation('today');
  const query = useQuery(careQuery);
  return (
    <Line title={t('care-facts')} query={query}>
      {(page) =>
        page.items.length === 0 ? (
          <p>{t('care-facts-none')}</p>
        ) : (
          <>
            <p className={classes.more}>{t('care-open-help')}</p>
            <ul className={classes.list}>
              {page.items.map((care) => (
                <li key={care.id} className={classes.item}>
                  <Fact care={care} page={page} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Line>
  );
}

function Fact({ care, page }: { care: Care; page: CarePage }) {
  const { t } = useTranslation('today');
  const words = useProblemWords();
  const nameOf = useName();
  const now = usePracticeNow(page);
  const opening = useMutation({ mutationFn: () => openCare(care.id) });
  const said = (at: string) => moment(at, page.zone, now);
  const content = opening.data?.content;
  return (
    <>
      <p className={classes.head}>
        <span className={classes.name}>{nameOf(care)}</span>
      </p>
      <p>{t(`care-fact-${care.why}`, { when: said(care.openedAt) })}</p>
      {opening.error && <Failure {...words(opening.error)} />}
      {content ? (
        <>
          <CareWords care={care} content={content} said={said} />
          <CareActs care={care} name={nameOf(care)} />
        </>
      ) : (
        <div>
          <Button
            variant="default"
            onClick={() => opening.mutate()}
            loading={opening.isPending}
            aria-label={`${t('care-open')}: ${nameOf(care)}`}
          >
            {t('care-open')}
          </Button>
        </div>
      )}
    </>
  );
}
