import { useTranslation } from 'react-i18next';

import classes from '@/features/factors/KeyCard.module.css';
import { CopyButton } from '@/ui/CopyButton';
import { QrCode } from '@/ui/QrCode';

interface KeyCardProps {
  otpauth: string;
  secret: string;
}

/** The key three ways: to scan, to open on this very phone, and as text. */
export function KeyCard({ otpauth, secret }: KeyCardProps) {
  const { t } = useTranslation('set-up');
  return (
    <>
      <a className={classes.open} href={otpauth}>
        {t('open-in-app')}
      </a>
      <p className={classes.scan}>{t('scan')}</p>
      <p className={classes.scanOther}>{t('scan-other')}</p>
      <QrCode text={otpauth} label={t('qr-code')} />
      <p id="key-label">{t('key-as-text')}</p>
      <code className={classes.key} aria-labelledby="key-label">
        {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </code>
      <div>
        <CopyButton text={secret} label={t('copy-key')} />
      </div>
    </>
  );
}
