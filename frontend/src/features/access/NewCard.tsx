import { Button } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/access/AccessPage.module.css';
import { Dialog } from '@/ui/Dialog';
import { Note } from '@/ui/Note';

interface NewCardProps {
  card: string | null;
  onClose: () => void;
}

/** The card, shown this once: printed, not copied, because it belongs on paper and nowhere else. */
export function NewCard({ card, onClose }: NewCardProps) {
  const { t } = useTranslation('access');
  return (
    <Dialog isOpen={card !== null} onClose={onClose} title={t('card')} returnsFocus>
      <div className={classes.part}>
        <p>{t('card-print-help')}</p>
        <p className={classes.code}>
          <code>{card}</code>
        </p>
        <Note tone="info">{t('card-once')}</Note>
        <div className={classes.buttons}>
          <Button leftSection={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {t('card-print')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('card-printed')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
