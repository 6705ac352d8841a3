import { MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../forms/FormDialog.tsx';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { graphql } from '../graph/generated/index.ts';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import type { SkilledAgent } from '../skills/all-agents.ts';
import { LevelSelect } from './LevelSelect.tsx';
import type { ListedTeam } from './TeamsTab.tsx';
import { membershipChanges } from './team-members.ts';

const CreateTeamDocument = graphql(`
  mutation CreateTeam($input: CreateTeamInput!) {
    createTeam(input: $input) { team { id } userErrors { code message path } }
  }
`);

const UpdateTeamDocument = graphql(`
  mutation UpdateTeam($input: UpdateTeamInput!) {
    updateTeam(input: $input) { team { id } userErrors { code message path } }
  }
`);

const SetTeamsDocument = graphql(`
  mutation SetTeams($input: UpdateAgentInput!) {
    updateAgent(input: $input) { agent { id teams { id name } } userErrors { code message path } }
  }
`);

interface TeamDialogProps {
  /** Null: a new one. */
  readonly team: ListedTeam | null;
  readonly agents: readonly SkilledAgent[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Makes a team or changes one: name, support level, members. */
export function TeamDialog({ team, agents, onClose, onSaved }: TeamDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(team?.name ?? '');
  const [supportLevel, setSupportLevel] = useState(team?.supportLevel ?? null);
  const [memberIds, setMemberIds] = useState(() =>
    agents.filter((agent) => agent.teams.some(({ id }) => id === team?.id)).map(({ id }) => id),
  );
  const [isBusy, setIsBusy] = useState(false);
  const problems = useFieldProblems(['name', 'supportLevel']);
  const [create] = useAction(CreateTeamDocument);
  const [update] = useAction(UpdateTeamDocument);
  const [setTeams] = useAction(SetTeamsDocument);

  const save = async () => {
    setIsBusy(true);
    const fields = { name: name.trim(), supportLevel };
    const payload = team
      ? (await update({ variables: { input: { id: team.id, ...fields } } })).data?.updateTeam
      : (await create({ variables: { input: fields } })).data?.createTeam;
    const teamId = payload?.team?.id;
    let isDone = problems.accept(payload?.userErrors) && teamId !== undefined;
    if (isDone && teamId !== undefined) {
      for (const change of membershipChanges(agents, teamId, memberIds)) {
        const { data } = await setTeams({ variables: { input: change } });
        if (!data || showUserErrors(data.updateAgent.userErrors)) isDone = false;
      }
      onSaved();
    }
    setIsBusy(false);
    if (isDone) onClose();
  };

  return (
    <FormDialog
      title={team?.name ?? t('settings.teams.addTeam')}
      submitLabel={t(team ? 'common.save' : 'common.create')}
      isBusy={isBusy}
      problems={problems.rest}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextInput
        label={t('settings.name')}
        required
        data-autofocus
        maxLength={200}
        value={name}
        error={problems.of('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <LevelSelect
        label={t('settings.level')}
        noneLabel={t('settings.teams.levelNone')}
        value={supportLevel}
        error={problems.of('supportLevel')}
        onChange={setSupportLevel}
      />
      <MultiSelect
        label={t('settings.teams.members')}
        description={t('settings.teams.membersHelp')}
        placeholder={t('forms.findPerson')}
        searchable
        hidePickedOptions
        maxDropdownHeight={240}
        value={memberIds}
        onChange={setMemberIds}
        data={agents.map(({ id, name: label }) => ({ value: id, label }))}
      />
    </FormDialog>
  );
}
