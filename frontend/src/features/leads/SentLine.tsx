import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/History.module.css';
import type { LeadDetail } from '@/features/leads/leads';
import type { Clock } from '@/features/leads/sentences';
import { shipmentQuery, tryAgain } from '@/features/leads/zoho';
import { Moment } from '@/ui/Moment';
import { useCause } from '@/ui/useCause';

type Sent = LeadDetail['outcomes'][number]['sent'][number];

/** Whether something that was to leave has arrived: sending, saved, or why not. */
export function SentLine({ sent, clock }: { sent: Sent; clock: Clock }) {
  const { t } = useTranslation('leads');
  const causeOf = useCause();
  const client = useQueryClient();
  const { data } = useQuery(shipmentQuery(sent));
  const again = useMutation({
    mutationFn: () => tryAgain(sent.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['shipment', sent.id] }),
  });
  const what = t(`sent-${data.kind}`);
  const cause = data.cause ? causeOf(data.cause) : undefined;
  const key = data.state === 'sending' && cause ? 'sent-sending-why' : `sent-${data.state}`;
  return (
    <span className={classes.more} role="status">
      {t(key, { what, cause })}
      {data.state === 'saved' && data.settledAt && (
        <>
          {' '}
          <Moment at={data.settledAt} {...clock} />
        </>
      )}
      {data.state === 'not-saved' && (
        <>
          {' '}
          <button
            type="button"
            className={classes.quiet}
            disabled={again.isPending}
            onClick={() => again.mutate()}
          >
            {t('sent-try-again')}
          </button>
        </>
      )}
      {again.isError && ` ${t('sent-failed')}`}
    </span>
  );
}
