import {
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleSlash,
  Clock4,
  LoaderCircle,
  OctagonAlert,
  TriangleAlert,
  Volume1,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';

import classes from '@/features/connections/ConnectionsPage.module.css';

const LOOKS = {
  'on-time': { Icon: CircleCheck, tone: classes.ok },
  running: { Icon: LoaderCircle, tone: classes.ok },
  quiet: { Icon: Volume1, tone: classes.warn },
  late: { Icon: Clock4, tone: classes.warn },
  stopped: { Icon: OctagonAlert, tone: classes.bad },
  'action-needed': { Icon: TriangleAlert, tone: classes.bad },
  paused: { Icon: CirclePause, tone: classes.calm },
  'not-run-yet': { Icon: CircleDashed, tone: classes.calm },
  'not-connected': { Icon: CircleSlash, tone: classes.calm },
} as const;

/** The state in a word and a shape; the colour only repeats it. */
export function StateWord({ state }: { state: string }) {
  const { t } = useTranslation('connections');
  const { Icon, tone } = LOOKS[state as keyof typeof LOOKS] ?? LOOKS['not-run-yet'];
  return (
    <span className={`${classes.state} ${tone}`}>
      <Icon size={16} aria-hidden />
      {t(`state.${state}`, { defaultValue: state })}
    </span>
  );
}
