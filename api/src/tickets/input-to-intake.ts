import type { Priority } from '@alur/engine';
import type { Actor } from '../access/actor.ts';
import { refusal } from '../server/refusal.ts';
import { doerOf } from './change-ticket.ts';
import type { Intake, IntakeContact } from './intake.ts';
import type { Severity, Status } from './ticket.entity.ts';

/** A contact as the API takes it: null is the same as absent. */
export type GivenContact = { readonly [K in keyof IntakeContact]: IntakeContact[K] | null };

/** A ticket as the API takes it: null is the same as absent. */
export interface GivenTicket {
  readonly externalId?: string | null;
  readonly channelId?: string | null;
  readonly subject: string;
  readonly message?: string | null;
  readonly contact?: GivenContact | null;
  readonly status?: Status | null;
  readonly priority?: Priority | null;
  readonly severity?: Severity | null;
  readonly level?: number | null;
  readonly category?: string | null;
  readonly tags?: readonly string[] | null;
  readonly language?: string | null;
  readonly customFields?: unknown;
  readonly occurredAt?: Date | null;
  readonly isAutomated?: boolean | null;
}

/** An intake from the API. @throws Refusal if custom fields are no object */
export function inputToIntake(given: GivenTicket, actor: Actor): Intake {
  const { externalId, channelId, subject, message, contact, isAutomated, customFields, ...fields } = given;
  if (customFields != null && (typeof customFields !== 'object' || Array.isArray(customFields)))
    throw refusal(
      'INVALID',
      'customFields must be an object keyed by field, for example {"location": "Solo"}.',
      'customFields',
    );
  return {
    ...withoutNulls(fields),
    channelId: channelId ?? null,
    externalId: externalId ?? null,
    contact: contact ? withoutNulls(contact) : null,
    subject,
    message: message ?? null,
    ...(customFields != null && { customFields: { ...customFields } }),
    isAutomated: isAutomated ?? false,
    actor: doerOf(actor),
  };
}

type WithoutNulls<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

function withoutNulls<T extends object>(given: T): WithoutNulls<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) as WithoutNulls<T>;
}
