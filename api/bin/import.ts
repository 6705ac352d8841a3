import { parseArgs } from 'node:util';
import { importFile } from '../src/command-line/import-file.ts';
import { givenPath, ROOT, runCommand } from '../src/command-line/run-command.ts';
import { CommandFailed, findServer } from '../src/command-line/server-connection.ts';

const USAGE = `Imports tickets from a file into the running Alur.

  pnpm run import <file> [--preset servicenow] [--map <column>=<field>]... [--url <url>] [--token <token>]

  <file>     .csv or .ndjson, may be .gz. Rows that were imported before are left alone, so it may be run again.
  --preset   servicenow: an incident log with its history; recognised by itself where no mapping is given.
  --map      Which column fills which ticket field, for example --map Betreff=subject. Without it columns go by
             their own names: number, subject, status, priority, category, createdAt, team, assignee, contactName,
             contactEmail, message, tags, custom.<key> and others.
  --url      The server, http://localhost:4000 if absent.
  --token    An API token of a manager; absent: ALUR_TOKEN, or the token in the data directory on this computer.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    // pnpm passes a bare "--" on.
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    allowPositionals: true,
    options: {
      preset: { type: 'string' },
      map: { type: 'string', multiple: true },
      url: { type: 'string' },
      token: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [path, ...others] = positionals;
  if (values.help) return console.log(USAGE);
  if (path === undefined || others.length > 0) throw new CommandFailed(`Give one file.\n\n${USAGE}`);
  if (values.preset !== undefined && values.preset.toLowerCase() !== 'servicenow')
    throw new CommandFailed(`There is no preset "${values.preset}"; there is servicenow.`);
  const mapping = values.map?.map((pair) => {
    const at = pair.lastIndexOf('=');
    if (at < 1) throw new CommandFailed(`--map ${pair} must be <column>=<field>, for example --map Betreff=subject.`);
    return { column: pair.slice(0, at), field: pair.slice(at + 1) };
  });
  const order = {
    path: givenPath(path),
    preset: values.preset ? ('SERVICENOW' as const) : null,
    mapping: mapping ?? null,
  };
  await importFile(order, findServer(values, ROOT));
});
