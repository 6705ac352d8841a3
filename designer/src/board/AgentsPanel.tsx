import { Button, Group, SegmentedControl, Select, TextInput, Title } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shell/EmptyState.tsx';
import { type BoardSearch, PRESENCES } from '../shell/search-params.ts';
import { AgentCard } from './AgentCard.tsx';
import { arrangeAgents, presenceCounts } from './board-figures.ts';
import type { AgentFigures } from './board-state.ts';

const route = getRouteApi('/shell/board');
const SHOWN_AT_FIRST = 240;

/** Who is there and how full their hands are. */
export function AgentsPanel({ agents }: { readonly agents: readonly AgentFigures[] }) {
  const { t } = useTranslation();
  const { agent: search = '', presence, sort = 'load' } = route.useSearch();
  const navigate = route.useNavigate();
  const [showsAll, setShowsAll] = useState(false);
  const change = (part: Partial<BoardSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...part }), replace: true, resetScroll: false });

  const counts = presenceCounts(agents);
  const arranged = useMemo(
    () => arrangeAgents(agents, { search, presence: presence ?? null, sort }),
    [agents, search, presence, sort],
  );
  const shown = showsAll ? arranged : arranged.slice(0, SHOWN_AT_FIRST);
  return (
    <section className="board-panel alur-card" aria-labelledby="board-agents">
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={2} id="board-agents">
          {t('board.agents')}
        </Title>
        <Group gap="sm" className="board-agent-controls">
          <SegmentedControl
            size="sm"
            aria-label={t('board.presence')}
            value={presence ?? 'ALL'}
            onChange={(value) => change({ presence: PRESENCES.find((each) => each === value) })}
            data={[
              { value: 'ALL', label: `${t('board.all')} ${agents.length}` },
              ...PRESENCES.map((each) => ({ value: each, label: `${t(`board.presenceOf.${each}`)} ${counts[each]}` })),
            ]}
          />
          <Select
            size="sm"
            w={150}
            aria-label={t('board.sortBy')}
            value={sort}
            allowDeselect={false}
            onChange={(value) => change({ sort: value === 'name' ? 'name' : undefined })}
            data={[
              { value: 'load', label: t('board.sortLoad') },
              { value: 'name', label: t('board.sortName') },
            ]}
          />
          <TextInput
            size="sm"
            w={190}
            type="search"
            leftSection={<IconSearch size={16} aria-hidden />}
            aria-label={t('board.findAgent')}
            placeholder={t('board.findAgent')}
            value={search}
            onChange={(event) => change({ agent: event.currentTarget.value || undefined })}
          />
        </Group>
      </Group>
      {shown.length === 0 ? (
        <EmptyState
          icon={<IconUsers size={36} stroke={1.4} />}
          title={t(agents.length === 0 ? 'board.noAgents' : 'board.noAgentsFound')}
          text={t(agents.length === 0 ? 'board.noAgentsText' : 'board.noAgentsFoundText')}
        />
      ) : (
        <ul className="board-agents">
          {shown.map(({ agent, ...figures }) => (
            <AgentCard key={agent.id} agentId={agent.id} name={agent.name} {...figures} />
          ))}
        </ul>
      )}
      {shown.length < arranged.length && (
        <Button variant="default" mt="sm" onClick={() => setShowsAll(true)}>
          {t('board.showAllAgents', { count: arranged.length })}
        </Button>
      )}
    </section>
  );
}
