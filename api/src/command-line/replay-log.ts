import { setTimeout as wait } from 'node:timers/promises';
import {
  channelType,
  incidentContact,
  incidentCustomFields,
  incidentSubject,
  ticketPriority,
} from '../incidents/incident-to-intake.ts';
import { parseIncident } from '../incidents/parse-incident.ts';
import { ReplayClock, type ReplayItem, replayPlan } from '../replay/replay-plan.ts';
import { fileLines } from './file-lines.ts';
import { counted, forPeople, ProgressLine } from './progress-line.ts';
import { CommandFailed, type ServerAddress, ServerConnection } from './server-connection.ts';

/** What `pnpm replay` was asked to do. */
export interface ReplayOrder {
  readonly path: string;
  /** Times real time. */
  readonly speed: number;
  /** Incidents at most; null: all. */
  readonly limit: number | null;
  /** The first incident's number, or a time of the log in milliseconds since 1970 UTC; null: from the beginning. */
  readonly from: string | number | null;
  /** False: tickets are left to the agents, nobody's capacity frees by itself. */
  readonly isSolving: boolean;
}

const SET_UP = `{ channels { id type } customFields { key } }`;
const CREATE = `mutation ($input: CreateTicketsInput!) {
  createTickets(input: $input) {
    results { ticket { id status } isDuplicate userErrors { message } }
    userErrors { message }
  }
}`;

/** The API takes 100 tickets at once, and fewer aliases. */
const MOST_AT_ONCE = 100;
const MOST_SOLVED_AT_ONCE = 25;
const TICK_MS = 50;
/** After the last arrival quiet times of the log are left out. */
const LONGEST_QUIET_MS = 100;
/** A replay outlasts restarts of the server. */
const LOST_FOR_MS = 24 * 3_600_000;

interface Due {
  readonly atMs: number;
  readonly ticketId: string;
}

interface Created {
  readonly createTickets: {
    readonly results: readonly {
      readonly ticket: { readonly id: string; readonly status: string } | null;
      readonly isDuplicate: boolean;
      readonly userErrors: readonly { readonly message: string }[];
    }[];
    readonly userErrors: readonly { readonly message: string }[];
  };
}

/**
 * Plays an incident log into the running server: tickets arrive in the log's order at `speed` times its pace, and are
 * solved when the log says so. External ids are the incident numbers, so whatever is sent twice, after a lost connection
 * or by a second replay, is one ticket.
 *
 * @throws CommandFailed
 */
export async function replayLog(order: ReplayOrder, address: ServerAddress): Promise<void> {
  const progress = new ProgressLine();
  const server = new ServerConnection(address, (waitMs) =>
    progress.say(
      `The connection is lost. Trying again in ${forPeople(Math.ceil(waitMs / 1000))}; nothing is sent twice.`,
    ),
  );
  const { channels, customFields } = await server.call<SetUp>(SET_UP);
  const items = await readItems(order);
  const replay = new LogReplay(
    items,
    order,
    { channels, keys: new Set(customFields.map(({ key }) => key)) },
    server,
    progress,
  );
  await replay.run();
}

interface SetUp {
  readonly channels: readonly { readonly id: string; readonly type: string }[];
  readonly customFields: readonly { readonly key: string }[];
}

async function readItems({ path, from, limit }: ReplayOrder): Promise<ReplayItem[]> {
  const incidents = [];
  let line = 0;
  for await (const text of fileLines(path).lines) {
    line++;
    if (text.trim() === '') continue;
    const parsed = parseIncident(parseJson(text));
    if (!parsed.ok)
      throw new CommandFailed(`${path}, line ${line}: ${parsed.reason}. A replay needs an incident log as NDJSON.`);
    incidents.push(parsed.incident);
  }
  const plan = replayPlan(incidents);
  const start =
    from === null
      ? 0
      : plan.findIndex((item) => (typeof from === 'number' ? item.openedAtMs >= from : item.incident.number === from));
  if (start === -1) throw new CommandFailed('--from names no incident of this log.');
  const items = plan.slice(start, limit === null ? undefined : start + limit);
  if (items.length === 0) throw new CommandFailed(`${path} holds no incidents.`);
  return items;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

class LogReplay {
  readonly #items: readonly ReplayItem[];
  readonly #order: ReplayOrder;
  readonly #place: { readonly channels: SetUp['channels']; readonly keys: ReadonlySet<string> };
  readonly #server: ServerConnection;
  readonly #progress: ProgressLine;
  readonly #clock: ReplayClock;
  readonly #startedAtMs = performance.now();
  /** The next one last. */
  readonly #due: Due[] = [];
  #fed = 0;
  #duplicates = 0;
  #refused = 0;
  #solved = 0;

  constructor(
    items: readonly ReplayItem[],
    order: ReplayOrder,
    place: { readonly channels: SetUp['channels']; readonly keys: ReadonlySet<string> },
    server: ServerConnection,
    progress: ProgressLine,
  ) {
    this.#items = items;
    this.#order = order;
    this.#place = place;
    this.#server = server;
    this.#progress = progress;
    this.#clock = new ReplayClock(items[0]?.openedAtMs ?? 0, performance.now(), order.speed);
  }

  async run(): Promise<void> {
    process.once('SIGINT', () => {
      this.#report('Stopped.');
      process.exit(130);
    });
    while (this.#fed < this.#items.length || this.#due.length > 0) {
      const nowMs = performance.now();
      if (this.#fed === this.#items.length) this.#clock.skipTo(this.#due.at(-1)?.atMs ?? 0, nowMs, LONGEST_QUIET_MS);
      const logMs = this.#clock.at(nowMs);
      const isAhead = (await this.#feed(logMs)) || (await this.#solve(logMs));
      this.#progress.show(() => this.#status());
      if (!isAhead) await wait(TICK_MS);
    }
    this.#report('The log is at its end.');
  }

  /** @returns true if more may be due already. */
  async #feed(logMs: number): Promise<boolean> {
    const batch = this.#items.slice(this.#fed, this.#fed + MOST_AT_ONCE).filter((item) => item.openedAtMs <= logMs);
    if (batch.length === 0) return false;
    const tickets = batch.map((item) => this.#ticketOf(item));
    const { createTickets } = await this.#server.callUntilAnswered<Created>(
      CREATE,
      { input: { tickets } },
      LOST_FOR_MS,
    );
    const [refused] = createTickets.userErrors;
    if (refused) throw new CommandFailed(`The server refuses: ${refused.message}`);
    for (const [index, { ticket, isDuplicate, userErrors }] of createTickets.results.entries()) {
      const item = batch[index];
      if (userErrors[0]) {
        this.#refused++;
        if (this.#refused <= 5) this.#progress.say(`${item?.incident.number} is refused: ${userErrors[0].message}`);
      }
      if (isDuplicate) this.#duplicates++;
      const isSettled = ticket?.status === 'SOLVED' || ticket?.status === 'CLOSED';
      if (this.#order.isSolving && item?.solvedAtMs && ticket && !isSettled)
        this.#due.push({ atMs: item.solvedAtMs, ticketId: ticket.id });
    }
    this.#due.sort((a, b) => b.atMs - a.atMs);
    this.#fed += batch.length;
    return batch.length === MOST_AT_ONCE;
  }

  /** @returns true if more may be due already. */
  async #solve(logMs: number): Promise<boolean> {
    const first = this.#due.findIndex(({ atMs }) => atMs <= logMs);
    if (first === -1) return false;
    const batch = this.#due.slice(Math.max(first, this.#due.length - MOST_SOLVED_AT_ONCE));
    const fields = batch.map((_, at) => `s${at}: updateTicket(input: $i${at}) { userErrors { message } }`);
    const variables = batch.map((_, at) => `$i${at}: UpdateTicketInput!`);
    const inputs = batch.map(({ ticketId }, at) => [`i${at}`, { id: ticketId, status: 'SOLVED' }]);
    const mutation = `mutation (${variables.join(', ')}) { ${fields.join(' ')} }`;
    await this.#server.callUntilAnswered(mutation, Object.fromEntries(inputs), LOST_FOR_MS);
    this.#due.splice(this.#due.length - batch.length);
    this.#solved += batch.length;
    return batch.length === MOST_SOLVED_AT_ONCE;
  }

  #ticketOf({ incident }: ReplayItem): Record<string, unknown> {
    const { channels, keys } = this.#place;
    const type = channelType(incident.contactType);
    const channelId = channels.find((channel) => channel.type === type)?.id;
    const fields = Object.entries(incidentCustomFields(incident)).filter(([key]) => keys.has(key));
    const contact = incidentContact(incident);
    return {
      externalId: incident.number,
      ...(channelId && { channelId }),
      subject: incidentSubject(incident),
      ...(contact && { contact }),
      ...(incident.category !== null && { category: incident.category }),
      priority: ticketPriority(incident.changes[0].priority).toUpperCase(),
      customFields: Object.fromEntries(fields),
    };
  }

  #status(): string {
    const nowMs = performance.now();
    const logMs = this.#clock.at(nowMs);
    const next = this.#items[this.#fed];
    const behindMs = next ? Math.max(0, logMs - next.openedAtMs) / this.#order.speed : 0;
    const log = new Date(logMs).toISOString().slice(0, 16).replace('T', ' ');
    const rate = this.#fed / ((nowMs - this.#startedAtMs) / 1000);
    return (
      `${log}  ${counted(this.#fed)} of ${counted(this.#items.length)} fed, ${rate.toFixed(1)} a second, ` +
      `${counted(this.#solved)} solved, lag ${(behindMs / 1000).toFixed(1)} s`
    );
  }

  #report(why: string): void {
    this.#progress.end();
    const seconds = (performance.now() - this.#startedAtMs) / 1000;
    console.log(
      `${why} ${counted(this.#fed)} incidents in ${forPeople(seconds)} (${(this.#fed / seconds).toFixed(1)} a second).`,
    );
    console.log(
      `${counted(this.#fed - this.#duplicates - this.#refused)} new tickets, ${counted(this.#solved)} solved.`,
    );
    if (this.#duplicates > 0) console.log(`${counted(this.#duplicates)} were there already and were left alone.`);
    if (this.#refused > 0) console.log(`${counted(this.#refused)} were refused.`);
  }
}
