import { EMPTY_FLOW, type Flow } from '@alur/engine';
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconRocket } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSaver } from '../draft/draft-saver.ts';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import { AcrossFlows } from '../problems/AcrossFlows.tsx';
import { useIssues } from '../problems/issues-store.ts';
import { IssueList } from '../problems/ProblemsPanel.tsx';
import { ChangesList } from './ChangesList.tsx';
import { usePublishing } from './use-publishing.ts';

interface PublishDialogProps {
  readonly saver: DraftSaver;
  /** What is live now; null where nothing is. */
  readonly live: { readonly number: number; readonly flow: Flow } | null;
  readonly onClose: () => void;
}

/** Before a draft goes live: its problems, what changes, and a note for the history. */
export function PublishDialog({ saver, live, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const { flowId } = useEditor();
  const flow = useDocument((document) => document.flow);
  const issues = useIssues(({ all }) => all);
  const errorCount = useIssues((known) => known.errorCount);
  const [note, setNote] = useState('');
  const { publish, isBusy, problem } = usePublishing(flowId, saver);

  const confirm = async () => {
    const version = await publish(note.trim());
    if (!version) return;
    notifications.show({
      color: 'teal',
      title: t('canvas.publish.done', { number: version.number }),
      message: t('canvas.publish.doneText'),
    });
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('canvas.publish.title')}
      size="lg"
    >
      <Stack gap="md">
        {errorCount > 0 && (
          <Alert
            color="red"
            icon={<IconAlertTriangle size={18} />}
            title={t('canvas.publish.blocked', { count: errorCount })}
          >
            {t('canvas.publish.blockedText')}
          </Alert>
        )}
        {issues.length > 0 && (
          <section>
            <Text fw={600} size="sm" mb={4}>
              {t('canvas.problems.title')}
            </Text>
            <IssueList issues={issues} onGo={onClose} />
          </section>
        )}
        <AcrossFlows onGo={onClose} />
        <section>
          <Text fw={600} size="sm" mb={6}>
            {live ? t('canvas.publish.changes', { number: live.number }) : t('canvas.publish.first')}
          </Text>
          <ChangesList before={live?.flow ?? EMPTY_FLOW} after={flow} />
        </section>
        <Textarea
          label={t('canvas.publish.note')}
          description={t('canvas.publish.noteHelp')}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {problem && (
          <Alert color="red" role="alert" icon={<IconAlertTriangle size={18} />}>
            {problem}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            leftSection={<IconRocket size={16} />}
            loading={isBusy}
            disabled={errorCount > 0}
            data-testid="publish-confirm"
            onClick={() => void confirm()}
          >
            {t('canvas.publish.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
