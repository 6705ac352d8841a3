import { describe, expect, it } from 'vitest';
import { factCatalogue } from '../facts/fact-catalogue.ts';
import type { Facts } from '../facts/fact-value.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { checkTemplate, fillTemplate, parseTemplate } from './template.ts';

function fill(template: string, facts: Facts): string {
  const event = { type: 'ticketCreated', ticketId: 'k', actor: { kind: 'customer' } } as const;
  return fillTemplate(parseTemplate(template), { facts, event, nowMs: 0, timeZone: 'Asia/Jakarta' });
}

function codes(template: string) {
  return checkTemplate(template, ['text'], factCatalogue(workspace)).map(({ code }) => code);
}

describe('templates', () => {
  it('fill in facts and leave missing ones out', () => {
    expect(
      fill('Ticket {{ticket.number}}: {{ ticket.subject }}{{ticket.category}}!', {
        'ticket.number': 12,
        'ticket.subject': 'Refund',
      }),
    ).toBe('Ticket 12: Refund!');
  });

  it('write sets, durations and instants for people', () => {
    expect(
      fill('{{ticket.tags}} {{ticket.age}} {{time.now}}', {
        'ticket.tags': ['a', 'b'],
        'ticket.age': 3_900_000,
        'time.now': Date.parse('2026-03-02T05:00:00Z'),
      }),
    ).toBe('a, b 1:05 2026-03-02 12:00');
  });

  it('never read a value as a template again, nor anything inherited', () => {
    expect(fill('{{ticket.subject}}', { 'ticket.subject': '{{ticket.number}}', 'ticket.number': 1 })).toBe(
      '{{ticket.number}}',
    );
    expect(fill('[{{constructor}}{{toString}}]', {})).toBe('[]');
  });

  it('are refused when empty, malformed, or about facts nobody could read', () => {
    expect(codes('Hello {{ contact.name }}')).toEqual([]);
    expect(codes('')).toEqual(['MISSING_CONFIG']);
    expect(codes('{{ contact.shoeSize }}')).toEqual(['UNKNOWN_FACT']);
    expect(codes('{{ ticket.queue }}')).toEqual(['TYPE_MISMATCH']);
    expect(codes('{{ ticket.subject | upcase }}')).toEqual(['INVALID_VALUE']);
    expect(codes('{{ ')).toEqual(['INVALID_VALUE']);
  });
});
