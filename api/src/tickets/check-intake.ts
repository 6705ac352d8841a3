import type { Intake } from './intake.ts';
import { SEVERITIES, STATUSES } from './ticket.entity.ts';
import { TEXT_LIMITS, TicketCheck } from './ticket-check.ts';

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** How far ahead of our clock a sender's may be, in milliseconds. */
const CLOCK_LEEWAY_MS = 5 * 60_000;

/**
 * Checks what can be checked without the database.
 * @throws Refusal naming everything that is wrong with the intake.
 */
export function checkIntake(intake: Intake, nowMs: number): void {
  const check = new TicketCheck();
  check.required(intake.subject, TEXT_LIMITS.subject, 'subject');
  check.message(intake.message, 'message');
  if (intake.externalId !== null) check.required(intake.externalId, TEXT_LIMITS.externalId, 'externalId');
  check.oneOf(intake.status, STATUSES, 'status');
  check.oneOf(intake.priority, PRIORITIES, 'priority');
  check.oneOf(intake.severity, SEVERITIES, 'severity');
  check.between(intake.level, 1, 5, 'level');
  check.written(intake.category, TEXT_LIMITS.category, 'category');
  check.tags(intake.tags, 'tags');
  check.language(intake.language, 'language');
  if (intake.occurredAt) {
    const atMs = intake.occurredAt.getTime();
    if (Number.isNaN(atMs)) check.wrong('INVALID', 'occurredAt must be an ISO 8601 instant.', 'occurredAt');
    else if (atMs > nowMs + CLOCK_LEEWAY_MS)
      check.wrong('OUT_OF_RANGE', 'occurredAt lies in the future; leave it out for “now”.', 'occurredAt');
    else if (intake.occurredAt.getUTCFullYear() < 1970)
      check.wrong('OUT_OF_RANGE', 'occurredAt must not be before 1970.', 'occurredAt');
  }
  checkContact(intake, check);
  check.refuseIfWrong();
}

function checkContact({ contact }: Intake, check: TicketCheck): void {
  if (!contact) return;
  check.written(contact.externalId, TEXT_LIMITS.externalId, 'contact', 'externalId');
  check.written(contact.name, TEXT_LIMITS.name, 'contact', 'name');
  check.email(contact.email, 'contact', 'email');
  check.written(contact.phone, TEXT_LIMITS.phone, 'contact', 'phone');
  check.language(contact.language, 'contact', 'language');
  check.written(contact.country, TEXT_LIMITS.place, 'contact', 'country');
  check.written(contact.city, TEXT_LIMITS.place, 'contact', 'city');
  check.tags(contact.tags, 'contact', 'tags');
}
