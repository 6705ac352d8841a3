import { useQuery } from '@apollo/client/react';
import { Button, Popover, ScrollArea, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronDown, IconUserOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../access/viewer.ts';
import type { AssignTicketInput } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import type { Ticket } from './ticket.ts';
import type { TicketActions } from './ticket-actions.ts';

const AssigneesDocument = graphql(`
  query Assignees($search: String) {
    agents(first: 20, search: $search) {
      nodes { id name presence load capacity }
    }
    teams { id name }
  }
`);

interface AssignMenuProps {
  readonly ticket: Ticket;
  readonly actions: TicketActions;
  readonly isEnabled: boolean;
}

/** Who has the ticket, and a menu to give it to somebody else. */
export function AssignMenu({ ticket, actions, isEnabled }: AssignMenuProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const owner = ticket.assignee?.name ?? ticket.team?.name ?? t('tickets.nobody');
  const pick = (target: Omit<AssignTicketInput, 'id'>) => {
    setIsOpen(false);
    void actions.assign(target);
  };
  if (!isEnabled) {
    return (
      <Tooltip label={t('needsRole', { role: t('role.AGENT') })}>
        <span>{owner}</span>
      </Tooltip>
    );
  }
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <UnstyledButton className="ticket-choice" onClick={() => setIsOpen(!isOpen)}>
          <span className="ticket-choice-label">{t('tickets.field.assignee')}</span>
          <span className="ticket-choice-value">{owner}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('tickets.assign')}>
        <Candidates ticket={ticket} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface CandidatesProps {
  readonly ticket: Ticket;
  readonly onPick: (target: Omit<AssignTicketInput, 'id'>) => void;
}

function Candidates({ ticket, onPick }: CandidatesProps) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { data, previousData } = useQuery(AssigneesDocument, { variables: { search: search || null } });
  const found = data ?? previousData;
  const teams = found?.teams.filter(({ name }) => name.toLocaleLowerCase().includes(search.toLocaleLowerCase())) ?? [];
  const me = user.agent;
  return (
    <>
      <TextInput
        data-autofocus
        size="sm"
        mb="xs"
        aria-label={t('tickets.findAssignee')}
        placeholder={t('tickets.findAssignee')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {me && me.id !== ticket.assignee?.id && (
        <Button variant="light" size="sm" fullWidth mb="xs" onClick={() => onPick({ agentId: me.id })}>
          {t('tickets.assignToMe')}
        </Button>
      )}
      <ScrollArea.Autosize mah={300}>
        {found?.agents.nodes.map(({ id, name, presence, load, capacity }) => (
          <Candidate key={id} onClick={() => onPick({ agentId: id })}>
            <span className="board-presence-dot" data-presence={presence} aria-hidden />
            <span className="ticket-candidate-name">{name}</span>
            <span className="alur-faint alur-number">
              {t(`board.presenceOf.${presence}`)} · {load}/{capacity}
            </span>
          </Candidate>
        ))}
        {found && found.agents.nodes.length === 0 && teams.length === 0 && (
          <Text size="sm" p="xs" className="alur-faint">
            {t('tickets.noOption')}
          </Text>
        )}
        {teams.map(({ id, name }) => (
          <Candidate key={id} onClick={() => onPick({ teamId: id })}>
            <span className="ticket-candidate-name">{name}</span>
            <span className="alur-faint">{t('tickets.field.team')}</span>
          </Candidate>
        ))}
        {(ticket.assignee || ticket.team) && (
          <Candidate onClick={() => onPick({})}>
            <IconUserOff size={16} aria-hidden />
            <span className="ticket-candidate-name">{t('tickets.unassign')}</span>
          </Candidate>
        )}
      </ScrollArea.Autosize>
    </>
  );
}

function Candidate({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <UnstyledButton className="ticket-candidate" onClick={onClick}>
      {children}
    </UnstyledButton>
  );
}
