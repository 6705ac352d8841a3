import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { runStatement } from '../database/run-statement.ts';
import { CONTACTS } from '../runs/row-sets.ts';
import type { ContactRow } from '../runs/rows.ts';
import { type Connection, type PageArgs, toConnection } from '../server/connection.ts';
import type { LoaderDefinition } from '../server/loaders.ts';
import { typedPageOf } from '../server/typed-page.ts';

/** Contacts by id. */
export const contactById: LoaderDefinition<string, ContactRow> = {
  async loadMany(em, ids) {
    const rows = await runStatement<{ row: unknown }>(
      em,
      `select ${CONTACTS.json('c')} as row from contact c
       where c.workspace_id = current_setting('alur.workspace_id')::uuid and c.id = any($1::uuid[])`,
      [[...ids]],
    );
    return new Map(rows.map(({ row }) => CONTACTS.read(row)).map((contact) => [contact.id, contact]));
  },
};

/** How many tickets contacts have, all and unsettled, by contact id; contacts without tickets are left out. */
export const ticketCountsOfContact: LoaderDefinition<string, { all: number; open: number }> = {
  async loadMany(em, ids) {
    const rows = await runStatement<{ contact_id: string; all_tickets: number; open_tickets: number }>(
      em,
      `select contact_id, count(*)::int as all_tickets,
              (count(*) filter (where status in ('new', 'open', 'pending', 'on-hold')))::int as open_tickets
       from ticket where workspace_id = current_setting('alur.workspace_id')::uuid and contact_id = any($1::uuid[])
       group by contact_id`,
      [[...ids]],
    );
    return new Map(rows.map((row) => [row.contact_id, { all: row.all_tickets, open: row.open_tickets }]));
  },
};

/** A page of contacts by name; `search` finds a part of name, e-mail or external id in any case. */
export async function listContacts(
  { database }: Pick<App, 'database'>,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  args: PageArgs & { readonly search?: string | null },
): Promise<Connection<ContactRow> & { readonly totalCount: Promise<number> }> {
  const page = typedPageOf(args, ['text', 'uuid']);
  const text = args.search?.trim().slice(0, 200).replaceAll('\0', '').toWellFormed();
  const like = text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const where = `c.workspace_id = $1 and ($2::text is null or c.name ilike $2 or c.email ilike $2 or c.external_id ilike $2)`;
  const [name, id] = page.cursor ?? [null, null];
  const rows = await database.inWorkspace(workspaceId, (em) =>
    runStatement<{ row: unknown }>(
      em,
      `select ${CONTACTS.json('c')} as row from contact c
       where ${where} and ($3::text is null or (c.name, c.id) ${page.isBackward ? '<' : '>'} ($3::text, $4::uuid))
       order by c.name ${page.isBackward ? 'desc' : 'asc'}, c.id ${page.isBackward ? 'desc' : 'asc'} limit $5`,
      [workspaceId, like, name, id, page.count + 1],
    ),
  );
  const connection = toConnection(
    page,
    rows.map(({ row }) => CONTACTS.read(row)),
    (contact) => [contact.name, contact.id],
  );
  return {
    ...connection,
    get totalCount() {
      return database.inWorkspace(workspaceId, async (em) => {
        const [row] = await runStatement<{ count: number }>(
          em,
          `select count(*)::int as count from contact c where ${where}`,
          [workspaceId, like],
        );
        return row?.count ?? 0;
      });
    },
  };
}
