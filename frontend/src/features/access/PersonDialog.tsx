import { useTranslation } from 'react-i18next';

import type { Person } from '@/features/access/access';
import classes from '@/features/access/AccessPage.module.css';
import type { Clock } from '@/features/access/clock';
import { LockPart } from '@/features/access/LockPart';
import { PracticePart } from '@/features/access/PracticePart';
import { ResetPart } from '@/features/access/ResetPart';
import { RolePart } from '@/features/access/RolePart';
import { SessionsPart } from '@/features/access/SessionsPart';
import { useAccessWords } from '@/features/access/useAccessWords';
import { Dialog } from '@/ui/Dialog';

interface PersonDialogProps {
  person: Person | undefined;
  clock: Clock;
  onClose: () => void;
}

/** All that can be done about one account. Of one's own there is little: another administrator has to. */
export function PersonDialog({ person, clock, onClose }: PersonDialogProps) {
  const { t } = useTranslation('access');
  const { name } = useAccessWords();
  return (
    <Dialog isOpen={person !== undefined} onClose={onClose} title={person && name(person.name)} returnsFocus>
      {person && (
        <div className={classes.parts}>
          <SessionsPart person={person} clock={clock} />
          {person.you ? (
            <p className={classes.quiet}>{t('own-account')}</p>
          ) : (
            <>
              {person.role !== 'client' && <RolePart key={person.role} person={person} />}
              {person.role === 'practitioner' && <PracticePart person={person} />}
              <ResetPart person={person} />
              <LockPart key={person.lockedAt ?? 'open'} person={person} clock={clock} />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
