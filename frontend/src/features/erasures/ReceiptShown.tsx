import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { CountList } from '@/features/erasures/CountList';
import type { Receipt } from '@/features/erasures/erasures';
import classes from '@/features/erasures/Erasures.module.css';
import { saveAsFile } from '@/ui/saveAsFile';

interface ReceiptShownProps {
  receipt: Receipt;
  clock: { zone: string; now: number };
  whoIs: (id: string) => string;
}

/** What was destroyed and who decided it; nothing of the person is in it. */
export function ReceiptShown({ receipt, clock, whoIs }: ReceiptShownProps) {
  const { t } = useTranslation('erasures');
  return (
    <section aria-labelledby="receipt" className={classes.part}>
      <h2 id="receipt">{t('receipt')}</h2>
      <p>
        {t('receipt-says', {
          at: receipt.erasedAt,
          asked: whoIs(receipt.askedBy),
          approved: whoIs(receipt.approvedBy),
          ...clock,
        })}
      </p>
      <p className={classes.quiet}>{receipt.accountGoneAt ? t('account-gone') : t('account-going')}</p>
      <CountList counts={receipt.destroyed} />
      <Button
        variant="default"
        onClick={() => saveAsFile(`erasure-${receipt.id}.json`, `${JSON.stringify(receipt, null, 2)}\n`)}
      >
        {t('receipt-save')}
      </Button>
    </section>
  );
}
