import { useTranslation } from 'react-i18next';

import { Failure } from '@/ui/Failure';

interface UnopenedProps {
  unopened: { count: number; reference?: string | undefined } | undefined;
}

/** Says that something stored was altered or moved, so that it is not shown, and where the trail tells of it. */
export function Unopened({ unopened }: UnopenedProps) {
  const { t } = useTranslation('common');
  if (!unopened) return null;
  return <Failure text={t('unopened', { count: unopened.count })} reference={unopened.reference} />;
}
