/** The columns of a table that a row set carries, by property name, with their SQL types. */
export type Columns<T> = Readonly<Record<keyof T & string, string>>;

/** A table's rows as one JSON parameter: the SQL that reads them, made once. */
export interface RowSet<T> {
  /** Inserts the rows of parameter `$n` into the table; `$1` is the workspace. */
  insert(n: number): string;
  /** `json_to_recordset($n) as r(…)`: properties are columns of `r`, quoted: `r."ticketId"`. */
  from(n: number): string;
  /** `column = r."property"` for each property but the given ones. */
  assignments(...except: (keyof T & string)[]): string;
  /** `json_build_object(…)` of the row called `alias`, to be read by `read`. */
  json(alias: string): string;
  /** A row from that JSON: instants are dates again. */
  read(json: unknown): T;
}

/** SQL for rows whose properties are the camelCase names of a table's columns. `head` is `insert into <table>`. */
export function rowSet<T>(head: string, columns: Columns<T>): RowSet<T> {
  const names = Object.keys(columns) as (keyof T & string)[];
  const shape = names.map((name) => `"${name}" ${columns[name]}`).join(', ');
  const into = names.map(columnOf).join(', ');
  const values = names.map((name) => `r."${name}"`).join(', ');
  const instants = names.filter((name) => columns[name] === 'timestamptz');
  const from = (n: number) => `json_to_recordset($${n}::json) as r(${shape})`;
  return {
    from,
    insert: (n) => `${head} (workspace_id, ${into}) select $1::uuid, ${values} from ${from(n)}`,
    assignments: (...except) =>
      names
        .filter((name) => !except.includes(name))
        .map((name) => `${columnOf(name)} = r."${name}"`)
        .join(', '),
    json: (alias) => `json_build_object(${names.map((name) => `'${name}', ${alias}.${columnOf(name)}`).join(', ')})`,
    read: (json) => {
      const row = { ...(json as Record<string, unknown>) };
      for (const name of instants) if (typeof row[name] === 'string') row[name] = new Date(row[name]);
      return row as T;
    },
  };
}

/** The column of a property: `ticket_id` of `ticketId`. */
function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
