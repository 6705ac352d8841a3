import { IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SlaMark } from '../sla/SlaMark.tsx';
import { Age } from '../words/Age.tsx';
import { PriorityMark } from './PriorityMark.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import type { ListedTicket } from './ticket-list.ts';

const COLUMNS = ['number', 'subject', 'status', 'priority', 'category', 'queue', 'assignee', 'sla', 'age'] as const;

/** Tickets, one a line; the whole line leads to the ticket. On phones each is a card. */
export function TicketTable({ tickets }: { readonly tickets: readonly ListedTicket[] }) {
  const { t } = useTranslation();
  return (
    <table className="tickets-table">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {column === 'sla' ? t('sla.column') : t(`tickets.field.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} />
        ))}
      </tbody>
    </table>
  );
}

function TicketRow({ ticket }: { readonly ticket: ListedTicket }) {
  const { t } = useTranslation();
  const nobody = <span className="alur-faint">{t('tickets.nobody')}</span>;
  return (
    <tr>
      <td data-column="number" className="alur-number alur-faint">
        {ticket.number}
      </td>
      <td data-column="subject">
        <Link
          to="/tickets/$ticketNumber"
          params={{ ticketNumber: String(ticket.number) }}
          className="tickets-link"
          preload={false}
        >
          {ticket.subject}
        </Link>
        <span className="tickets-contact alur-faint">
          {ticket.contact.name}
          {ticket.contact.isVip && (
            <span className="tickets-vip">
              <IconStarFilled size={11} aria-hidden /> {t('tickets.vip')}
            </span>
          )}
        </span>
      </td>
      <td data-column="status">
        <StatusBadge status={ticket.status} />
      </td>
      <td data-column="priority">
        <PriorityMark priority={ticket.priority} />
      </td>
      <td data-column="category">{ticket.category ?? <span className="alur-faint">–</span>}</td>
      <td data-column="queue">{ticket.queue?.name ?? <span className="alur-faint">–</span>}</td>
      <td data-column="assignee">{ticket.assignee?.name ?? ticket.team?.name ?? nobody}</td>
      <td data-column="sla">
        <SlaMark clocks={ticket.sla} />
      </td>
      <td data-column="age" className="alur-number">
        <Age since={ticket.createdAt} />
      </td>
    </tr>
  );
}
