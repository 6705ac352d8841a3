import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionClass } from '../server/connection.ts';
import type { UserError } from '../server/refusal.ts';
import { UserErrorObject } from '../server/user-error.object.ts';

/** GraphQL's `ImportFormat`; values are those of the database. */
export const ImportFormatEnum = { CSV: 'csv', NDJSON: 'ndjson' } as const;

registerEnumType(ImportFormatEnum, {
  name: 'ImportFormat',
  description: 'How a file is written.',
  valuesConfig: {
    CSV: { description: 'RFC 4180, divided by commas, semicolons or tabs; the first line names the columns.' },
    NDJSON: { description: 'A JSON object a line.' },
  },
});

@ObjectType('ImportRowError', { description: 'A row that was not taken.' })
export class ImportRowErrorObject {
  @Field(() => Int, { description: 'Line of the file on which the row starts, from 1.' })
  line!: number;

  @Field(() => String, { description: 'What is wrong and how to mend it.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'The column that is wrong; null if it is the row as a whole.' })
  column!: string | null;
}

/** GraphQL's view of an import. Its row errors are loaded when asked for. */
@ObjectType('Import', { description: 'One file taken in, and how far it is.' })
export class ImportObject {
  @Field(() => ID, { description: 'Opaque.' })
  id!: string;

  @Field(() => String, { description: 'As it was given.' })
  fileName!: string;

  @Field(() => ImportFormatEnum, { description: 'How the file is written.' })
  format!: 'csv' | 'ndjson';

  @Field(() => GraphQLDateTime, { description: 'When its first part came.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When its last part was done; null before.' })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'Rows that became tickets.' })
  accepted!: number;

  @Field(() => Int, { description: 'Rows that had been imported before.' })
  duplicates!: number;

  @Field(() => Int, { description: 'Rows that were not taken.' })
  rejected!: number;
}

/** A page of imports. */
export const ImportConnection = connectionClass('Import', () => ImportObject);

@InputType({ description: 'Which column fills which field.' })
export class ImportColumnInput {
  @Field(() => String, { description: 'The column as the file names it.' })
  column!: string;

  @Field(() => String, {
    description:
      'A ticket field: externalId (or number), subject, message, status, priority, severity, level, category, tags, ' +
      'language, sentiment, createdAt, updatedAt, assignedAt, solvedAt, closedAt, team, assignee, contactName, ' +
      'contactEmail, contactPhone, contactExternalId, or custom.<key>.',
  })
  field!: string;
}

@InputType({ description: 'A part of a file to import.' })
export class ImportTicketsInput {
  @Field(() => ID, { nullable: true, description: 'Absent on the first part; the id from its answer on later ones.' })
  importId?: string | null;

  @Field(() => String, {
    description: 'At most 300 characters. Rows without an id are told apart by it and their line.',
  })
  fileName!: string;

  @Field(() => ImportFormatEnum, { description: 'How the file is written.' })
  format!: 'csv' | 'ndjson';

  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: 'Which column fills which field; absent: columns by their own names. Not used with a preset.',
  })
  mapping?: ImportColumnInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SERVICENOW for an incident log with its history; rows of one incident must be in one part. Absent: none.',
  })
  preset?: string | null;

  @Field(() => String, {
    description: 'Part of the file, whole rows, at most 1 MB as UTF-8; CSV parts each start with the header line.',
  })
  content!: string;

  @Field(() => Int, { description: "Line of the file on which this part's first row stands, from 1." })
  firstLine!: number;

  @Field(() => Boolean, { description: 'True on the last part: the import is finished after it.' })
  isLast!: boolean;
}

@ObjectType({ description: 'What came of a part of a file.' })
export class ImportTicketsPayload {
  @Field(() => ImportObject, { nullable: true, description: 'The import as it stands; null if the part was refused.' })
  import!: ImportObject | null;

  @Field(() => [ImportRowErrorObject], { description: 'Rows of this part that were not taken, by line.' })
  rowErrors!: readonly ImportRowErrorObject[];

  @Field(() => [UserErrorObject], { description: 'Why the part was refused as a whole.' })
  userErrors!: readonly UserError[];
}
