import { useTranslation } from 'react-i18next';

import type { OwnFactor } from '@/features/factors/factors';

/** What a factor is called: as its owner did, or an app by what it is. */
export function useFactorName(): (factor: OwnFactor) => string {
  const { t } = useTranslation('security');
  return ({ kind, name }) => name ?? t(kind);
}
