/** Fields of a ticket that a column may fill, besides `custom.<key>`. */
export const IMPORT_FIELDS = [
  'externalId',
  'subject',
  'message',
  'status',
  'priority',
  'severity',
  'level',
  'category',
  'tags',
  'language',
  'sentiment',
  'createdAt',
  'updatedAt',
  'assignedAt',
  'solvedAt',
  'closedAt',
  'team',
  'assignee',
  'contactName',
  'contactEmail',
  'contactPhone',
  'contactExternalId',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number] | `custom.${string}`;

/** Other names under which files know the fields, without case, blanks, dashes and underscores. */
const ALIASES: Readonly<Record<string, ImportField>> = {
  id: 'externalId',
  number: 'externalId',
  ticketid: 'externalId',
  ticketnumber: 'externalId',
  title: 'subject',
  summary: 'subject',
  shortdescription: 'subject',
  description: 'message',
  body: 'message',
  state: 'status',
  openedat: 'createdAt',
  created: 'createdAt',
  updated: 'updatedAt',
  resolvedat: 'solvedAt',
  solved: 'solvedAt',
  closed: 'closedAt',
  group: 'team',
  assignmentgroup: 'team',
  agent: 'assignee',
  assignedto: 'assignee',
  requester: 'contactName',
  contact: 'contactName',
  customer: 'contactName',
  name: 'contactName',
  email: 'contactEmail',
  requesteremail: 'contactEmail',
  phone: 'contactPhone',
};

const BY_FOLDED_NAME = new Map<string, ImportField>([
  ...Object.entries(ALIASES),
  ...IMPORT_FIELDS.map((field): [string, ImportField] => [field.toLowerCase(), field]),
]);

/** The field a column fills by its own name; null if it fills none. */
export function fieldOfColumn(column: string): ImportField | null {
  const custom = /^custom\.(.+)$/.exec(column.trim());
  if (custom) return `custom.${custom[1] ?? ''}`;
  return BY_FOLDED_NAME.get(column.toLowerCase().replace(/[\s_-]/g, '')) ?? null;
}
