import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact-value.ts';
import { compileTemplate } from './compile-template.ts';
import { dateText } from './date-text.ts';

const facts: Facts = {
  'ticket.level': 2,
  'ticket.subject': 'Refund please',
  'ticket.tags': ['VIP', 'refund'],
  'contact.isVip': true,
  'message.hasAttachment': false,
};

function isMet(test: string): boolean {
  const text = compileTemplate(`{% if ${test} %}yes{% else %}no{% endif %}`)({ facts, timeZone: 'UTC' });
  return text === 'yes';
}

describe('a test in a template', () => {
  it.each([
    'ticket.level == 2',
    'ticket.level != 3',
    'ticket.level > 1',
    'ticket.level < 3',
    'ticket.level >= 2',
    'ticket.level <= 2',
    'ticket.subject == "REFUND PLEASE"',
    'ticket.subject != "other"',
    'ticket.subject contains "refund"',
    'ticket.tags contains "vip"',
    'ticket.level',
    'contact.isVip',
    'contact.isVip == true',
    'message.hasAttachment == false',
    'ticket.category == nil',
    'ticket.level == 2 and contact.isVip',
    'ticket.level == 3 or contact.isVip',
  ])('%s is met', (test) => {
    expect(isMet(test)).toBe(true);
  });

  it.each([
    'ticket.level == 3',
    'ticket.level != 2',
    'ticket.level > 2',
    'ticket.level < 2',
    'ticket.level >= 3',
    'ticket.level <= 1',
    'ticket.level > "1"',
    'ticket.subject > 1',
    'ticket.subject == 2',
    'ticket.subject == "other"',
    'ticket.subject contains "invoice"',
    'ticket.tags contains "ref"',
    'ticket.category contains "x"',
    'ticket.level contains "2"',
    'ticket.subject contains 2',
    'message.hasAttachment',
    'ticket.category',
    'ticket.level == 2 and message.hasAttachment',
    'ticket.level == 3 and contact.isVip',
    'ticket.level == 3 or message.hasAttachment',
  ])('%s is not met', (test) => {
    expect(isMet(test)).toBe(false);
  });
});

describe('a date', () => {
  const atMs = Date.UTC(2026, 7, 5, 13, 7);

  it('is written by the letters of its format', () => {
    const format = '%Y %y %m %B %b %d %e %A %a %H %I %M %p %% %-d %-m %-H %q';
    expect(dateText(atMs, 'UTC', format)).toBe('2026 26 08 August Aug 05 5 Wednesday Wed 13 01 07 PM % 5 8 13 %q');
    expect(dateText(atMs, 'UTC', '%A %B %b', 'id')).toBe('Rabu Agustus Agu');
    expect(dateText(atMs - 13 * 3_600_000, 'UTC', '%I %p')).toBe('12 AM');
    expect(dateText(atMs - 3_600_000, 'UTC', '%I %p')).toBe('12 PM');
  });

  it('is written in full where nobody says how', () => {
    expect(dateText(atMs, 'Asia/Jakarta')).toBe('2026-08-05 20:07');
  });
});
