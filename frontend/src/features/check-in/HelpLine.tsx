import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { helpQuery } from '@/features/check-in/help';
import classes from '@/features/check-in/Help.module.css';
import { portalPaths } from '@/lib/paths';

/** Beside everything that is about to be sent: nobody may think that somebody is watching. */
export function HelpLine() {
  const { t } = useTranslation('help');
  // Asked for before it may be needed: after a low answer the right numbers are there at once.
  useQuery(helpQuery);
  return (
    <div className={classes.line}>
      <p>{t('no-one-watches')}</p>
      <p>
        <Link to={portalPaths.help}>{t('get-help')}</Link>
      </p>
    </div>
  );
}
