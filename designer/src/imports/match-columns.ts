/** Ticket fields a column can go to, as the API names them. A workspace's own fields come as `custom.<key>`. */
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
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What other systems call these fields, normalised: letters and digits only, in lower case. */
const OTHER_NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  externalId: [
    'number',
    'ticketnumber',
    'ticketno',
    'no',
    'nomor',
    'nomortiket',
    'ticketid',
    'id',
    'reference',
    'ref',
    'idluar',
    'sysid',
  ],
  subject: ['title', 'summary', 'shortdescription', 'subjek', 'judul', 'perihal'],
  message: ['description', 'body', 'text', 'content', 'comment', 'pesan', 'isi', 'deskripsi', 'keluhan'],
  status: ['state', 'ticketstatus', 'incidentstate'],
  priority: ['prioritas', 'prio'],
  severity: ['keparahan', 'impact'],
  level: ['supportlevel', 'tier', 'tingkat', 'tingkatdukungan'],
  category: ['type', 'topic', 'kategori', 'jenis'],
  tags: ['labels', 'tag', 'label'],
  language: ['lang', 'locale', 'bahasa'],
  sentiment: ['sentimen'],
  createdAt: ['created', 'createddate', 'createdon', 'openedat', 'opened', 'date', 'tanggal', 'dibuat', 'waktu'],
  updatedAt: ['updated', 'lastmodified', 'diubah'],
  assignedAt: ['assigned', 'ditugaskan'],
  solvedAt: ['solved', 'resolved', 'resolvedat', 'diselesaikan'],
  closedAt: ['closed', 'ditutup'],
  team: ['group', 'assignmentgroup', 'department', 'tim', 'grup', 'bagian'],
  assignee: ['assignedto', 'agent', 'owner', 'agen', 'petugas'],
  contactName: [
    'requester',
    'requestername',
    'customer',
    'customername',
    'caller',
    'callerid',
    'contact',
    'name',
    'nama',
    'pelanggan',
    'namapelanggan',
  ],
  contactEmail: ['email', 'requesteremail', 'customeremail', 'surel', 'emailpelanggan'],
  contactExternalId: ['customerid', 'contactid', 'requesterid', 'idpelanggan'],
  contactPhone: ['phone', 'telephone', 'mobile', 'telepon', 'hp', 'nohp'],
};

function normalised(name: string): string {
  return name.toLocaleLowerCase('en').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which field each column goes to; null leaves it out. Columns keep the file's order. */
export type ColumnMapping = ReadonlyMap<string, string | null>;

/**
 * Guesses the field of every column by its name in English or Indonesian, or by a custom field's key or label.
 * No field is given twice: the first column that fits best has it.
 */
export function matchColumns(
  columns: readonly string[],
  customFields: readonly { readonly key: string; readonly label: string }[],
): ColumnMapping {
  const mapping = new Map<string, string | null>(columns.map((column) => [column, null]));
  const taken = new Set<string>();
  const give = (fits: (column: string) => string | undefined) => {
    for (const column of columns) {
      const field = mapping.get(column) === null ? fits(normalised(column)) : undefined;
      if (field === undefined || taken.has(field)) continue;
      mapping.set(column, field);
      taken.add(field);
    }
  };
  give((column) => IMPORT_FIELDS.find((field) => normalised(field) === column));
  give((column) => customFieldOf(column, customFields));
  give((column) => IMPORT_FIELDS.find((field) => OTHER_NAMES[field].includes(column)));
  return mapping;
}

function customFieldOf(
  column: string,
  customFields: readonly { readonly key: string; readonly label: string }[],
): string | undefined {
  const found = customFields.find(({ key, label }) =>
    [normalised(key), normalised(label), normalised(`custom.${key}`)].includes(column),
  );
  return found && `custom.${found.key}`;
}

/** The columns by which an incident log is known; real ones have many more. */
const INCIDENT_LOG_COLUMNS = ['number', 'opened_at', 'caller_id'];

/** Whether a file looks like a ServiceNow incident log, which the server knows how to read by itself. */
export function isIncidentLog(columns: readonly string[]): boolean {
  return INCIDENT_LOG_COLUMNS.every((column) => columns.includes(column));
}
