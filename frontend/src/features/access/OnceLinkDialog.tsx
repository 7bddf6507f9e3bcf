import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { OnceLink } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { CopyButton } from '@/ui/CopyButton';
import { Dialog } from '@/ui/Dialog';

interface OnceLinkDialogProps {
  title: string;
  help: string;
  made: OnceLink | null;
  clock: Clock;
  onClose: () => void;
}

/** A link to hand on, shown this once. */
export function OnceLinkDialog({ title, help, made, clock, onClose }: OnceLinkDialogProps) {
  const { t } = useTranslation('access');
  return (
    <Dialog isOpen={made !== null} onClose={onClose} title={title} returnsFocus>
      {made && (
        <div className={classes.part}>
          <p>{help}</p>
          <p className={classes.code}>
            <code>{made.link}</code>
          </p>
          <p className={classes.quiet}>{t('link-until', { at: made.expiresAt, ...clock })}</p>
          <div className={classes.buttons}>
            <CopyButton text={made.link} label={t('copy-link')} />
            <Button onClick={onClose}>{t('link-handed')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
