import { useTranslation } from 'react-i18next';

import type { Entry } from '@/features/audit/audit';
import { usePrivacy } from '@/ui/Privacy';

type Person = Entry['people'][number];

/** Names and acts as this screen shows them. */
export function useAuditWords() {
  const { t, i18n } = useTranslation('audit');
  const { mode } = usePrivacy();
  const person = ({ name, initials }: Person): string => {
    if (!name) return t('erased-person');
    return { names: name, initials: initials ?? '', hidden: t('name-hidden') }[mode];
  };
  const act = (word: string): string => {
    const key = `act-${word.replaceAll('.', '-')}`;
    return i18n.exists(`audit:${key}`) ? t(key) : word;
  };
  /** A view of a page names everything on it, which nobody could read here; an export has it. */
  const what = ({ subjectKind, subject }: Entry): string => {
    const count = subject?.split(',').length ?? 0;
    return count > 1
      ? t('several', { kind: subjectKind, count })
      : [subjectKind, subject].filter(Boolean).join(' ');
  };
  const actor = ({ actorKind, actor: id, actorName }: Entry): string => {
    if (actorKind === 'person') return actorName ?? t('account', { id: id?.slice(0, 8) });
    if (actorKind === 'stranger') return t('stranger');
    return id && i18n.exists(`audit:program-${id}`) ? t(`program-${id}`) : (id ?? actorKind);
  };
  return { person, act, what, actor };
}
