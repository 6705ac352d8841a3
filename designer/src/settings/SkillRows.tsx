import { ActionIcon, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SkillDraft } from './agent-draft.ts';

interface SkillRowsProps {
  readonly skills: readonly SkillDraft[];
  readonly known: readonly { readonly id: string; readonly name: string }[];
  readonly problem: string | undefined;
  readonly onChange: (skills: readonly SkillDraft[]) => void;
}

/** One person's skills with their levels. */
export function SkillRows({ skills, known, problem, onChange }: SkillRowsProps) {
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
        <Text size="sm" className="alur-faint">
          {t('settings.agents.noSkills')}
        </Text>
      )}
      {problem && (
        <Text size="xs" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
