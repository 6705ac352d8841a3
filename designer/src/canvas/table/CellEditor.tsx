import type { FactDefinition } from '@alur/engine';
import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComparisonFields } from '../condition/ComparisonFields.tsx';
import { operatorOf, withFact } from '../condition/comparison-edit.ts';
import { type DraftComparison, EMPTY_COMPARISON } from '../condition/draft-condition.ts';
import { useLocale } from '../references/use-locale.ts';
import { isListOpen } from './table-keys.ts';

interface CellEditorProps {
  readonly label: string;
  /** Undefined for a fact that no longer exists. */
  readonly definition: FactDefinition | undefined;
  /** Null for a cell that means anything. */
  readonly comparison: DraftComparison | null;
  readonly onChange: (comparison: DraftComparison | null) => void;
  readonly onClose: () => void;
}

/** The fields of one cell, in its place. What is begun in an empty cell counts only once it has its value. */
export function CellEditor({ label, definition, comparison, onChange, onClose }: CellEditorProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const rootRef = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState(() => definition && withFact(EMPTY_COMPARISON, undefined, definition));
  useEffect(() => rootRef.current?.focus(), []);

  const isFinished = (next: DraftComparison) => isFilled(next.value) || operatorOf(definition, next)?.value === 'none';
  const change = (next: DraftComparison) => {
    if (comparison || isFinished(next)) onChange(next);
    else setBegun(next);
  };
  const close = () => {
    if (!comparison && begun && isFinished(begun)) onChange(begun);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement && !isListOpen(event.target);
    if (event.key !== 'Enter' || !isField || event.isDefaultPrevented()) return;
    // Else the key would press the cell, which has the focus by then, and open it again.
    event.preventDefault();
    close();
  };
  const present = comparison ?? begun;
  return (
    <Box ref={rootRef} tabIndex={-1} role="group" aria-label={label} className="decision-editor" onKeyDown={onKeyDown}>
      <Stack gap={8}>
        {definition && present ? (
          <ComparisonFields comparison={present} definition={definition} locale={locale} isNarrow onChange={change} />
        ) : (
          <Text size="xs">{t('canvas.table.goneFact')}</Text>
        )}
        <Group gap={6} justify="space-between">
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => {
              onChange(null);
              onClose();
            }}
          >
            {t('canvas.table.toAnything')}
          </Button>
          <Button size="compact-xs" onClick={close}>
            {t('canvas.table.done')}
          </Button>
        </Group>
      </Stack>
    </Box>
  );
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
