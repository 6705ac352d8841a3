import { useQuery } from '@apollo/client/react';
import { MultiSelect, NumberInput, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import { FormPart } from '../forms/FormPart.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { graphql } from '../graph/generated/index.ts';
import { useAction } from '../shell/use-action.ts';
import type { ListedAgent } from './AgentsTab.tsx';
import { agentDraft, agentFields } from './agent-draft.ts';
import { ChannelRows } from './ChannelRows.tsx';
import { LevelSelect } from './LevelSelect.tsx';
import { SkillRows } from './SkillRows.tsx';

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

const AgentChoicesDocument = graphql(`
  query AgentChoices {
    teams { id name agentCount }
    skills { id name }
    calendars { id name }
    channels { id type }
  }
`);

interface AgentDialogProps {
  /** Null: a new one. */
  readonly agent: ListedAgent | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const FIELDS = [
  'name',
  'capacity',
  'languages',
  'teamIds',
  'skills',
  'supportLevel',
  'location',
  'shiftCalendarId',
  'channelTypes',
  'channelCapacity',
] as const;

/** Makes an agent or changes one: what they can do, when and where they work, and how much they can hold. */
export function AgentDialog({ agent, onClose, onSaved }: AgentDialogProps) {
  const { t } = useTranslation();
  const { data } = useQuery(AgentChoicesDocument);
  const [draft, setDraft] = useState(() => agentDraft(agent));
  const [create, creating] = useAction(CreateAgentDocument);
  const [update, updating] = useAction(UpdateAgentDocument);
  const problems = useFieldProblems(FIELDS);
  const change = (part: Partial<typeof draft>) => setDraft((last) => ({ ...last, ...part }));
  const channelTypes = [...new Set(data?.channels.map(({ type }) => type))].sort();

  const save = async () => {
    const fields = agentFields(draft);
    const userErrors = agent
      ? (await update({ variables: { input: { id: agent.id, ...fields } } })).data?.updateAgent.userErrors
      : (await create({ variables: { input: fields } })).data?.createAgent.userErrors;
    if (!problems.accept(userErrors)) return;
    onSaved();
    onClose();
  };

  return (
    <FormDialog
      title={agent ? agent.name : t('settings.agents.add')}
      submitLabel={t(agent ? 'common.save' : 'common.create')}
      size="lg"
      isBusy={creating.loading || updating.loading}
      problems={problems.rest}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        required
        data-autofocus
        maxLength={200}
        value={draft.name}
        error={problems.of('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <FormPart title={t('settings.agents.canDo')}>
        <SkillRows
          skills={draft.skills}
          onChange={(skills) => change({ skills })}
          known={data?.skills ?? []}
          problem={problems.of('skills')}
        />
        <TagsInput
          label={t('settings.agents.languages')}
          description={t('settings.agents.languagesHelp')}
          value={[...draft.languages]}
          error={problems.of('languages')}
          onChange={(languages) => change({ languages })}
          data={['id', 'en', 'jv', 'su', 'zh', 'ms']}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <MultiSelect
            label={t('settings.agents.teams')}
            value={[...draft.teamIds]}
            error={problems.of('teamIds')}
            onChange={(teamIds) => change({ teamIds })}
            data={(data?.teams ?? []).map((team) => ({ value: team.id, label: team.name }))}
          />
          <LevelSelect
            label={t('settings.level')}
            noneLabel={t('settings.agents.levelOfTeams')}
            value={draft.supportLevel}
            error={problems.of('supportLevel')}
            onChange={(supportLevel) => change({ supportLevel })}
          />
        </SimpleGrid>
      </FormPart>
      <FormPart title={t('settings.agents.whenWhere')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('shifts.calendar')}
            description={t('settings.agents.shiftHelp')}
            placeholder={t('shifts.none')}
            clearable
            searchable
            value={draft.shiftCalendarId}
            error={problems.of('shiftCalendarId')}
            onChange={(shiftCalendarId) => change({ shiftCalendarId })}
            data={(data?.calendars ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            label={t('settings.agents.location')}
            description={t('settings.agents.locationHelp')}
            maxLength={200}
            value={draft.location}
            error={problems.of('location')}
            onChange={(event) => change({ location: event.currentTarget.value })}
          />
        </SimpleGrid>
      </FormPart>
      <FormPart title={t('settings.agents.howMuch')}>
        <NumberInput
          label={t('settings.agents.capacity')}
          description={t('settings.agents.capacityHelp')}
          min={0}
          max={1000}
          allowDecimal={false}
          value={draft.capacity}
          error={problems.of('capacity')}
          onChange={(value) => change({ capacity: Number(value) || 0 })}
        />
        <ChannelRows
          known={channelTypes}
          served={draft.channelTypes}
          capacity={draft.channelCapacity}
          problem={problems.of('channelTypes') ?? problems.of('channelCapacity')}
          onChange={(part) => change(part)}
        />
      </FormPart>
    </FormDialog>
  );
}
