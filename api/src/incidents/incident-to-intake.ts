import type { Intake, IntakeContact } from '../tickets/intake.ts';
import type { Incident } from './parse-incident.ts';

/** Custom fields that hold what an incident has and a ticket has no field for. */
export const INCIDENT_CUSTOM_FIELDS = [
  { key: 'subcategory', label: 'Subcategory', type: 'text' },
  { key: 'symptom', label: 'Symptom', type: 'text' },
  { key: 'location', label: 'Location', type: 'text' },
  { key: 'ci', label: 'Configuration item', type: 'text' },
  { key: 'contact_type', label: 'Contact type', type: 'text' },
  { key: 'impact', label: 'Impact', type: 'text' },
  { key: 'urgency', label: 'Urgency', type: 'text' },
  { key: 'opened_at', label: 'Opened at (log time)', type: 'date' },
] as const;

const PRIORITIES: Readonly<Record<string, 'urgent' | 'high' | 'normal' | 'low'>> = {
  '1': 'urgent',
  '2': 'high',
  '3': 'normal',
  '4': 'low',
  '5': 'low',
};

/** A ServiceNow priority ("1 - Critical" to "5 - Planning") as a ticket's; normal when there is none. */
export function ticketPriority(priority: string | null): 'urgent' | 'high' | 'normal' | 'low' {
  return PRIORITIES[priority?.trim()[0] ?? ''] ?? 'normal';
}

const STATUSES: Readonly<Record<string, 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed'>> = {
  New: 'new',
  Active: 'open',
  'In Progress': 'open',
  'Awaiting User Info': 'pending',
  'Awaiting Evidence': 'pending',
  'Awaiting Problem': 'on-hold',
  'Awaiting Vendor': 'on-hold',
  'On Hold': 'on-hold',
  Resolved: 'solved',
  Closed: 'closed',
  Canceled: 'closed',
};

/** A ServiceNow state as a ticket's status; open when the log holds a word of its own. */
export function ticketStatus(state: string): 'new' | 'open' | 'pending' | 'on-hold' | 'solved' | 'closed' {
  return STATUSES[state] ?? 'open';
}

/** The type of channel an incident came by. */
export function channelType(contactType: string | null): 'phone' | 'email' | 'self-service' | 'web' {
  switch (contactType) {
    case 'Email':
      return 'email';
    case 'Self service':
      return 'self-service';
    case 'Direct opening':
      return 'web';
    default:
      return 'phone';
  }
}

/** The log has no free text: the subject is made of what was known at intake, "Category 26 / Subcategory 175: Symptom 311". */
export function incidentSubject(incident: Incident): string {
  const kind = [incident.category, incident.subcategory].filter((part) => part !== null).join(' / ');
  return [kind || 'Uncategorised incident', incident.symptom].filter((part) => part !== null).join(': ');
}

/** The caller as a contact; the log knows callers by a number only. */
export function incidentContact(incident: Incident): IntakeContact | null {
  return incident.caller === null ? null : { externalId: incident.caller, name: incident.caller };
}

/** What an incident carried when it came in, keyed by custom field; unknown ones are left out. */
export function incidentCustomFields(incident: Incident): Record<string, string> {
  const [first] = incident.changes;
  const values = {
    subcategory: incident.subcategory,
    symptom: incident.symptom,
    location: incident.location,
    ci: incident.ci,
    contact_type: incident.contactType,
    impact: first.impact,
    urgency: first.urgency,
    opened_at: new Date(incident.openedAtMs).toISOString(),
  };
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * An incident as it came in, to be accepted now: only what was known at intake, nothing of what became of it.
 * The time of the log is kept in the custom field `opened_at`.
 */
export function incidentToIntake(
  incident: Incident,
  channelId: string,
  options: { readonly externalIdPrefix?: string; readonly actor: Intake['actor'] },
): Intake {
  return {
    channelId,
    externalId: `${options.externalIdPrefix ?? ''}${incident.number}`,
    contact: incidentContact(incident),
    subject: incidentSubject(incident),
    message: null,
    priority: ticketPriority(incident.changes[0].priority),
    ...(incident.category !== null && { category: incident.category }),
    customFields: incidentCustomFields(incident),
    isAutomated: false,
    actor: options.actor,
  };
}
