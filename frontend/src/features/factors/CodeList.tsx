import { Button } from '@mantine/core';
import { Download, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/factors/CodeList.module.css';
import { asText, type RecoveryCodeList } from '@/features/factors/recoveryCodes';
import { CopyButton } from '@/ui/CopyButton';
import { saveAsFile } from '@/ui/saveAsFile';

export function CodeList({ codes }: { codes: RecoveryCodeList }) {
  const { t } = useTranslation('set-up');
  const text = asText(codes);
  return (
    <>
      <ol className={classes.codes} aria-label={t('codes')}>
        {codes.recoveryCodes.map(({ number, code }) => (
          <li key={number} value={number}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={classes.ways}>
        <Button
          variant="default"
          leftSection={<Download size={18} aria-hidden />}
          onClick={() => saveAsFile('recovery-codes.txt', text)}
        >
          {t('download')}
        </Button>
        <Button
          variant="default"
          leftSection={<Printer size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
        <CopyButton text={text} label={t('copy')} />
      </div>
    </>
  );
}
