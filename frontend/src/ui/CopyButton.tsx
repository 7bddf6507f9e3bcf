import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CopyButtonProps {
  text: string;
  label: string;
}

/** Copies and says whether it worked; a browser may refuse the clipboard. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation('common');
  const [outcome, setOutcome] = useState<'copied' | 'not-copied' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('not-copied'),
    );
  return (
    <>
      <Button
        variant="default"
        leftSection={outcome === 'copied' ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
        onClick={() => void copy()}
      >
        {outcome === 'copied' ? t('copied') : label}
      </Button>
      <span role="status">{outcome === 'not-copied' && t('not-copied')}</span>
    </>
  );
}
