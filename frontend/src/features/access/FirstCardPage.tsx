import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { acts, approvalsQuery } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import { useAct } from '@/features/access/useAct';
import { Failure } from '@/ui/Failure';
import { Letterhead } from '@/ui/Letterhead';
import { Note } from '@/ui/Note';

/**
 * The practice's card, made by its first administrator as soon as they are set up: a practice that has none when
 * somebody is locked out is helped by nobody.
 */
export function FirstCardPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['access', 'app']);
  const words = useProblemWords();
  const [made, setMade] = useState<string | null>(null);
  const approvals = useQuery(approvalsQuery);
  const make = useAct(acts.makeCard, ({ card }) => setMade(card));
  const isThere = made === null && approvals.data?.card !== undefined;
  useEffect(() => {
    if (isThere) onDone();
  }, [isThere, onDone]);
  if (isThere || approvals.isPending) return null;
  return (
    <Letterhead brand={t('app:brand')} title={t('card')}>
      <div className={classes.part}>
        {made === null ? (
          <>
            {approvals.isError && <Failure {...words(approvals.error)} />}
            {make.failure && <Failure {...make.failure} />}
            <p>{t('card-first')}</p>
            <div className={classes.buttons}>
              <Button loading={make.isRunning} onClick={() => make.run()}>
                {t('card-make')}
              </Button>
              <Button variant="subtle" onClick={onDone}>
                {t('card-later')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>{t('card-print-help')}</p>
            <p className={classes.code}>
              <code>{made}</code>
            </p>
            <Note tone="info">{t('card-once')}</Note>
            <div className={classes.buttons}>
              <Button leftSection={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
                {t('card-print')}
              </Button>
              <Button variant="default" onClick={onDone}>
                {t('card-printed')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Letterhead>
  );
}
