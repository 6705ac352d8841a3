import { useQuery } from '@apollo/client/react';
import { Button, Group, SimpleGrid, Skeleton, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { graphql } from '../graph/generated/index.ts';
import { Failure } from '../shell/Failure.tsx';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';

const GroupsDocument = graphql(`
  query Groups {
    teams { id name agentCount }
    skills { id name }
  }
`);

const CreateTeamDocument = graphql(`
  mutation CreateTeam($input: CreateTeamInput!) {
    createTeam(input: $input) { team { id } userErrors { code message path } }
  }
`);

const CreateSkillDocument = graphql(`
  mutation CreateSkill($input: CreateSkillInput!) {
    createSkill(input: $input) { skill { id } userErrors { code message path } }
  }
`);

/** Teams and skills: what flows may ask for when they route a ticket. */
export function TeamsTab() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(GroupsDocument);
  const [createTeam] = useAction(CreateTeamDocument);
  const [createSkill] = useAction(CreateSkillDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={220} />;
  const done = (userErrors: Parameters<typeof showUserErrors>[0]) => {
    if (!userErrors || showUserErrors(userErrors)) return false;
    void refetch();
    return true;
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <NameList
        title={t('settings.teams.teams')}
        addLabel={t('settings.teams.addTeam')}
        emptyText={t('settings.teams.noTeams')}
        items={data.teams.map(({ id, name, agentCount }) => ({
          id,
          name,
          note: t('settings.teams.agents', { count: agentCount }),
        }))}
        onAdd={async (name) => done((await createTeam({ variables: { input: { name } } })).data?.createTeam.userErrors)}
      />
      <NameList
        title={t('settings.teams.skills')}
        addLabel={t('settings.teams.addSkill')}
        emptyText={t('settings.teams.noSkills')}
        items={data.skills.map(({ id, name }) => ({ id, name, note: '' }))}
        onAdd={async (name) =>
          done((await createSkill({ variables: { input: { name } } })).data?.createSkill.userErrors)
        }
      />
    </SimpleGrid>
  );
}

interface NameListProps {
  readonly title: string;
  readonly addLabel: string;
  readonly emptyText: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly note: string }[];
  readonly onAdd: (name: string) => Promise<boolean>;
}

function NameList({ title, addLabel, emptyText, items, onAdd }: NameListProps) {
  const isManager = useHasRole('MANAGER');
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && (await onAdd(name.trim()))) setName('');
  };
  return (
    <section className="alur-card settings-names" aria-label={title}>
      <Title order={2}>{title}</Title>
      {items.length === 0 && <p className="alur-faint">{emptyText}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.name} <span className="alur-faint alur-number">{item.note}</span>
          </li>
        ))}
      </ul>
      {isManager && (
        <form onSubmit={submit}>
          <Group gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              size="sm"
              aria-label={addLabel}
              placeholder={addLabel}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" size="sm" disabled={!name.trim()}>
              {addLabel}
            </Button>
          </Group>
        </form>
      )}
    </section>
  );
}
