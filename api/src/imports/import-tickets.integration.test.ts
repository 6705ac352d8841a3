import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothEngines } from '../database/test-databases.test-support.ts';
import { Refusal } from '../server/refusal.ts';
import { type Desk, openDesk } from '../workspaces/desk.test-support.ts';
import { type ImportPart, importTickets } from './import-tickets.ts';
import { listRowErrors } from './list-imports.ts';

const part = (over: Partial<ImportPart>): ImportPart => ({
  importId: null,
  fileName: 'tickets.csv',
  format: 'csv',
  mapping: null,
  preset: null,
  content: '',
  firstLine: 2,
  isLast: true,
  ...over,
});

describeOnBothEngines('Imports', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(engine.database);
  });
  const take = (over: Partial<ImportPart>) => importTickets(desk.app, desk.actor, part(over));
  const count = async (table: string) => {
    const [row] = await desk.rows<{ count: number }>(`select count(*)::int as count from ${table}`);
    return row?.count ?? 0;
  };

  describe('of CSV', () => {
    const content = [
      'number,subject,status,priority,created at,team,assignee,email',
      'A-1,"Printer, broken",new,high,2026-02-01T08:00:00Z,Payments,,one@example.org',
      'A-2,,new,normal,2026-02-01T08:00:00Z,,,',
      'A-3,No such priority,open,sky-high,2026-02-01T08:00:00Z,,,',
      'A-4,Never a day,open,low,2026-02-30,,,',
      'A-5,Solved,solved,low,2026-02-01 08:00,New team,Resolver 1,two@example.org',
      'A-6,Too short,open',
      'A-1,The same again,new,high,2026-02-01T08:00:00Z,,,',
    ].join('\n');

    it('keeps good rows, tells bad ones by line, column and reason, and stops duplicates', async () => {
      const { import: done, rowErrors } = await take({ content });
      expect(done).toMatchObject({ accepted: 2, duplicates: 1, rejected: 4, fileName: 'tickets.csv' });
      expect(done.finishedAt).not.toBeNull();
      expect(rowErrors.map(({ line, column }) => [line, column])).toEqual([
        [3, 'subject'],
        [4, 'priority'],
        [5, 'created at'],
        [7, null],
      ]);
      expect(rowErrors[1]?.reason).toContain('low, normal, high, urgent');
      expect(rowErrors[3]?.reason).toContain('3 values');
      const kept = await listRowErrors(desk.app, desk.actor, done.id);
      expect(kept.map(({ line, columnName }) => [line, columnName])).toEqual([
        [3, 'subject'],
        [4, 'priority'],
        [5, 'created at'],
        [7, null],
      ]);
    });

    it('makes what is missing and keeps the history with its times', async () => {
      const [ticket] = await desk.rows<{ id: string; subject: string; team: string; agent: string; queue: string }>(
        `select t.id, t.subject, m.name as team, a.name as agent, q.name as queue from ticket t
         join team m on m.id = t.team_id join agent a on a.id = t.assignee_id join queue q on q.id = t.queue_id
         where t.external_id = 'A-5'`,
      );
      expect(ticket).toMatchObject({ subject: 'Solved', team: 'New team', agent: 'Resolver 1', queue: 'New team' });
      const events = await desk.rows<{ type: string; ms: number }>(
        'select type, (extract(epoch from at) * 1000)::float8 as ms from ticket_event where ticket_id = ? order by sequence',
        [ticket?.id],
      );
      expect(events).toEqual(['created', 'assigned', 'solved'].map((type) => ({ type, ms: Date.UTC(2026, 1, 1, 8) })));
      const [member] = await desk.rows(
        'select 1 from agent_team g join agent a on a.id = g.agent_id where a.name = ?',
        ['Resolver 1'],
      );
      expect(member).toBeDefined();
    });

    it('lets open tickets without an agent wait in the queue of their team', async () => {
      const [entry] = await desk.rows<{ queue: string; requirement: { teamId?: string } }>(
        `select q.name as queue, e.requirement from queue_entry e join queue q on q.id = e.queue_id
         join ticket t on t.id = e.ticket_id where t.external_id = 'A-1'`,
      );
      expect(entry).toEqual({ queue: 'Payments', requirement: { skills: [], teamId: desk.teamId } });
    });

    it('runs no flows', async () => {
      expect(await count('run')).toBe(0);
      expect(await count('trace')).toBe(0);
    });

    it('imports nothing twice when the file is sent again', async () => {
      const before = [await count('ticket'), await count('ticket_event')];
      const { import: again } = await take({ content });
      expect(again).toMatchObject({ accepted: 0, duplicates: 3, rejected: 4 });
      expect([await count('ticket'), await count('ticket_event')]).toEqual(before);
    });

    it('counts several parts as one import, with lines of the whole file', async () => {
      const header = 'number,subject,custom.location';
      const first = await take({ content: `${header}\nB-1,One,Solo`, isLast: false });
      expect(first.import.finishedAt).toBeNull();
      const second = await take({ content: `${header}\nB-2,`, importId: first.import.id, firstLine: 3 });
      expect(second.import).toMatchObject({ id: first.import.id, accepted: 1, rejected: 1 });
      expect(second.rowErrors.map(({ line }) => line)).toEqual([3]);
      await expect(take({ content: header, importId: first.import.id })).rejects.toBeInstanceOf(Refusal);
      const [row] = await desk.rows(`select custom_fields from ticket where external_id = 'B-1'`);
      expect(row).toEqual({ custom_fields: { location: 'Solo' } });
    });

    it('refuses a mapping to a field that does not exist', async () => {
      const wrong = take({ content: 'a\n1', mapping: [{ column: 'a', field: 'custom.nowhere' }] });
      await expect(wrong).rejects.toMatchObject({
        userErrors: [{ code: 'UNKNOWN_REFERENCE', path: ['input', 'mapping', '0', 'field'] }],
      });
      await expect(take({ content: 'a\n1', mapping: [{ column: 'a', field: 'subjekt' }] })).rejects.toMatchObject({
        userErrors: [{ code: 'INVALID', path: ['input', 'mapping', '0', 'field'] }],
      });
    });

    it('reads columns by a mapping, and by other delimiters', async () => {
      const content = 'Betreff;Wann\nTelefon;1/2/2026 09:30';
      const mapping = [
        { column: 'Betreff', field: 'subject' },
        { column: 'Wann', field: 'createdAt' },
      ];
      const { import: done } = await take({ fileName: 'semicolons.csv', content, mapping });
      expect(done).toMatchObject({ accepted: 1, rejected: 0 });
      const [row] = await desk.rows<{ ms: number }>(
        `select (extract(epoch from created_at) * 1000)::float8 as ms from ticket where subject = 'Telefon'`,
      );
      expect(row?.ms).toBe(Date.UTC(2026, 1, 1, 9, 30));
    });
  });

  describe('of an incident log', () => {
    it('keeps every log entry that changed something, with its time', async () => {
      const line = {
        number: 'INC1',
        opened_at: '2016-02-29T09:08:00',
        caller_id: 'Caller 1',
        category: 'Category 1',
        events: [
          {
            sys_updated_at: '2016-02-29T09:17:00',
            incident_state: 'New',
            assignment_group: 'Group 70',
            assigned_to: 'Resolver 9',
            priority: '3 - Moderate',
          },
          {
            sys_updated_at: '2016-02-29T10:00:00',
            incident_state: 'Active',
            assignment_group: 'Group 24',
            assigned_to: 'Resolver 9',
            priority: '2 - High',
          },
          {
            sys_updated_at: '2016-03-01T11:55:00',
            incident_state: 'Resolved',
            assignment_group: 'Group 24',
            assigned_to: 'Resolver 9',
            priority: '2 - High',
          },
          {
            sys_updated_at: '2016-03-02T11:55:00',
            incident_state: 'Active',
            assignment_group: 'Group 24',
            assigned_to: 'Resolver 9',
            priority: '2 - High',
          },
          {
            sys_updated_at: '2016-03-03T11:55:00',
            incident_state: 'Resolved',
            assignment_group: 'Group 24',
            assigned_to: 'Resolver 9',
            priority: '2 - High',
          },
          {
            sys_updated_at: '2016-03-08T12:00:00',
            incident_state: 'Closed',
            assignment_group: 'Group 24',
            assigned_to: 'Resolver 9',
            priority: '2 - High',
          },
        ],
      };
      const content = `${JSON.stringify(line)}\n{"number":"INC2"}\n[]\nnot json\n`;
      const { import: done, rowErrors } = await take({
        fileName: 'log.ndjson',
        format: 'ndjson',
        preset: 'servicenow',
        content,
        firstLine: 1,
      });
      expect(done).toMatchObject({ accepted: 1, duplicates: 0, rejected: 3 });
      expect(rowErrors.map(({ line, column }) => [line, column])).toEqual([
        [2, 'opened_at'],
        [3, null],
        [4, null],
      ]);
      const [ticket] = await desk.rows<Record<string, unknown>>(
        `select t.id, t.status, t.priority, t.reopen_count, t.transfer_count, q.name as queue,
                (extract(epoch from t.solved_at) * 1000)::float8 as solved
         from ticket t join queue q on q.id = t.queue_id where external_id = 'INC1'`,
      );
      expect(ticket).toMatchObject({
        status: 'closed',
        priority: 'high',
        reopen_count: 1,
        transfer_count: 1,
        queue: 'Group 24',
        solved: Date.UTC(2016, 2, 3, 11, 55),
      });
      const events = await desk.rows<{ type: string; minute: string; data: Record<string, unknown> }>(
        `select type, to_char(at at time zone 'UTC', 'MM-DD HH24:MI') as minute, data from ticket_event
         where ticket_id = ? order by sequence`,
        [ticket?.id],
      );
      expect(events.map(({ type, minute }) => `${minute} ${type}`)).toEqual([
        '02-29 09:08 created',
        '02-29 09:17 assigned',
        '02-29 10:00 assigned',
        '02-29 10:00 updated',
        '03-01 11:55 solved',
        '03-02 11:55 reopened',
        '03-03 11:55 solved',
        '03-08 12:00 closed',
      ]);
    });

    it('reads the log as its publishers wrote it: CSV, an entry a row, day/month/year', async () => {
      const content = [
        'number,incident_state,opened_at,sys_updated_at,caller_id,category,assignment_group,assigned_to,priority',
        'INC9,New,29/2/2016 01:16,29/2/2016 01:23,Caller 2403,Category 55,Group 56,?,3 - Moderate',
        'INC9,Resolved,29/2/2016 01:16,29/2/2016 11:29,Caller 2403,Category 40,Group 56,?,3 - Moderate',
        'INC10,New,29/2/2016 04:40,29/2/2016 04:57,?,Category 40,?,?,4 - Low',
      ].join('\n');
      const { import: done, rowErrors } = await take({ fileName: 'log.csv', preset: 'servicenow', content });
      expect(rowErrors).toEqual([]);
      expect(done).toMatchObject({ accepted: 2, rejected: 0 });
      const [ticket] = await desk.rows<Record<string, unknown>>(
        `select category, status, priority, (extract(epoch from solved_at) * 1000)::float8 as solved
         from ticket where external_id = 'INC9'`,
      );
      expect(ticket).toEqual({
        category: 'Category 40',
        status: 'solved',
        priority: 'normal',
        solved: Date.UTC(2016, 1, 29, 11, 29),
      });
    });

    it('takes hundreds of real incidents in one part, and knows them again', async () => {
      const lines = gunzipSync(readFileSync('data/incidents/incidents.ndjson.gz')).toString('utf8').split('\n');
      const content = lines.slice(0, 250).join('\n');
      const over = {
        fileName: 'extract.ndjson',
        format: 'ndjson',
        preset: 'servicenow',
        content,
        firstLine: 1,
      } as const;
      expect((await take(over)).import).toMatchObject({ accepted: 250, duplicates: 0, rejected: 0 });
      expect((await take(over)).import).toMatchObject({ accepted: 0, duplicates: 250, rejected: 0 });
    });
  });
});
