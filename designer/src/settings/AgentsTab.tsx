import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole, useViewer } from '../access/viewer.ts';
import { EditButton } from '../forms/EditButton.tsx';
import { ListSection } from '../forms/ListSection.tsx';
import type { AgentListQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { PresenceMenu } from '../presence/PresenceMenu.tsx';
import { AgentDialog } from './AgentDialog.tsx';

const AgentListDocument = graphql(`
  query AgentList($first: Int!, $search: String) {
    agents(first: $first, search: $search) {
      nodes {
        id name presence statusId capacity load openTickets languages
        supportLevel location shiftCalendarId channelTypes
        channelCapacity { channelType units }
        skills { level skill { id name } }
        teams { id name }
      }
      totalCount
    }
  }
`);

export type ListedAgent = AgentListQuery['agents']['nodes'][number];

const SHOWN = 100;

/** The people who take tickets: presence, capacity, skills, languages, teams. */
export function AgentsTab() {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { user } = useViewer();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [edited, setEdited] = useState<ListedAgent | 'new' | null>(null);
  const { data, previousData, error, refetch } = useQuery(AgentListDocument, {
    variables: { first: SHOWN, search: search || null },
  });
  const agents = (data ?? previousData)?.agents;
  return (
    <>
      <ListSection
        intro={t('settings.agents.intro')}
        add={isManager ? { label: t('settings.agents.add'), onClick: () => setEdited('new') } : undefined}
        extra={
          <TextInput
            size="sm"
            type="search"
            leftSection={<IconSearch size={16} aria-hidden />}
            aria-label={t('board.findAgent')}
            placeholder={t('board.findAgent')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        }
        isLoading={!agents}
        error={agents ? null : error}
        onRetry={() => void refetch()}
        titles={[
          t('settings.name'),
          t('board.presence'),
          t('settings.agents.load'),
          t('settings.agents.skills'),
          t('settings.agents.languages'),
          t('settings.agents.teams'),
          t('settings.actions'),
        ]}
      >
        {agents?.nodes.map((agent) => (
          <tr key={agent.id}>
            <th scope="row">{agent.name}</th>
            <td>
              <PresenceMenu
                agentId={agent.id}
                name={agent.name}
                presence={agent.presence}
                statusId={agent.statusId}
                isEnabled={isManager || user.agent?.id === agent.id}
              />
            </td>
            <td className="alur-number">
              {agent.load}/{agent.capacity}
            </td>
            <td>{agent.skills.map(({ skill, level }) => `${skill.name} ${level}`).join(', ') || '–'}</td>
            <td>{agent.languages.join(', ') || '–'}</td>
            <td>{agent.teams.map(({ name }) => name).join(', ') || '–'}</td>
            <td>{isManager && <EditButton name={agent.name} onClick={() => setEdited(agent)} />}</td>
          </tr>
        ))}
        {agents && agents.totalCount > agents.nodes.length && (
          <tr>
            <td colSpan={7} className="alur-faint">
              {t('settings.agents.firstOf', { shown: agents.nodes.length, total: agents.totalCount })}
            </td>
          </tr>
        )}
        {agents?.nodes.length === 0 && (
          <tr>
            <td colSpan={7} className="alur-faint">
              {t(search ? 'settings.agents.noneFound' : 'settings.agents.none')}
            </td>
          </tr>
        )}
      </ListSection>
      {edited !== null && (
        <AgentDialog
          agent={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={() => void refetch()}
        />
      )}
    </>
  );
}
