/** The role under which requests touch the database. It owns nothing and bypasses nothing. */
export const WORKSPACE_ROLE = 'alur_workspace';

/** The workspace chosen by the transaction, or null before one is chosen. */
const CHOSEN = `nullif(current_setting('alur.workspace_id', true), '')::uuid`;

/**
 * SQL that puts tables under row-level security, for owners too, and lets the workspace role use them.
 * The role is made when the connecting user may make roles; otherwise the user itself is held by the policies.
 */
export function enableRowLevelSecurity(tenantTables: readonly string[]): string[] {
  return [
    `do $$ begin
      create role ${WORKSPACE_ROLE} nologin;
    exception when duplicate_object or unique_violation or insufficient_privilege then null;
    end $$`,
    ...holdToWorkspace(tenantTables),
    'alter table workspace enable row level security',
    'alter table workspace force row level security',
    `create policy directory on workspace for select using (${CHOSEN} is null or id = ${CHOSEN})`,
    `create policy own_workspace on workspace using (id = ${CHOSEN}) with check (id = ${CHOSEN})`,
    grantTo(['workspace', ...tenantTables]),
  ];
}

/** SQL that puts tables made later under row-level security, once the role is there. */
export function enableRowLevelSecurityOn(tenantTables: readonly string[]): string[] {
  return [...holdToWorkspace(tenantTables), grantTo(tenantTables)];
}

/**
 * SQL for a table whose rows are the workspace's own to write, but can be read from the directory, before a workspace
 * is chosen: it must hold nothing of a tenant.
 */
export function enableDirectoryReading(table: string): string {
  return `create policy directory on ${table} for select using (${CHOSEN} is null)`;
}

function holdToWorkspace(tables: readonly string[]): string[] {
  return tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy own_workspace on ${table} using (workspace_id = ${CHOSEN}) with check (workspace_id = ${CHOSEN})`,
  ]);
}

function grantTo(tables: readonly string[]): string {
  return `do $$ begin
      if exists (select from pg_roles where rolname = '${WORKSPACE_ROLE}') then
        grant usage on schema public to ${WORKSPACE_ROLE};
        grant select, insert, update, delete on ${tables.join(', ')} to ${WORKSPACE_ROLE};
        execute format('grant ${WORKSPACE_ROLE} to %I', current_user);
      end if;
    exception when insufficient_privilege then null;
    end $$`;
}
