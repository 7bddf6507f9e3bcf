import { fullMoment, lasting, moment, relative } from '@/lib/moments';

interface MomentProps {
  at: string;
  zone: string;
  now: number;
  /** The distance ("2 hours ago", "2 hours") where that matters more than when it was. */
  as?: 'moment' | 'relative' | 'lasting';
}

/** A time as people say it, with the full date and zone on hover. */
export function Moment({ at, zone, now, as = 'moment' }: MomentProps) {
  const distance = { moment: () => null, relative, lasting }[as](at, now);
  return (
    <time dateTime={at} title={fullMoment(at, zone)}>
      {distance ?? moment(at, zone, now)}
    </time>
  );
}
