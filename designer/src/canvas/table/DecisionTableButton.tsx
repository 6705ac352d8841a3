import type { FlowNode } from '@alur/engine';
import { Button, Group, Modal, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcements } from '../editor/Announcements.tsx';
import { useEditor, useView } from '../editor/editor-context.ts';
import { UndoButtons } from '../editor/UndoButtons.tsx';
import { useNodeIssues } from '../problems/issues-store.ts';
import { useStepText } from '../references/step-text.ts';
import { DecisionTable, type OpenPart } from './DecisionTable.tsx';
import { casesOf } from './switch-cases.ts';
import { tableIssues } from './table-issues.ts';
import './table.css';
import './table-phone.css';

/** Opens the cases of a switch as a decision table, over the whole width. */
export function DecisionTableButton({ step }: { readonly step: FlowNode }) {
  const { t } = useTranslation();
  const { view, isReadOnly } = useEditor();
  const issues = useNodeIssues(step.id);
  const { title } = useStepText(step);
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const isShown = useView(({ tableNodeId }) => tableNodeId === step.id);
  const show = (tableNodeId: string | null) => view.setState({ tableNodeId });
  const cases = casesOf(step.config);
  const [opened, setOpened] = useState<OpenPart | null>(null);
  const open = cases.some(({ id }) => id === opened?.caseId) ? opened : null;
  return (
    <div>
      <Button size="xs" variant="default" leftSection={<IconTable size={15} />} onClick={() => show(step.id)}>
        {t(isReadOnly ? 'canvas.table.show' : 'canvas.table.edit')}
      </Button>
      <Modal
        opened={isShown}
        onClose={() => show(null)}
        // Escape ends the editing of a cell first.
        closeOnEscape={open === null}
        fullScreen={isPhone}
        size="calc(100vw - 5rem)"
        title={t('canvas.table.title', { step: title })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        className="decision-dialog"
      >
        <Group justify="space-between" wrap="nowrap" align="flex-start" mb="xs">
          <Text size="sm" className="alur-faint">
            {t('canvas.table.help')}
          </Text>
          {!isReadOnly && (
            <Group gap={2} wrap="nowrap">
              <UndoButtons />
            </Group>
          )}
        </Group>
        <DecisionTable step={step} issues={tableIssues(issues, cases)} open={open} onOpen={setOpened} />
        <Announcements />
      </Modal>
    </div>
  );
}
