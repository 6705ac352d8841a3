import { describe, expect, it } from 'vitest';
import { isIncidentLog, matchColumns } from './match-columns.ts';

const match = (columns: string[], customFields: { key: string; label: string }[] = []) =>
  Object.fromEntries(matchColumns(columns, customFields));

describe('the columns of a file', () => {
  it('are matched by the API’s names, however they are written', () => {
    expect(match(['Subject', 'created_at', 'Contact Name'])).toEqual({
      Subject: 'subject',
      created_at: 'createdAt',
      'Contact Name': 'contactName',
    });
  });

  it('are matched by what other systems call them, in Indonesian too', () => {
    expect(match(['Judul', 'Isi', 'Prioritas', 'Tanggal', 'Surel', 'Nama'])).toEqual({
      Judul: 'subject',
      Isi: 'message',
      Prioritas: 'priority',
      Tanggal: 'createdAt',
      Surel: 'contactEmail',
      Nama: 'contactName',
    });
  });

  it('never share a field; an exact name wins over another one', () => {
    expect(match(['title', 'subject', 'summary'])).toEqual({ title: null, subject: 'subject', summary: null });
  });

  it('are matched to the workspace’s own fields by key or label', () => {
    const fields = [{ key: 'branch', label: 'Kantor cabang' }];
    expect(match(['Kantor Cabang'], fields)).toEqual({ 'Kantor Cabang': 'custom.branch' });
    expect(match(['custom.branch'], fields)).toEqual({ 'custom.branch': 'custom.branch' });
  });

  it('stay out when nothing fits', () => {
    expect(match(['zzz'])).toEqual({ zzz: null });
  });

  it('tell an incident log', () => {
    expect(isIncidentLog(['number', 'opened_at', 'caller_id', 'events'])).toBe(true);
    expect(isIncidentLog(['number', 'subject'])).toBe(false);
  });
});
