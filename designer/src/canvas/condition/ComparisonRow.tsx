import type { FactDefinition, Locale } from '@alur/engine';
import { ActionIcon, Box, Group, Menu, Stack } from '@mantine/core';
import { IconBraces, IconCopy, IconDotsVertical, IconExclamationCircle, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ComparisonFields } from './ComparisonFields.tsx';
import { withFact } from './comparison-edit.ts';
import type { DraftComparison, DraftCondition } from './draft-condition.ts';
import { FactSelect } from './FactSelect.tsx';

interface ComparisonRowProps {
  readonly comparison: DraftComparison;
  readonly facts: readonly FactDefinition[];
  readonly locale: Locale;
  readonly onChange: (next: DraftCondition) => void;
  readonly onCopy: () => void;
  /** Absent on a row that stands for an empty condition. */
  readonly onRemove?: (() => void) | undefined;
}

/** One comparison: fact, operator, and the value that the operator asks for. */
export function ComparisonRow({ comparison, facts, locale, onChange, onCopy, onRemove }: ComparisonRowProps) {
  const { t } = useTranslation();
  const definition = facts.find((candidate) => candidate.fact === comparison.fact);
  return (
    <Box className="alur-comparison" role="group" aria-label={t('canvas.condition.comparison')}>
      <Stack gap={6}>
        <Group gap={4} wrap="nowrap" align="flex-start">
          <Box flex={1} miw={0}>
            <FactSelect
              facts={facts}
              value={comparison.fact}
              locale={locale}
              onChange={(next) => onChange(withFact(comparison, definition, next))}
            />
          </Box>
          {onRemove && <RowMenu {...{ comparison, onChange, onCopy, onRemove }} />}
        </Group>
        {definition && <ComparisonFields {...{ comparison, definition, locale, onChange }} />}
      </Stack>
    </Box>
  );
}

function RowMenu({
  comparison,
  onChange,
  onCopy,
  onRemove,
}: Pick<ComparisonRowProps, 'comparison' | 'onChange' | 'onCopy'> & { readonly onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('canvas.condition.rowMenu')}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconExclamationCircle size={14} />} onClick={() => onChange({ not: comparison })}>
          {t('canvas.condition.negate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBraces size={14} />} onClick={() => onChange({ any: [comparison] })}>
          {t('canvas.condition.wrap')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={14} />} onClick={onCopy}>
          {t('canvas.condition.copy')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} />} className="danger" onClick={onRemove}>
          {t('canvas.condition.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
