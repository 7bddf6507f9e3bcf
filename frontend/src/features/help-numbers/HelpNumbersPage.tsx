import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useProblemWords } from '@/api/errors';
import { checkedOn, type HelpSettings, helpSettingsQuery } from '@/api/helpSettings';
import { CountryNumbers } from '@/features/help-numbers/CountryNumbers';
import classes from '@/features/help-numbers/HelpNumbersPage.module.css';
import { NUMBERS } from '@/lib/helpNumbers';
import { Failure } from '@/ui/Failure';
import { useDelay } from '@/ui/useDelay';

/** The numbers behind "Get help now", by country, and when somebody last looked whether they are right. */
export function HelpNumbersPage() {
  const { t } = useTranslation(['help-numbers', 'app']);
  const problem = useProblemWords();
  const isNoticeable = useDelay(150);
  const { data, error, isPending, refetch } = useQuery(helpSettingsQuery);
  return (
    <div className={classes.page}>
      <title>{`${t('title')} · ${t('app:brand')}`}</title>
      <h1>{t('title')}</h1>
      <p className={classes.intro}>{t('intro')}</p>
      {error && <Failure {...problem(error)} onRetry={() => void refetch()} />}
      {isPending && isNoticeable && <p role="status">{t('loading')}</p>}
      {data && <Countries settings={data} />}
    </div>
  );
}

function Countries({ settings }: { settings: HelpSettings }) {
  const { t } = useTranslation('help');
  const { own, practiceCountry, today } = settings;
  const others = [...new Set([...own.map(({ country }) => country), ...Object.keys(NUMBERS)])]
    .filter((country) => country !== practiceCountry)
    .toSorted();
  return [practiceCountry, ...others].map((country) => {
    const given = own.find((each) => each.country === country);
    const builtIn = (NUMBERS[country] ?? []).map(({ key, tel }) => ({ words: t(key), tel }));
    return (
      <CountryNumbers
        // A save makes the form anew from what was saved.
        key={`${country}-${given?.checkedOn ?? ''}-${JSON.stringify(given?.numbers)}`}
        country={country}
        numbers={given?.numbers ?? builtIn}
        checkedOn={checkedOn(settings, country)}
        isOwn={given !== undefined}
        isPractices={country === practiceCountry}
        today={today}
      />
    );
  });
}
