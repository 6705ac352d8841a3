import { conditionSentence, parseCondition } from '@alur/engine';
import { Box, Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { ConditionPart } from './ConditionPart.tsx';
import { addAt, type DraftCondition, EMPTY_COMPARISON, groupOf, readDraftCondition } from './draft-condition.ts';
import './condition.css';

interface ConditionBuilderProps {
  /** The stored condition, finished or not. */
  readonly value: unknown;
  readonly label: string;
  readonly onChange: (condition: DraftCondition) => void;
}

/** Edits a condition with nested groups and negations, and reads it back as a sentence once it is finished. */
export function ConditionBuilder({ value, label, onChange }: ConditionBuilderProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { facts, names } = useReferences();
  const condition = useMemo(() => readDraftCondition(value), [value]);
  const sentence = useMemo(() => {
    const parsed = parseCondition(value);
    return parsed.ok ? conditionSentence(parsed.condition, names, locale) : null;
  }, [value, names, locale]);
  return (
    <Stack gap={8} role="group" aria-label={label} data-testid="condition-builder">
      <ConditionPart root={condition} path={[]} facts={facts} locale={locale} onChange={onChange} />
      {groupOf(condition) === null && (
        <Box>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconPlus size={12} />}
            onClick={() => onChange(addAt(condition, [], EMPTY_COMPARISON))}
          >
            {t('canvas.condition.add')}
          </Button>
        </Box>
      )}
      <Text size="xs" className="alur-condition-sentence" aria-live="polite">
        {sentence === null ? t('canvas.condition.unfinished') : t('canvas.condition.sentence', { sentence })}
      </Text>
    </Stack>
  );
}
