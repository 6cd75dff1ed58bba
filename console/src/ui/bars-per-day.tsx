import { lazy, Suspense, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { axisFor, labelPlaces } from './bar-rules.ts';
import css from './bars-per-day.module.css';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { LoadingState } from './loading-state.tsx';
import type { Table as TableType } from './table.tsx';
import { useWidth } from './use-width.ts';

export interface DayFigures {
  /** Calendar date, `2026-11-30`. */
  readonly date: string;
  /** One for each series, in its order. */
  readonly values: readonly number[];
  /** Stands in the table beside them. */
  readonly aside?: ReactNode;
}

interface BarsPerDayProps {
  /** What is counted, and where. */
  readonly label: string;
  /** Two at most: that many can be told apart. */
  readonly series: readonly string[];
  readonly days: readonly DayFigures[];
  /** What the table calls what stands beside the values. */
  readonly aside?: string;
}

// Behind a button: no part of the first page.
const Table = lazy(async () => ({ default: (await import('./table.tsx')).Table })) as unknown as typeof TableType;

const height = 180;
/** A label of a day needs so much. */
const labelWidth = 84;
const plot = { left: 32, top: 8, bottom: 24 };

/** Bars side by side, a group a day, and the same figures as a table. */
export function BarsPerDay({ label, series, days, aside }: BarsPerDayProps) {
  const { t } = useWords();
  const { date, number } = useFormats();
  const [isTable, setIsTable] = useState(false);
  const columns = [
    { id: 'date', label: t('ui.chart.day'), isTitle: true, cell: (day: DayFigures) => date(day.date) },
    ...series.map((name, index) => ({
      id: name,
      label: name,
      isNumber: true,
      cell: (day: DayFigures) => number(day.values[index] ?? 0),
    })),
    ...(aside === undefined
      ? []
      : [{ id: 'aside', label: aside, isNumber: true, cell: (day: DayFigures) => day.aside }]),
  ];
  return (
    <figure className={css.figure}>
      <figcaption className={css.caption}>
        <ul className={css.legend}>
          {series.map((name, index) => (
            <li key={name} className={css.name}>
              <svg width="12" height="12" aria-hidden>
                <rect width="12" height="12" rx="3" className={classNames(css.bar, index > 0 && css.second)} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
        <Button look="quiet" isSmall onPress={() => setIsTable(!isTable)}>
          {t(isTable ? 'ui.chart.asBars' : 'ui.chart.asTable')}
        </Button>
      </figcaption>
      {isTable ? (
        <Suspense fallback={<LoadingState rows={days.length} />}>
          <Table label={label} columns={columns} rows={days.toReversed()} keyOf={(day) => day.date} />
        </Suspense>
      ) : (
        <Bars label={label} days={days} series={series} />
      )}
    </figure>
  );
}

function Bars({ label, days, series }: BarsPerDayProps) {
  const { date, number } = useFormats();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const { top, step } = axisFor(Math.max(0, ...days.flatMap(({ values }) => values)));
  const room = height - plot.top - plot.bottom;
  const yOf = (value: number): number => plot.top + room * (1 - value / top);
  const group = (width - plot.left) / Math.max(1, days.length);
  const bar = Math.min(24, (group * (group < 24 ? 0.8 : 0.6)) / series.length);
  const gap = Math.min(2, bar / 4);
  const labels = labelPlaces(days.length, plot.left, width, labelWidth);
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  return (
    <div ref={frame}>
      <svg className={css.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {lines.map((value) => (
          <g key={value}>
            <line className={css.grid} x1={plot.left} x2={width} y1={yOf(value)} y2={yOf(value)} />
            <text className={css.tick} x={plot.left - 8} y={yOf(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {days.map((day, index) => {
          const middle = plot.left + group * (index + 0.5);
          const first = middle - (bar * series.length) / 2;
          return (
            <g key={day.date}>
              {day.values.map((value, at) => (
                <rect
                  key={series[at]}
                  className={classNames(css.bar, at > 0 && css.second)}
                  x={first + at * bar + gap / 2}
                  width={Math.max(1, bar - gap)}
                  y={yOf(value)}
                  height={yOf(0) - yOf(value)}
                  rx={Math.min(2, bar / 4)}
                >
                  <title>{`${date(day.date)}: ${number(value)} ${series[at] ?? ''}`}</title>
                </rect>
              ))}
              {labels.has(index) && (
                <text className={css.tick} x={labels.get(index)} y={height - 6} textAnchor="middle">
                  {date(day.date)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
