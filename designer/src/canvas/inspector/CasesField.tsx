import { ActionIcon, Box, Button, Group, Input, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../condition/ConditionBuilder.tsx';
import { newId } from '../edit/new-id.ts';

interface Case {
  readonly id: string;
  readonly label?: string;
  readonly condition: unknown;
}

interface CasesFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string;
  /** An ordered list of `{id, label?, condition}`; each id is a port. */
  readonly value: unknown;
  readonly onChange: (cases: readonly Case[]) => void;
}

/** The cases of a switch, in the order they are asked. */
export function CasesField({ value, onChange, ...wrapper }: CasesFieldProps) {
  const { t } = useTranslation();
  const cases = Array.isArray(value) ? (value as readonly Case[]) : [];
  const move = (from: number, to: number) => {
    const moved = cases[from];
    if (moved) onChange(cases.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  const rename = (own: Case, index: number, label: string) => {
    const { label: _before, ...rest } = own;
    onChange(cases.with(index, label === '' ? rest : { ...rest, label }));
  };
  return (
    <Input.Wrapper size="xs" {...wrapper} labelElement="div">
      <Stack gap="sm" mt={6}>
        {cases.map((own, index) => {
          const name = own.label || t('canvas.inspector.case', { number: index + 1 });
          return (
            <Box key={own.id} className="alur-case" role="group" aria-label={name} data-testid="case">
              <Group gap={2} wrap="nowrap" mb={8}>
                <TextInput
                  flex={1}
                  size="xs"
                  aria-label={t('canvas.inspector.caseName', { number: index + 1 })}
                  placeholder={t('canvas.inspector.case', { number: index + 1 })}
                  value={own.label ?? ''}
                  onChange={(event) => rename(own, index, event.currentTarget.value)}
                />
                <CaseButton
                  label={t('canvas.inspector.caseUp', { name })}
                  isDisabled={index === 0}
                  onPress={() => move(index, index - 1)}
                  icon={<IconArrowUp size={14} />}
                />
                <CaseButton
                  label={t('canvas.inspector.caseDown', { name })}
                  isDisabled={index === cases.length - 1}
                  onPress={() => move(index, index + 1)}
                  icon={<IconArrowDown size={14} />}
                />
                <CaseButton
                  label={t('canvas.inspector.caseRemove', { name })}
                  isDisabled={false}
                  onPress={() => onChange(cases.toSpliced(index, 1))}
                  icon={<IconTrash size={14} />}
                />
              </Group>
              <ConditionBuilder
                value={own.condition}
                label={name}
                onChange={(condition) => onChange(cases.with(index, { ...own, condition }))}
              />
            </Box>
          );
        })}
        <div>
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...cases, { id: newId(), condition: { all: [] } }])}
          >
            {t('canvas.inspector.addCase')}
          </Button>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}

interface CaseButtonProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
  readonly icon: ReactNode;
}

function CaseButton({ label, isDisabled, onPress, icon }: CaseButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} disabled={isDisabled} onClick={onPress}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
