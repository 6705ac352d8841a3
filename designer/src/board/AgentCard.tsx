import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgeMs } from '../words/now.ts';
import { fullTime, spanText } from '../words/times.ts';
import type { AgentFigures } from './board-state.ts';
import { NOT_DONE } from './ticket-links.ts';

type AgentCardProps = Omit<AgentFigures, 'agent'> & { readonly agentId: string; readonly name: string };

/** One agent. Drawn again only when a figure of theirs changes, so that hundreds stay cheap. */
export const AgentCard = memo(function AgentCard(props: AgentCardProps) {
  const { t } = useTranslation();
  const { agentId, name, presence, load, capacity, openTickets, idleSince } = props;
  const share = capacity > 0 ? Math.min(1, load / capacity) : 0;
  return (
    <li>
      <Link
        to="/tickets"
        search={{ ...NOT_DONE, assignee: [agentId] }}
        className="board-agent"
        data-presence={presence}
        preload={false}
      >
        <span className="board-agent-name">
          <span className="board-presence" aria-hidden />
          <span className="board-agent-text" title={name}>
            {name}
          </span>
          <span className="board-agent-load alur-number">
            {load}/{capacity}
          </span>
        </span>
        <span className="board-bar" data-tone={load > capacity ? 'bad' : share >= 1 ? 'full' : undefined} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <span className="board-agent-state alur-number">
          <span>{t(`board.presenceOf.${presence}`)}</span>
          <span>{idleSince ? <Idle since={idleSince} /> : t('board.openTickets', { count: openTickets })}</span>
        </span>
      </Link>
    </li>
  );
});

function Idle({ since }: { readonly since: string }) {
  const { t, i18n } = useTranslation();
  const sinceMs = Date.parse(since);
  const span = spanText(useAgeMs(sinceMs), i18n.language);
  return <time title={fullTime(sinceMs, i18n.language)}>{t('board.idle', { span })}</time>;
}
