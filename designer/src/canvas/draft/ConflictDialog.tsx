import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { shortTime } from '../../words/times.ts';
import { countChanges, flowChanges } from '../edit/flow-changes.ts';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import type { DraftSaver } from './draft-saver.ts';

/** Somebody else saved this draft meanwhile: whose edits count is for a person to say, and nothing is sent before. */
export function ConflictDialog({ saver }: { readonly saver: DraftSaver }) {
  const { t, i18n } = useTranslation();
  const { perform, actions } = useEditor();
  const state = useStore(saver.state);
  const mine = useDocument(({ flow }) => flow);
  if (state.type !== 'conflict') return null;
  const { current } = state;
  const at = shortTime(Date.parse(current.savedAt), i18n.language);
  const takeTheirs = () => {
    saver.takeTheirs();
    perform({ type: 'replace', flow: current.flow, cause: 'reload' });
    actions.announce(t('canvas.draft.theirsLoaded'));
  };
  return (
    <Modal
      opened
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      onClose={() => {}}
      title={t('canvas.draft.conflictTitle')}
    >
      <Stack gap="md">
        <Text size="sm">
          {current.savedByName
            ? t('canvas.draft.conflictBy', { name: current.savedByName, at })
            : t('canvas.draft.conflictText', { at })}
        </Text>
        <Text size="sm">
          {t('canvas.draft.conflictCount', { count: countChanges(flowChanges(current.flow, mine)) })}
        </Text>
        <Text size="sm" className="alur-faint">
          {t('canvas.draft.conflictSafe')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="light" color="red" onClick={saver.overwrite}>
            {t('canvas.draft.overwrite')}
          </Button>
          <Button data-autofocus onClick={takeTheirs}>
            {t('canvas.draft.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
