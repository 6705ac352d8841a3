import { parseArgs } from 'node:util';
import { replayLog } from '../src/command-line/replay-log.ts';
import { givenPath, ROOT, runCommand } from '../src/command-line/run-command.ts';
import { CommandFailed, findServer } from '../src/command-line/server-connection.ts';
import { parseLogTime } from '../src/incidents/parse-incident.ts';

const USAGE = `Plays an incident log into the running Alur as live tickets.

  pnpm replay <file> --speed <N> [--limit <N>] [--from <number or time>] [--no-solve] [--url <url>] [--token <token>]

  <file>      An incident log as .ndjson, may be .gz.
  --speed     Times real time: 3600 plays an hour of the log in a second.
  --limit     So many incidents at most.
  --from      Begin with this incident (INC0000104) or time of the log (2016-03-01T08:00).
  --no-solve  Leave tickets to the agents; otherwise each is solved when the log says so.
  --url       The server, http://localhost:4000 if absent.
  --token     An API token of an agent or higher; absent: ALUR_TOKEN, or the token in the data directory on this computer.

Whatever was sent before, also by an earlier replay, is not doubled.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    allowPositionals: true,
    options: {
      speed: { type: 'string' },
      limit: { type: 'string' },
      from: { type: 'string' },
      'no-solve': { type: 'boolean' },
      url: { type: 'string' },
      token: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(USAGE);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new CommandFailed(`Give one file.\n\n${USAGE}`);
  await replayLog(
    {
      path: givenPath(path),
      speed: positive(values.speed, '--speed'),
      limit: values.limit === undefined ? null : Math.ceil(positive(values.limit, '--limit')),
      from: values.from === undefined ? null : (parseLogTime(values.from) ?? values.from),
      isSolving: !values['no-solve'],
    },
    findServer(values, ROOT),
  );
});

function positive(text: string | undefined, name: string): number {
  const value = Number(text);
  if (text === undefined || !Number.isFinite(value) || value <= 0)
    throw new CommandFailed(`${name} must be a number above 0, for example ${name} 600.`);
  return value;
}
