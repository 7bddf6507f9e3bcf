import { type KeyboardEvent, useRef, useState } from 'react';

import classes from '@/ui/TrendChart.module.css';

export interface ChartPoint {
  id: string;
  at: number;
  value: number;
  /** What is usual by then, for the line; null where there is nothing to say. */
  usual: number | null;
  /** What is spoken of it. */
  words: string;
}

interface TrendChartProps {
  label: string;
  from: number;
  to: number;
  lowest: number;
  highest: number;
  points: readonly ChartPoint[];
  /** What stands below its two ends. */
  ends: readonly [string, string];
  /** Times to mark below, such as sessions. */
  ticks?: readonly number[];
}

const NO_TICKS: readonly number[] = [];
const WIDTH = 320;
const HEIGHT = 148;
const EDGE = 8;
/** Room for the numbers of the scale. */
const START = 30;
/** Longer than this between two, the line is left open: nobody knows what was in between. */
const GAP_MS = 8 * 86_400_000;

/** Points over time with the line of what is usual. One stop for the keyboard; the arrow keys go along the points. */
export function TrendChart({
  label,
  from,
  to,
  lowest,
  highest,
  points,
  ends,
  ticks = NO_TICKS,
}: TrendChartProps) {
  const [at, setAt] = useState(points.length - 1);
  const chart = useRef<SVGSVGElement>(null);
  const x = (time: number) => START + ((time - from) / Math.max(1, to - from)) * (WIDTH - START - EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - lowest) / (highest - lowest)) * (HEIGHT - 2 * EDGE);
  const current = Math.min(at, points.length - 1);
  const move = (event: KeyboardEvent) => {
    const next = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: points.length - 1 }[
      event.key
    ];
    if (next === undefined || !points[next]) return;
    event.preventDefault();
    setAt(next);
    chart.current?.querySelectorAll<SVGElement>('[data-point]')[next]?.focus();
  };
  return (
    <div>
      <svg
        ref={chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={label}
        className={classes.chart}
      >
        {[lowest, (lowest + highest) / 2, highest].map((value) => (
          <line
            key={value}
            x1={START}
            x2={WIDTH - EDGE}
            y1={y(value)}
            y2={y(value)}
            className={classes.grid}
          />
        ))}
        {[lowest, highest].map((value) => (
          <text key={value} x={START - 8} y={y(value)} className={classes.scale} aria-hidden>
            {value}
          </text>
        ))}
        {ticks.map((time) => (
          <line
            key={time}
            x1={x(time)}
            x2={x(time)}
            y1={HEIGHT - EDGE}
            y2={HEIGHT}
            className={classes.tick}
          />
        ))}
        <path d={lineOf(points, x, y)} className={classes.usual} />
        {points.map((point, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys go from one to the next
          <circle
            key={point.id}
            data-point
            cx={x(point.at)}
            cy={y(point.value)}
            r={4}
            role="img"
            aria-label={point.words}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a spoken point has to be reached
            tabIndex={index === current ? 0 : -1}
            className={classes.point}
            onKeyDown={move}
            onFocus={() => setAt(index)}
          >
            <title>{point.words}</title>
          </circle>
        ))}
      </svg>
      <p className={classes.ends}>
        {ends.map((end) => (
          <span key={end}>{end}</span>
        ))}
      </p>
    </div>
  );
}

/** Steps from one entry's usual to the next's, broken where there is none, or too long nothing. */
function lineOf(
  points: readonly ChartPoint[],
  x: (time: number) => number,
  y: (value: number) => number,
): string {
  let before: ChartPoint | null = null;
  let path = '';
  for (const point of points) {
    if (point.usual !== null) {
      const goesOn = before !== null && point.at - before.at <= GAP_MS;
      path += `${goesOn ? 'L' : 'M'}${x(point.at).toFixed(1)} ${y(point.usual).toFixed(1)}`;
    }
    before = point.usual === null ? null : point;
  }
  return path;
}
