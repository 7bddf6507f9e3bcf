import { fullMoment, moment, relative } from '@/lib/moments';

interface MomentProps {
  at: string;
  zone: string;
  now: number;
  /** Distance first ("2 hours ago") where how long ago matters more than when. */
  as?: 'moment' | 'relative';
}

/** A time as people say it, with the full date and zone on hover. */
export function Moment({ at, zone, now, as = 'moment' }: MomentProps) {
  const distance = as === 'relative' ? relative(at, now) : null;
  return (
    <time dateTime={at} title={fullMoment(at, zone)}>
      {distance ?? moment(at, zone, now)}
    </time>
  );
}
