import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import classes from '@/features/export/Export.module.css';
import { exportsQuery, type ExportWay, isUnderWay, type RecordExport } from '@/features/export/exports';
import { Failure } from '@/ui/Failure';
import { Moment } from '@/ui/Moment';
import { Note } from '@/ui/Note';
import { saveFile } from '@/ui/saveAsFile';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 500;

interface ExportPartProps {
  way: ExportWay;
  zone: string;
  /** Whether the person asks for themselves: then nobody asks why. */
  isOwn?: boolean;
}

/** All that is held of a person as one file: asked for, waited for, and fetched once. */
export function ExportPart(props: ExportPartProps) {
  const { t } = useTranslation('export');
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="export" className={classes.part}>
      <h2 id="export">{t(props.isOwn ? 'own-title' : 'title')}</h2>
      <p className={classes.help}>{t(props.isOwn ? 'own-help' : 'help')}</p>
      {isOpen ? (
        <Files {...props} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('open')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Files({ way, zone, isOwn = false }: ExportPartProps) {
  const words = useProblemWords();
  const { data, error, refetch } = useQuery(exportsQuery(way));
  const latest = data?.items.find(({ mine }) => mine);
  return (
    <>
      {error && <Failure {...words(error)} onRetry={() => void refetch()} />}
      {latest && <Latest latest={latest} way={way} zone={zone} />}
      {data && (!latest || !(isUnderWay(latest) || latest.state === 'ready')) && (
        <Ask way={way} isOwn={isOwn} isAgain={Boolean(latest)} />
      )}
    </>
  );
}

function Ask({ way, isOwn, isAgain }: { way: ExportWay; isOwn: boolean; isAgain: boolean }) {
  const { t } = useTranslation('export');
  const words = useProblemWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const asking = useMutation({
    mutationFn: () => way.ask(reason.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: exportsQuery(way).queryKey }),
  });
  const waits = !isOwn && reason.trim().length < SHORTEST_REASON;
  return (
    <form
      noValidate
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate();
      }}
    >
      {!isOwn && (
        <Textarea
          label={t('reason')}
          description={t('reason-help')}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      {asking.isError && <Failure {...words(asking.error)} />}
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant="default"
          disabled={waits}
          loading={asking.isPending}
          aria-describedby={waits ? 'export-waits' : undefined}
        >
          {t(isAgain ? 'ask-again' : 'ask')}
        </Button>
        {waits && (
          <span id="export-waits" className={classes.quiet}>
            {t('ask-waits')}
          </span>
        )}
      </div>
    </form>
  );
}

function Latest({ latest, way, zone }: { latest: RecordExport; way: ExportWay; zone: string }) {
  const { t } = useTranslation('export');
  const words = useProblemWords();
  const client = useQueryClient();
  // Files are kept and thrown away in real time, whatever day a demonstration lives on.
  const [now] = useState(() => Date.now());
  const fetching = useMutation({
    mutationFn: () => way.download(latest.id),
    onSuccess: (file) => saveFile('record.zip', file),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery(way).queryKey }),
  });
  const isReady = latest.state === 'ready';
  return (
    <>
      {fetching.isError && <Failure {...words(fetching.error)} />}
      {isUnderWay(latest) && <p role="status">{t('under-way')}</p>}
      {isReady && (
        <>
          <p>
            {t('ready')}
            {latest.goneAt && (
              <>
                {' '}
                {t('gone-at')} <Moment at={latest.goneAt} zone={zone} now={now} />
              </>
            )}
          </p>
          <div>
            <Button loading={fetching.isPending} onClick={() => fetching.mutate()}>
              {t('download')}
            </Button>
          </div>
        </>
      )}
      {latest.state === 'failed' && (
        <Note tone="warn">{t(`failed-${latest.cause ?? 'not-made'}`, t('failed-not-made'))}</Note>
      )}
      {(latest.state === 'downloaded' || latest.state === 'expired') && (
        <p className={classes.quiet}>
          {t(latest.state)} <Moment at={latest.askedAt} zone={zone} now={now} />
        </p>
      )}
    </>
  );
}
