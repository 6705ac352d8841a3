import { ActionIcon, Button, Group, SegmentedControl, Select, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddName } from './AddName.tsx';
import type { SkilledAgent } from './all-agents.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { LEVELS, type SkillLevel } from './matrix-edits.ts';
import type { Added } from './use-adding.ts';
import { type SaveState, useMatrix } from './use-matrix.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface SkillsMatrixProps {
  readonly skills: readonly Named[];
  readonly teams: readonly Named[];
  readonly agents: readonly SkilledAgent[];
  readonly isEditable: boolean;
  readonly onAddSkill: (name: string) => Promise<Added>;
  readonly onAddAgent: (name: string) => Promise<Added>;
}

/** The matrix with what finds people in it, what counts as able, and the way back. */
export function SkillsMatrix({ skills, teams, agents, isEditable, onAddSkill, onAddAgent }: SkillsMatrixProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [teamId, setTeamId] = useState<string | null>(null);
  const [least, setLeast] = useState<SkillLevel>(1);
  const { matrix, state, retry, set, undo, redo } = useMatrix(agents);
  const wanted = search.trim().toLocaleLowerCase();
  const shown = agents.filter(
    ({ name, teams: own }) =>
      name.toLocaleLowerCase().includes(wanted) && (teamId === null || own.some(({ id }) => id === teamId)),
  );
  const undoByKeys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only catches the keys of undo on their way up
    <div className="skills" onKeyDown={isEditable ? undoByKeys : undefined}>
      <Group gap="xs" className="skills-bar">
        <TextInput
          size="sm"
          type="search"
          w={150}
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('forms.findPerson')}
          placeholder={t('forms.findPerson')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          size="sm"
          w={140}
          aria-label={t('settings.agents.teams')}
          placeholder={t('forms.allTeams')}
          clearable
          searchable
          value={teamId}
          onChange={setTeamId}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Group gap={6} wrap="nowrap">
          <Text size="sm" id="skills-least" className="alur-faint">
            {t('skills.least')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="skills-least"
            value={String(least)}
            onChange={(value) => setLeast(LEVELS.find((each) => String(each) === value) ?? 1)}
            data={LEVELS.slice(1).map((level) => ({ value: String(level), label: String(level) }))}
          />
        </Group>
        {isEditable && (
          <Group gap="xs" ml="auto">
            <SaveNote state={state} onRetry={retry} />
            <Tooltip label={t('forms.undo')}>
              <ActionIcon
                variant="default"
                size={36}
                aria-label={t('forms.undo')}
                disabled={matrix.done.length === 0}
                onClick={undo}
              >
                <IconArrowBackUp size={18} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label={t('forms.redo')}>
              <ActionIcon
                variant="default"
                size={36}
                aria-label={t('forms.redo')}
                disabled={matrix.undone.length === 0}
                onClick={redo}
              >
                <IconArrowForwardUp size={18} />
              </ActionIcon>
            </Tooltip>
            <AddName label={t('skills.addPerson')} onAdd={onAddAgent} />
            <AddName label={t('skills.addSkill')} onAdd={onAddSkill} />
          </Group>
        )}
      </Group>
      <MatrixGrid
        skills={skills}
        agents={shown}
        matrix={matrix}
        least={least}
        onSet={isEditable ? set : undefined}
        emptyText={t('settings.agents.noneFound')}
      />
      <Text size="xs" className="alur-faint">
        {t('skills.legend')} {isEditable ? t('skills.keys') : t('forms.onlyManagers')}
      </Text>
    </div>
  );
}

function SaveNote({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const texts = { saved: 'saved', unsaved: 'saving', saving: 'saving', failed: 'notSaved' } as const;
  return (
    <Group gap={6} role="status">
      <Text size="sm" className="alur-faint" data-testid="skills-saved" data-state={state}>
        {t(`forms.${texts[state]}`)}
      </Text>
      {state === 'failed' && (
        <Button size="compact-sm" variant="light" color="red" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Group>
  );
}
