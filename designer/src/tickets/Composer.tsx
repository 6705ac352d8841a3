import { Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageVisibility } from '../graph/generated/graphql.ts';
import type { TicketActions } from './ticket-actions.ts';

interface ComposerProps {
  readonly actions: TicketActions;
  readonly isSettled: boolean;
}

/** Writes a reply to the customer or an internal note; a reply may solve the ticket in the same step. */
export function Composer({ actions, isSettled }: ComposerProps) {
  const { t } = useTranslation();
  const [visibility, setVisibility] = useState<MessageVisibility>('PUBLIC');
  const [text, setText] = useState('');
  const isNote = visibility === 'INTERNAL';
  const send = async (solves: boolean) => {
    const written = text.trim();
    if (!written || actions.isBusy) return;
    if (!(await actions.addMessage(written, visibility))) return;
    setText('');
    if (solves) await actions.change({ status: 'SOLVED' });
  };
  return (
    <div className="ticket-composer" data-visibility={visibility}>
      <SegmentedControl
        size="sm"
        value={visibility}
        onChange={(value) => setVisibility(value === 'INTERNAL' ? 'INTERNAL' : 'PUBLIC')}
        aria-label={t('tickets.messageKind')}
        data={[
          { value: 'PUBLIC', label: t('tickets.reply') },
          { value: 'INTERNAL', label: t('tickets.internalNote') },
        ]}
      />
      <Textarea
        aria-label={t(isNote ? 'tickets.internalNote' : 'tickets.reply')}
        placeholder={t(isNote ? 'tickets.writeNote' : 'tickets.writeReply')}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={getHotkeyHandler([['mod+Enter', () => void send(false)]])}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" className="alur-faint" visibleFrom="sm">
          {t('tickets.sendKeys')}
        </Text>
        <Group gap="xs" ml="auto">
          {!isNote && !isSettled && (
            <Button
              variant="default"
              size="sm"
              disabled={!text.trim()}
              loading={actions.isBusy}
              onClick={() => void send(true)}
            >
              {t('tickets.sendAndSolve')}
            </Button>
          )}
          <Button size="sm" disabled={!text.trim()} loading={actions.isBusy} onClick={() => void send(false)}>
            {t(isNote ? 'tickets.addNote' : 'tickets.send')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}
