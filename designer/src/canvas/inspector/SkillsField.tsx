import { ActionIcon, Button, Group, Input, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OptionInput } from '../condition/OptionInput.tsx';
import { useReferences } from '../references/references-context.ts';

interface Skill {
  readonly skillId: string;
  readonly level: number;
}

interface SkillsFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string;
  /** A list of `{skillId, level}`, level 1 to 5. */
  readonly value: unknown;
  readonly onChange: (skills: readonly Skill[]) => void;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Skills with the least level each. */
export function SkillsField({ value, onChange, ...wrapper }: SkillsFieldProps) {
  const { t } = useTranslation();
  const { references } = useReferences();
  const skills = Array.isArray(value) ? (value as readonly Skill[]) : [];
  const taken = new Set(skills.map(({ skillId }) => skillId));
  const free = references.skills.find(({ id }) => !taken.has(id));
  return (
    <Input.Wrapper size="xs" {...wrapper} labelElement="div">
      <Stack gap={6} mt={4}>
        {skills.map((skill, index) => (
          <Group key={skill.skillId} gap={6} wrap="nowrap" align="flex-start">
            <div style={{ flex: 1, minWidth: 0 }}>
              <OptionInput
                label={t('canvas.inspector.skill')}
                choices={references.skills
                  .filter(({ id }) => id === skill.skillId || !taken.has(id))
                  .map(({ id, name }) => ({ value: id, label: name }))}
                isOpen={false}
                value={skill.skillId}
                onChange={(skillId) =>
                  onChange(skillId === '' ? skills.toSpliced(index, 1) : skills.with(index, { ...skill, skillId }))
                }
              />
            </div>
            <Select
              aria-label={t('canvas.inspector.level')}
              size="xs"
              w={112}
              allowDeselect={false}
              value={String(skill.level)}
              data={LEVELS.map((level) => ({
                value: String(level),
                label: t('canvas.inspector.atLeastLevel', { level }),
              }))}
              onChange={(level) => onChange(skills.with(index, { ...skill, level: Number(level) }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t('canvas.inspector.removeSkill')}
              onClick={() => onChange(skills.toSpliced(index, 1))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
        <div>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={12} />}
            disabled={!free}
            onClick={() => free && onChange([...skills, { skillId: free.id, level: 1 }])}
          >
            {t('canvas.inspector.addSkill')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}
