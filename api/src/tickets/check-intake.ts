import { InputCheck, TEXT_LIMITS } from './input-check.ts';
import type { Intake } from './intake.ts';
import { SEVERITIES, STATUSES } from './ticket.entity.ts';

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

/** How far ahead of our clock a sender's may be, in milliseconds. */
const CLOCK_LEEWAY_MS = 5 * 60_000;

/**
 * Checks what can be checked without the database.
 * @throws Refusal naming everything that is wrong with the intake.
 */
export function checkIntake(intake: Intake, nowMs: number): void {
  const check = new InputCheck();
  check.required(intake.subject, TEXT_LIMITS.subject, 'subject');
  check.message(intake.message, 'message');
  if (intake.externalId !== null) check.required(intake.externalId, TEXT_LIMITS.externalId, 'externalId');
  check.oneOf(intake.status, STATUSES, 'status');
  check.oneOf(intake.priority, PRIORITIES, 'priority');
  check.oneOf(intake.severity, SEVERITIES, 'severity');
  check.level(intake.level, 'level');
  check.text(intake.category, TEXT_LIMITS.category, 'category');
  check.tags(intake.tags, 'tags');
  check.language(intake.language, 'language');
  if (intake.occurredAt) {
    const atMs = intake.occurredAt.getTime();
    if (Number.isNaN(atMs)) check.add('INVALID', 'occurredAt must be an ISO 8601 instant.', 'occurredAt');
    else if (atMs > nowMs + CLOCK_LEEWAY_MS)
      check.add('OUT_OF_RANGE', 'occurredAt lies in the future; leave it out for “now”.', 'occurredAt');
    else if (intake.occurredAt.getUTCFullYear() < 1970)
      check.add('OUT_OF_RANGE', 'occurredAt must not be before 1970.', 'occurredAt');
  }
  checkContact(intake, check);
  check.refuseIfAny();
}

function checkContact({ contact }: Intake, check: InputCheck): void {
  if (!contact) return;
  check.text(contact.externalId, TEXT_LIMITS.externalId, 'contact', 'externalId');
  check.text(contact.name, TEXT_LIMITS.name, 'contact', 'name');
  check.email(contact.email, 'contact', 'email');
  check.text(contact.phone, TEXT_LIMITS.phone, 'contact', 'phone');
  check.language(contact.language, 'contact', 'language');
  check.text(contact.country, TEXT_LIMITS.place, 'contact', 'country');
  check.text(contact.city, TEXT_LIMITS.place, 'contact', 'city');
  check.tags(contact.tags, 'contact', 'tags');
}
