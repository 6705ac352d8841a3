import { Button, Group, Menu, Title, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconRotate, IconTransfer } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { PRIORITIES, STATUSES } from '../shell/search-params.ts';
import { AssignMenu } from './AssignMenu.tsx';
import { MacroMenu } from './MacroMenu.tsx';
import { PriorityMark } from './PriorityMark.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { TransferDialog } from './TransferDialog.tsx';
import type { Ticket } from './ticket.ts';
import type { TicketActions } from './ticket-actions.ts';

interface TicketHeaderProps {
  readonly ticket: Ticket;
  readonly actions: TicketActions;
}

/** Number, subject, and what can be changed with one click: status, priority, assignee, solved or not. */
export function TicketHeader({ ticket, actions }: TicketHeaderProps) {
  const { t } = useTranslation();
  const isAgent = useHasRole('AGENT');
  const [isHandedOver, setIsHandedOver] = useState(false);
  const isSettled = ticket.status === 'SOLVED' || ticket.status === 'CLOSED';
  return (
    <header className="ticket-header">
      <Title order={1}>
        <span className="alur-faint alur-number">#{ticket.number}</span> {ticket.subject}
      </Title>
      <Group gap="sm">
        <Choice label={t('tickets.field.status')} isEnabled={isAgent} shown={<StatusBadge status={ticket.status} />}>
          {STATUSES.map((status) => (
            <Menu.Item
              key={status}
              onClick={() => void actions.change({ status })}
              rightSection={status === ticket.status ? <IconCheck size={16} aria-hidden /> : undefined}
            >
              <StatusBadge status={status} />
            </Menu.Item>
          ))}
        </Choice>
        <Choice
          label={t('tickets.field.priority')}
          isEnabled={isAgent}
          shown={<PriorityMark priority={ticket.priority} />}
        >
          {PRIORITIES.map((priority) => (
            <Menu.Item
              key={priority}
              onClick={() => void actions.change({ priority })}
              rightSection={priority === ticket.priority ? <IconCheck size={16} aria-hidden /> : undefined}
            >
              <PriorityMark priority={priority} />
            </Menu.Item>
          ))}
        </Choice>
        <AssignMenu ticket={ticket} actions={actions} isEnabled={isAgent} />
        {isAgent && (
          <Button
            size="sm"
            variant="subtle"
            leftSection={<IconTransfer size={16} aria-hidden />}
            onClick={() => setIsHandedOver(true)}
          >
            {t('tickets.transfer.button')}
          </Button>
        )}
        {isHandedOver && <TransferDialog ticketId={ticket.id} onClose={() => setIsHandedOver(false)} />}
        {isAgent && <MacroMenu ticketId={ticket.id} />}
        {isAgent && (
          <Button
            size="sm"
            variant={isSettled ? 'default' : 'filled'}
            leftSection={isSettled ? <IconRotate size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
            loading={actions.isBusy}
            onClick={() => void actions.change({ status: isSettled ? 'OPEN' : 'SOLVED' })}
          >
            {t(isSettled ? 'tickets.reopen' : 'tickets.solve')}
          </Button>
        )}
      </Group>
    </header>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly isEnabled: boolean;
  readonly shown: ReactNode;
  readonly children: ReactNode;
}

/** A value that opens a menu of others; for those who may not change it, the value with the reason. */
function Choice({ label, isEnabled, shown, children }: ChoiceProps) {
  const { t } = useTranslation();
  if (!isEnabled) return <Tooltip label={t('needsRole', { role: t('role.AGENT') })}>{<span>{shown}</span>}</Tooltip>;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className="ticket-choice">
          <span className="ticket-choice-label">{label}</span>
          {shown}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
