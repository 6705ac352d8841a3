import { useQuery } from '@apollo/client/react';
import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import type { ListedAgent } from './AgentsTab.tsx';

const CreateAgentDocument = graphql(`
  mutation CreateAgent($input: CreateAgentInput!) {
    createAgent(input: $input) { agent { id } userErrors { code message path } }
  }
`);

const UpdateAgentDocument = graphql(`
  mutation UpdateAgent($input: UpdateAgentInput!) {
    updateAgent(input: $input) { agent { id } userErrors { code message path } }
  }
`);

const TeamsAndSkillsDocument = graphql(`
  query TeamsAndSkills {
    teams { id name agentCount }
    skills { id name }
  }
`);

interface AgentDialogProps {
  /** Null: a new one. */
  readonly agent: ListedAgent | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

interface SkillDraft {
  readonly skillId: string;
  readonly level: number;
}

/** Makes an agent or changes one. */
export function AgentDialog({ agent, onClose, onSaved }: AgentDialogProps) {
  const { t } = useTranslation();
  const { data } = useQuery(TeamsAndSkillsDocument);
  const [name, setName] = useState(agent?.name ?? '');
  const [capacity, setCapacity] = useState(agent?.capacity ?? 5);
  const [languages, setLanguages] = useState<string[]>([...(agent?.languages ?? [])]);
  const [teamIds, setTeamIds] = useState(agent?.teams.map(({ id }) => id) ?? []);
  const [skills, setSkills] = useState<readonly SkillDraft[]>(
    agent?.skills.map(({ skill, level }) => ({ skillId: skill.id, level })) ?? [],
  );
  const [create, creating] = useAction(CreateAgentDocument);
  const [update, updating] = useAction(UpdateAgentDocument);

  const save = async () => {
    const fields = { name: name.trim(), capacity, languages, teamIds, skills: [...skills] };
    const userErrors = agent
      ? (await update({ variables: { input: { id: agent.id, ...fields } } })).data?.updateAgent.userErrors
      : (await create({ variables: { input: fields } })).data?.createAgent.userErrors;
    if (!userErrors || showUserErrors(userErrors)) return;
    onSaved();
    onClose();
  };

  return (
    <FormDialog
      title={agent ? agent.name : t('settings.agents.add')}
      submitLabel={t(agent ? 'common.save' : 'common.create')}
      isBusy={creating.loading || updating.loading}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        required
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        label={t('settings.agents.capacity')}
        description={t('settings.agents.capacityHelp')}
        min={0}
        max={1000}
        allowDecimal={false}
        value={capacity}
        onChange={(value) => setCapacity(Number(value) || 0)}
      />
      <TagsInput
        label={t('settings.agents.languages')}
        description={t('settings.agents.languagesHelp')}
        value={languages}
        onChange={setLanguages}
        data={['id', 'en', 'jv', 'su', 'zh', 'ms']}
      />
      <MultiSelect
        label={t('settings.agents.teams')}
        value={teamIds}
        onChange={setTeamIds}
        data={(data?.teams ?? []).map((team) => ({ value: team.id, label: team.name }))}
      />
      <SkillRows skills={skills} onChange={setSkills} known={data?.skills ?? []} />
    </FormDialog>
  );
}

interface SkillRowsProps {
  readonly skills: readonly SkillDraft[];
  readonly known: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (skills: readonly SkillDraft[]) => void;
}

function SkillRows({ skills, known, onChange }: SkillRowsProps) {
  const { t } = useTranslation();
  const free = known.filter(({ id }) => !skills.some(({ skillId }) => skillId === id));
  const nameOf = (skillId: string) => known.find(({ id }) => id === skillId)?.name ?? skillId;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('settings.agents.skills')}
      </Text>
      {skills.map(({ skillId, level }) => (
        <Group key={skillId} gap="xs" wrap="nowrap">
          <Text size="sm" flex={1}>
            {nameOf(skillId)}
          </Text>
          <NumberInput
            size="sm"
            w={110}
            min={1}
            max={5}
            allowDecimal={false}
            aria-label={t('settings.agents.levelOf', { skill: nameOf(skillId) })}
            value={level}
            onChange={(value) =>
              onChange(skills.map((each) => (each.skillId === skillId ? { skillId, level: Number(value) || 1 } : each)))
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('settings.agents.removeSkill', { skill: nameOf(skillId) })}
            onClick={() => onChange(skills.filter((each) => each.skillId !== skillId))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {free.length > 0 && (
        <Select
          size="sm"
          aria-label={t('settings.agents.addSkill')}
          placeholder={t('settings.agents.addSkill')}
          searchable
          value={null}
          onChange={(skillId) => skillId && onChange([...skills, { skillId, level: 3 }])}
          data={free.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {known.length === 0 && (
        <Button variant="default" size="sm" disabled>
          {t('settings.agents.noSkills')}
        </Button>
      )}
    </Stack>
  );
}
