import { Button, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OptionInput } from '../canvas/condition/OptionInput.tsx';
import { graphql } from '../graph/generated/index.ts';
import { showDone, showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { useKnownReferences } from './known-references.ts';
import { useApiLocale } from './ticket.ts';

const TransferTicketDocument = graphql(`
  mutation TransferTicket($input: TransferTicketInput!, $locale: Locale!) {
    transferTicket(input: $input) {
      ticket { ...TicketFields }
      userErrors { code message path }
    }
  }
`);

const TARGETS = ['agent', 'team', 'queue'] as const;
type Target = (typeof TARGETS)[number];

interface TransferDialogProps {
  readonly ticketId: string;
  readonly onClose: () => void;
}

/** Hands a ticket over to an agent, a team or a queue, with a reason that stays with the ticket. */
export function TransferDialog({ ticketId, onClose }: TransferDialogProps) {
  const { t } = useTranslation();
  const locale = useApiLocale();
  const { references } = useKnownReferences();
  const [transfer, { loading }] = useAction(TransferTicketDocument);
  const [target, setTarget] = useState<Target>('team');
  const [chosenId, setChosenId] = useState('');
  const [reason, setReason] = useState('');
  const choices = { agent: references.agents, team: references.teams, queue: references.queues }[target];
  const send = async () => {
    const to = { agent: { agentId: chosenId }, team: { teamId: chosenId }, queue: { queueId: chosenId } }[target];
    const { data } = await transfer({ variables: { input: { id: ticketId, reason: reason.trim(), ...to }, locale } });
    if (!data || showUserErrors(data.transferTicket.userErrors)) return;
    showDone(t('tickets.transfer.done'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('tickets.transfer.title')}
    >
      <Stack gap="md">
        <SegmentedControl
          fullWidth
          aria-label={t('tickets.transfer.to')}
          value={target}
          data={TARGETS.map((each) => ({ value: each, label: t(`tickets.transfer.target.${each}`) }))}
          onChange={(next) => {
            setTarget(TARGETS.find((each) => each === next) ?? 'team');
            setChosenId('');
          }}
        />
        <OptionInput
          isLabelShown
          label={t('tickets.transfer.to')}
          choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
          isOpen={false}
          value={chosenId}
          onChange={setChosenId}
        />
        <Textarea
          label={t('tickets.transfer.reason')}
          description={t('tickets.transfer.reasonHelp')}
          autosize
          minRows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={loading} disabled={chosenId === '' || reason.trim() === ''} onClick={() => void send()}>
            {t('tickets.transfer.button')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
