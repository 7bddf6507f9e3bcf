import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/leads/History.module.css';
import { zohoPreviewQuery } from '@/features/leads/zoho';
import { Failure } from '@/ui/Failure';

interface ZohoPartProps {
  personId: string;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  /** What is about to be logged; nothing until an outcome is chosen. */
  kind: string | undefined;
  callBackAt: string | undefined;
  onLog: (zoho: string[]) => void;
}

/** Nothing leaves without being shown: with this on, an outcome is logged only beside the words that go to Zoho. */
export function ZohoPart({ personId, isOn, onToggle, kind, callBackAt, onLog }: ZohoPartProps) {
  const { t } = useTranslation('leads');
  return (
    <>
      <label className={classes.switch}>
        <input type="checkbox" checked={isOn} onChange={(event) => onToggle(event.currentTarget.checked)} />
        <span>
          {t('to-zoho')}
          <small>{t('to-zoho-help')}</small>
        </span>
      </label>
      {isOn && kind && <Preview personId={personId} kind={kind} callBackAt={callBackAt} onLog={onLog} />}
    </>
  );
}

function Preview({
  personId,
  kind,
  callBackAt,
  onLog,
}: Pick<ZohoPartProps, 'personId' | 'callBackAt' | 'onLog'> & { kind: string }) {
  const { t } = useTranslation(['leads', 'common']);
  const words = useProblemWords();
  const { data, error, refetch } = useQuery(zohoPreviewQuery(personId, kind, callBackAt));
  if (error) return <Failure {...words(error)} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{t('common:loading')}</p>;
  const zoho = [data.note && 'note', data.task && 'task'].filter((each) => typeof each === 'string');
  return (
    <section aria-label={t('zoho-preview')}>
      {data.note ? (
        <>
          <p>{t('zoho-preview')}</p>
          <p className={classes.what}>{t('zoho-note-is', data.note)}</p>
          {data.task && (
            <p className={classes.what}>
              {t('zoho-task-is', { subject: data.task.subject, due: data.task.dueOn })}
            </p>
          )}
        </>
      ) : (
        <p role="status">{t('zoho-unknown-person')}</p>
      )}
      <Button type="button" onClick={() => onLog(zoho)}>
        {t(data.note ? 'log-outcome-to-zoho' : 'log-outcome')}
      </Button>
    </section>
  );
}
