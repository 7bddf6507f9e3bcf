import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says why something could not be had from a provider: in words of its own for `acuity.rate-limited`, else in those for all. */
export function useCause(): (key: string) => string {
  const { t, i18n } = useTranslation('reasons');
  return useCallback(
    (key) => {
      const [first = '', word = ''] = key.split('.');
      // What keeps times from being looked up is mostly what keeps everything else of Acuity's away.
      const provider = first === 'slots' ? 'acuity' : first;
      const group = provider === 'acuity' ? 'acuity' : 'source';
      const known = [key, `${group}.${word}`].find((each) => i18n.exists(`reasons:${each}`));
      return t(known ?? `${group}.unknown`, {
        key,
        name: t(`provider.${provider}`, { defaultValue: provider }),
      });
    },
    [t, i18n],
  );
}
