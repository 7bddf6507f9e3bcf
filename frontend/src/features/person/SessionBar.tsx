import type { SessionShown } from '@/features/person/person';
import classes from '@/features/person/SessionBar.module.css';
import { barOf } from '@/features/person/segments';

/** What was booked as an outline, and who was seen in it as blocks; the words beside it say the same. */
export function SessionBar({ session }: { session: SessionShown }) {
  const { booked, present } = barOf(session);
  return (
    <svg className={classes.bar} data-state={session.state} aria-hidden focusable="false">
      <rect
        className={classes.booked}
        x={`${booked.x}%`}
        width={`${booked.width}%`}
        y="3"
        height="18"
        rx="2"
      />
      {present.map(({ x, width }) => (
        <rect key={x} className={classes.present} x={`${x}%`} width={`${width}%`} y="7" height="10" rx="1" />
      ))}
    </svg>
  );
}
