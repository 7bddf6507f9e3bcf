import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { checkedOn, helpSettingsQuery, isOld } from '@/api/helpSettings';
import { Line } from '@/features/today/Line';
import { paths } from '@/lib/paths';

/** There only while the numbers that clients are shown want to be called again: a wrong one would fail somebody in need. */
export function HelpNumbersLine() {
  const { t } = useTranslation('today');
  const query = useQuery(helpSettingsQuery);
  const settings = query.data;
  const checked = settings && checkedOn(settings, settings.practiceCountry);
  if (!settings || (checked && !isOld(checked, settings.today))) return null;
  return (
    <Line title={t('help-numbers')} query={query}>
      {() => (
        <p>
          {t(checked ? 'help-numbers-old' : 'help-numbers-none')}{' '}
          <Link to={paths.helpNumbers}>{t('to-help-numbers')}</Link>
        </p>
      )}
    </Line>
  );
}
