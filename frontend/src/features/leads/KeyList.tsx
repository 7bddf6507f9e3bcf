import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/KeyList.module.css';
import { Dialog } from '@/ui/Dialog';

const KEYS = [['J', 'K'], ['Enter'], ['Esc'], ['O'], ['Z'], ['R'], ['Shift+P'], ['?']] as const;

export function KeyList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('leads');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys')}>
      <p className={classes.help}>{t('keys-help')}</p>
      <dl className={classes.keys}>
        {KEYS.map((keys) => (
          <div key={keys[0]} className={classes.pair}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`key-${keys[0]}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
