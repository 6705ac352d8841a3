import { Title } from '@mantine/core';
import { IconStarFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../words/Ago.tsx';
import { customFieldRows } from './custom-field-rows.ts';
import { useKnownReferences } from './known-references.ts';
import type { Ticket } from './ticket.ts';

/** The ticket's fields and its contact; what is empty is left out. */
export function TicketDetails({ ticket }: { readonly ticket: Ticket }) {
  const { t, i18n } = useTranslation();
  const { references } = useKnownReferences();
  const { contact } = ticket;
  const time = (at: string | null) => at && <Ago at={at} />;
  const languageName = (code: string | null) => {
    if (!code) return null;
    try {
      return new Intl.DisplayNames(i18n.language, { type: 'language' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  return (
    <>
      <section className="alur-card ticket-panel" aria-labelledby="ticket-details">
        <Title order={2} id="ticket-details">
          {t('tickets.details')}
        </Title>
        <dl className="ticket-fields">
          <Field label={t('tickets.field.queue')}>
            {ticket.queue && (
              <Link to="/tickets" search={{ queue: [ticket.queue.id] }}>
                {ticket.queue.name}
              </Link>
            )}
          </Field>
          <Field label={t('tickets.field.team')}>{ticket.team?.name}</Field>
          <Field label={t('tickets.field.category')}>{ticket.category}</Field>
          <Field label={t('tickets.field.severity')}>
            {ticket.severity && t(`tickets.severity.${ticket.severity}`)}
          </Field>
          <Field label={t('tickets.field.level')}>{ticket.level}</Field>
          <Field label={t('tickets.field.tags')}>{ticket.tags.length > 0 && ticket.tags.join(', ')}</Field>
          <Field label={t('tickets.field.channel')}>{ticket.channel.name}</Field>
          <Field label={t('tickets.field.language')}>{languageName(ticket.language)}</Field>
          <Field label={t('tickets.field.sentiment')}>
            {ticket.sentiment && t(`tickets.sentiment.${ticket.sentiment}`)}
          </Field>
          {customFieldRows(ticket.customFields, references.customFields, i18n.language).map(({ key, label, text }) => (
            <Field key={key} label={label}>
              {text}
            </Field>
          ))}
          <Field label={t('tickets.field.survey')}>
            {ticket.surveyScore !== null &&
              [t('tickets.surveyOf5', { score: ticket.surveyScore }), ticket.surveyComment].filter(Boolean).join(' · ')}
          </Field>
          <Field label={t('tickets.field.externalId')}>{ticket.externalId}</Field>
          <Field label={t('tickets.field.createdAt')}>{time(ticket.createdAt)}</Field>
          <Field label={t('tickets.field.queuedAt')}>{time(ticket.queuedAt)}</Field>
          <Field label={t('tickets.field.assignedAt')}>{time(ticket.assignedAt)}</Field>
          <Field label={t('tickets.field.solvedAt')}>{time(ticket.solvedAt)}</Field>
          <Field label={t('tickets.field.closedAt')}>{time(ticket.closedAt)}</Field>
        </dl>
      </section>
      <section className="alur-card ticket-panel" aria-labelledby="ticket-contact">
        <Title order={2} id="ticket-contact">
          {t('tickets.contact')}
        </Title>
        <dl className="ticket-fields">
          <Field label={t('tickets.field.contactName')}>
            {contact.name}
            {contact.isVip && (
              <span className="tickets-vip">
                {' '}
                <IconStarFilled size={11} aria-hidden /> {t('tickets.vip')}
              </span>
            )}
          </Field>
          <Field label={t('tickets.field.contactEmail')}>
            {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
          </Field>
          <Field label={t('tickets.field.phone')}>{contact.phone}</Field>
          <Field label={t('tickets.field.language')}>{languageName(contact.language)}</Field>
          <Field label={t('tickets.field.place')}>{[contact.city, contact.country].filter(Boolean).join(', ')}</Field>
          <Field label={t('tickets.field.tags')}>{contact.tags.join(', ')}</Field>
          <Field label={t('tickets.field.openTickets')}>{contact.openTickets}</Field>
        </dl>
      </section>
    </>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === false || children === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
