import { useQuery } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { helpQuery } from '@/features/check-in/help';
import classes from '@/features/check-in/Help.module.css';
import { callTo } from '@/lib/contactLinks';
import { helpNumbers } from '@/lib/helpNumbers';

/** Numbers to tap: the practice's own, or those that come with the portal; of every country while nobody could say which country it is. */
export function HelpNumbers({ withPractice = false }: { withPractice?: boolean }) {
  const { t } = useTranslation('help');
  const { data } = useQuery(helpQuery);
  const numbers = data?.numbers ?? helpNumbers(data?.country).map(({ key, tel }) => ({ words: t(key), tel }));
  return (
    <ul className={classes.numbers}>
      {numbers.map(({ words, tel }) => (
        <li key={words}>
          <a href={`tel:${tel}`} className={classes.number}>
            <Phone size={20} aria-hidden />
            {words}
          </a>
        </li>
      ))}
      {withPractice && data?.practicePhone && (
        <li>
          <a href={callTo(data.practicePhone)} className={classes.number}>
            <Phone size={20} aria-hidden />
            {t('practice', { phone: data.practicePhone })}
          </a>
        </li>
      )}
    </ul>
  );
}
