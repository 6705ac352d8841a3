import { nodeDefinition } from '@alur/engine';
import { Button, Text, Title } from '@mantine/core';
import { IconBolt, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditor } from './editor-context.ts';

/** What an empty canvas says: begin with a trigger. */
export function EmptyCanvas() {
  const { t } = useTranslation();
  const { actions, view, isReadOnly } = useEditor();
  const trigger = nodeDefinition('trigger.ticketCreated');
  return (
    <div className="editor-empty">
      <IconBolt size={34} stroke={1.4} aria-hidden />
      <Title order={2}>{t('canvas.editor.emptyTitle')}</Title>
      <Text className="alur-faint" maw={420}>
        {t('canvas.editor.emptyText')}
      </Text>
      {!isReadOnly && trigger && (
        <>
          <Button leftSection={<IconPlus size={16} />} onClick={() => actions.addStep(trigger, { type: 'free' })}>
            {t('canvas.editor.startNewTicket')}
          </Button>
          <Button
            variant="subtle"
            size="xs"
            onClick={() => view.setState({ picker: { type: 'add', target: { type: 'free' }, at: null } })}
          >
            {t('canvas.editor.startOther')}
          </Button>
        </>
      )}
    </div>
  );
}
