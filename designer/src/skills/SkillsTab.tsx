import { useQuery } from '@apollo/client/react';
import { Skeleton, Stack, Text } from '@mantine/core';
import { IconTableOptions } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { graphql } from '../graph/generated/index.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { AddName } from './AddName.tsx';
import { useAllAgents } from './all-agents.ts';
import { SkillsMatrix } from './SkillsMatrix.tsx';
import { useAdding } from './use-adding.ts';
import './skills.css';

const SkillsDocument = graphql(`
  query Skills {
    skills { id name }
    teams { id name }
  }
`);

/** Who can do what, and how well: people by skills. */
export function SkillsTab() {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { data, error, refetch } = useQuery(SkillsDocument);
  const people = useAllAgents();
  const { addSkill, addAgent } = useAdding({
    onSkill: () => void refetch(),
    onAgent: () => void people.reload(),
  });
  const failure = (data ? null : error) ?? (people.agents ? null : people.error);
  return (
    <Stack gap="md">
      <Text size="sm" className="alur-faint" maw={720}>
        {t('skills.intro')}
      </Text>
      {failure ? (
        <Failure
          error={failure}
          onRetry={() => {
            void refetch();
            void people.reload();
          }}
        />
      ) : !data || !people.agents ? (
        <Skeleton height={420} />
      ) : data.skills.length === 0 || people.agents.length === 0 ? (
        <div className="alur-card">
          <EmptyState
            icon={<IconTableOptions size={40} stroke={1.4} />}
            title={t(data.skills.length === 0 ? 'skills.noSkills' : 'skills.noPeople')}
            text={t(data.skills.length === 0 ? 'skills.noSkillsText' : 'skills.noPeopleText')}
          >
            {isManager &&
              (data.skills.length === 0 ? (
                <AddName label={t('skills.addSkill')} onAdd={addSkill} />
              ) : (
                <AddName label={t('skills.addPerson')} onAdd={addAgent} />
              ))}
          </EmptyState>
        </div>
      ) : (
        <SkillsMatrix
          skills={data.skills}
          teams={data.teams}
          agents={people.agents}
          isEditable={isManager}
          onAddSkill={addSkill}
          onAddAgent={addAgent}
        />
      )}
    </Stack>
  );
}
