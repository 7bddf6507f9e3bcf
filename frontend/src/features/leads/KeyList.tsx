import { useTranslation } from 'react-i18next';

import classes from '@/features/leads/KeyList.module.css';
import { Dialog } from '@/ui/Dialog';
import { switchSingleKeys, useSingleKeys } from '@/ui/singleKeys';

const KEYS = [
  ['J', 'K'],
  ['Enter'],
  ['Esc'],
  ['O'],
  ['S'],
  ['A'],
  ['B'],
  ['N'],
  ['X'],
  ['Z'],
  ['R'],
  ['G', 'L'],
  ['?'],
] as const;
const ANYWHERE = ['Ctrl+K', 'Shift+P'] as const;

interface KeyListProps {
  isOpen: boolean;
  onClose: () => void;
}

export function KeyList({ isOpen, onClose }: KeyListProps) {
  const { t } = useTranslation('leads');
  const isOn = useSingleKeys();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys')}>
      <label className={classes.switch}>
        <input
          type="checkbox"
          data-autofocus
          checked={isOn}
          onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        />
        <span>
          {t('keys-on')}
          <small>{t('keys-help')}</small>
        </span>
      </label>
      <dl className={classes.keys} data-off={!isOn || undefined}>
        {KEYS.map((keys) => (
          <Pair key={keys[0]} keys={keys} />
        ))}
      </dl>
      <h3 className={classes.title}>{t('keys-anywhere')}</h3>
      <dl className={classes.keys}>
        {ANYWHERE.map((key) => (
          <Pair key={key} keys={[key]} />
        ))}
      </dl>
    </Dialog>
  );
}

function Pair({ keys }: { keys: readonly [string, ...string[]] }) {
  const { t } = useTranslation('leads');
  return (
    <div className={classes.pair}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{t(`key-${keys[0]}`)}</dd>
    </div>
  );
}
