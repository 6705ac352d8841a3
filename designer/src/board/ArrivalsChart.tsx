import { Title } from '@mantine/core';
import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../words/times.ts';
import { axisTop } from './board-figures.ts';
import type { ArrivalBucket } from './board-state.ts';

const WIDTH = 900;
const HEIGHT = 190;
const LEFT = 30;
const BOTTOM = 22;
const TOP = 8;
const SERIES = ['arrived', 'assigned', 'solved'] as const;

/** The last hour, minute by minute: bars arrived, lines assigned and solved. The same numbers are there as a table. */
export function ArrivalsChart({ buckets }: { readonly buckets: readonly ArrivalBucket[] }) {
  const { t, i18n } = useTranslation();
  const [pointed, setPointed] = useState<number | null>(null);
  const top = axisTop(Math.max(1, ...buckets.flatMap(({ arrived, assigned, solved }) => [arrived, assigned, solved])));
  const step = (WIDTH - LEFT) / Math.max(1, buckets.length);
  const x = (index: number) => LEFT + index * step;
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const lineOf = (name: 'assigned' | 'solved') =>
    buckets.map((bucket, index) => `${index === 0 ? 'M' : 'L'}${x(index) + step / 2},${y(bucket[name])}`).join('');
  const bucket = pointed === null ? undefined : buckets[pointed];
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const index = Math.floor((((event.clientX - box.left) / box.width) * WIDTH - LEFT) / step);
    setPointed(index >= 0 && index < buckets.length ? index : null);
  };
  const timeOf = (at: string) => clockTime(Date.parse(at), i18n.language);
  return (
    <section className="board-panel alur-card" aria-labelledby="board-arrivals">
      <div className="board-chart-head">
        <Title order={2} id="board-arrivals">
          {t('board.lastHour')}
        </Title>
        <ul className="board-legend alur-number">
          {SERIES.map((name) => (
            <li key={name} data-series={name}>
              {t(`board.series.${name}`)}
              {bucket && <strong> {bucket[name]}</strong>}
            </li>
          ))}
        </ul>
      </div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="board-chart"
        role="img"
        onPointerMove={point}
        onPointerLeave={() => setPointed(null)}
      >
        <title>{t('board.lastHour')}</title>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} className="board-grid" />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {buckets.map((each, index) => (
          <rect
            key={each.at}
            x={x(index) + 1}
            y={y(each.arrived)}
            width={Math.max(1, step - 2)}
            height={Math.max(0, y(0) - y(each.arrived))}
            rx={1.5}
            className="board-arrived"
            data-pointed={index === pointed || undefined}
          />
        ))}
        <path d={lineOf('solved')} className="board-solved" />
        <path d={lineOf('assigned')} className="board-assigned" />
        {buckets.map((each, index) =>
          index % 15 === 0 || index === buckets.length - 1 ? (
            <text
              key={each.at}
              x={x(index) + (index === 0 ? 0 : step)}
              y={HEIGHT - 5}
              textAnchor={index === 0 ? 'start' : 'end'}
            >
              {index === buckets.length - 1 ? t('board.now') : timeOf(each.at)}
            </text>
          ) : null,
        )}
      </svg>
      <details className="board-details">
        <summary>{t('board.asTable')}</summary>
        <div className="board-details-scroll">
          <table className="board-minutes alur-number">
            <thead>
              <tr>
                <th scope="col">{t('board.minute')}</th>
                {SERIES.map((name) => (
                  <th key={name} scope="col">
                    {t(`board.series.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...buckets].reverse().map((each) => (
                <tr key={each.at}>
                  <th scope="row">{timeOf(each.at)}</th>
                  {SERIES.map((name) => (
                    <td key={name}>{each[name]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
