import { ActionIcon, Box, Button, Group, Input, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OptionInput } from '../condition/OptionInput.tsx';
import { useReferences } from '../references/references-context.ts';
import { errorText, issuesAt, issuesOutside, rowsOf } from './field-issues.ts';
import { type ConfigFieldProps, useFieldWords } from './field-props.ts';

interface Skill {
  readonly skillId: string;
  readonly level: number;
  readonly drop?: number;
}

const LEVELS = [1, 2, 3, 4, 5] as const;

const DROPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Skills with the least level each, 1 to 5, and when they fall away: a list of `{skillId, level, drop?}`. */
export function SkillsField(props: ConfigFieldProps) {
  const { field, config, issues = [], onChange } = props;
  const { t } = useTranslation();
  const value = config[field.key];
  const { references } = useReferences();
  const skills = Array.isArray(value) ? (value as readonly Skill[]) : [];
  const taken = new Set(skills.map(({ skillId }) => skillId));
  const free = references.skills.find(({ id }) => !taken.has(id));
  return (
    <Input.Wrapper
      size="xs"
      {...useFieldWords({ field, issues: issuesOutside(issues, rowsOf(skills)) })}
      labelElement="div"
    >
      <Stack gap={6} mt={4}>
        {skills.map((skill, index) => (
          <Box key={skill.skillId} className="alur-comparison">
            <Group gap={6} wrap="nowrap" align="flex-start">
              <div style={{ flex: 1, minWidth: 0 }}>
                <OptionInput
                  label={t('canvas.inspector.skill')}
                  choices={references.skills
                    .filter(({ id }) => id === skill.skillId || !taken.has(id))
                    .map(({ id, name }) => ({ value: id, label: name }))}
                  isOpen={false}
                  error={errorText(issuesAt(issues, index))}
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
            <Select
              mt={6}
              aria-label={t('canvas.inspector.drop')}
              size="xs"
              allowDeselect={false}
              value={skill.drop === undefined ? 'never' : String(skill.drop)}
              data={[
                { value: 'never', label: t('canvas.inspector.mandatory') },
                ...DROPS.map((drop) => ({ value: String(drop), label: t('canvas.inspector.droppable', { drop }) })),
              ]}
              onChange={(drop) => {
                const { drop: _before, ...rest } = skill;
                onChange(skills.with(index, drop === 'never' ? rest : { ...rest, drop: Number(drop) }));
              }}
            />
          </Box>
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
