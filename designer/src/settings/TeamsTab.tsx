import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { EditButton } from '../forms/EditButton.tsx';
import { ListSection } from '../forms/ListSection.tsx';
import type { TeamListQuery } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { type SkilledAgent, useAllAgents } from '../skills/all-agents.ts';
import { TeamDialog } from './TeamDialog.tsx';

const TeamListDocument = graphql(`
  query TeamList {
    teams { id name supportLevel agentCount }
  }
`);

export type ListedTeam = TeamListQuery['teams'][number];

const SHOWN_MEMBERS = 6;

/** Groups of people: their support level and who belongs to them. */
export function TeamsTab() {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { data, error, refetch } = useQuery(TeamListDocument);
  const people = useAllAgents();
  const [edited, setEdited] = useState<ListedTeam | 'new' | null>(null);
  const membersOf = (team: ListedTeam) =>
    (people.agents ?? []).filter((agent) => agent.teams.some(({ id }) => id === team.id));
  return (
    <>
      <ListSection
        intro={t('settings.teams.intro')}
        add={isManager ? { label: t('settings.teams.addTeam'), onClick: () => setEdited('new') } : undefined}
        isLoading={!data || !people.agents}
        error={(data ? null : error) ?? (people.agents ? null : people.error)}
        onRetry={() => {
          void refetch();
          void people.reload();
        }}
        titles={[t('settings.name'), t('settings.level'), t('settings.teams.members'), t('settings.actions')]}
      >
        {data?.teams.map((team) => (
          <tr key={team.id}>
            <th scope="row">{team.name}</th>
            <td>
              {team.supportLevel === null ? (
                <span className="alur-faint">{t('settings.teams.levelNone')}</span>
              ) : (
                t('settings.levelOf', { level: team.supportLevel })
              )}
            </td>
            <td>
              <Members members={membersOf(team)} />
            </td>
            <td>{isManager && <EditButton name={team.name} onClick={() => setEdited(team)} />}</td>
          </tr>
        ))}
        {data?.teams.length === 0 && (
          <tr>
            <td colSpan={4} className="alur-faint">
              {t('settings.teams.noTeams')}
            </td>
          </tr>
        )}
      </ListSection>
      {edited !== null && (
        <TeamDialog
          team={edited === 'new' ? null : edited}
          agents={people.agents ?? []}
          onClose={() => setEdited(null)}
          onSaved={() => {
            void refetch();
            void people.reload();
          }}
        />
      )}
    </>
  );
}

function Members({ members }: { readonly members: readonly SkilledAgent[] }) {
  const { t } = useTranslation();
  if (members.length === 0) return <span className="alur-faint">{t('settings.teams.noMembers')}</span>;
  const more = members.length - SHOWN_MEMBERS;
  return (
    <>
      <span className="alur-number">{t('settings.teams.agents', { count: members.length })}</span>
      <div className="alur-faint settings-members">
        {members
          .slice(0, SHOWN_MEMBERS)
          .map(({ name }) => name)
          .join(', ')}
        {more > 0 && ` +${more}`}
      </div>
    </>
  );
}
