import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketsSearch } from '../shell/search-params.ts';
import { arrivedInAll, boardTotals, stockTrend } from './board-figures.ts';
import type { BoardState } from './board-state.ts';
import { Sparkline } from './Sparkline.tsx';
import { AT_RISK, BREACHED, IN_PROGRESS, NOT_DONE, WAITING } from './ticket-links.ts';
import { useSamples } from './use-samples.ts';

interface Tile {
  readonly name: 'waiting' | 'unassigned' | 'inProgress' | 'arrivals' | 'atRisk' | 'breached';
  readonly value: number;
  readonly trend: readonly number[];
  readonly search: TicketsSearch;
  readonly tone?: 'warning' | 'bad';
}

/** The board's six figures; each opens its tickets. */
export function Tiles({ board }: { readonly board: BoardState }) {
  const { t, i18n } = useTranslation();
  const totals = boardTotals(board.queues);
  const atRiskTrend = useSamples(totals.atRisk);
  const breachedTrend = useSamples(totals.breached);
  const { arrivals } = board;
  const tiles: readonly Tile[] = [
    {
      name: 'waiting',
      value: totals.waiting,
      trend: stockTrend(arrivals, totals.waiting, 'arrived', 'assigned'),
      search: WAITING,
    },
    {
      name: 'unassigned',
      value: board.unassigned,
      trend: stockTrend(arrivals, board.unassigned, 'arrived', 'assigned'),
      search: { ...NOT_DONE, unassigned: true },
    },
    {
      name: 'inProgress',
      value: totals.inProgress,
      trend: stockTrend(arrivals, totals.inProgress, 'assigned', 'solved'),
      search: IN_PROGRESS,
    },
    { name: 'arrivals', value: arrivedInAll(arrivals), trend: arrivals.map(({ arrived }) => arrived), search: {} },
    { name: 'atRisk', value: totals.atRisk, trend: atRiskTrend, search: AT_RISK, tone: 'warning' },
    { name: 'breached', value: totals.breached, trend: breachedTrend, search: BREACHED, tone: 'bad' },
  ];
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <ul className="board-tiles">
      {tiles.map(({ name, value, trend, search, tone }) => (
        <li key={name}>
          <Link to="/tickets" search={search} className="board-tile alur-card" data-tone={value > 0 ? tone : undefined}>
            <span className="board-tile-name">{t(`board.tile.${name}`)}</span>
            <span className="board-tile-value alur-number">{number.format(value)}</span>
            <Sparkline values={trend} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
