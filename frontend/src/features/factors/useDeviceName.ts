import { useTranslation } from 'react-i18next';

import { deviceKind } from '@/lib/device';

/** What a passkey of this device is called at first. */
export function useDeviceName(): string {
  const { t } = useTranslation('set-up');
  return t(`device-${deviceKind(navigator.userAgent)}`);
}
