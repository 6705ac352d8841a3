import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factCatalogue } from '../facts/fact-catalogue.ts';
import type { Facts } from '../facts/fact-value.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import { compileTemplate } from './compile-template.ts';
import { checkTemplate, parseTemplate, templateFacts } from './template.ts';

const NOON_MONDAY = Date.parse('2026-03-02T05:00:00Z'); // 12:00 in Jakarta

function fill(template: string, facts: Facts): string {
  return compileTemplate(template)({ facts, timeZone: 'Asia/Jakarta' });
}

function codes(template: string) {
  return checkTemplate(template, ['text'], factCatalogue(workspace)).map(({ code, params }) =>
    [code, params.fact ?? params.value].filter((part) => part !== undefined).join(' '),
  );
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
      fill('{{ticket.tags}} {{ticket.age}} {{sla.firstReply.timeLeft}} {{time.now}}', {
        'ticket.tags': ['a', 'b'],
        'ticket.age': 3_900_000,
        'sla.firstReply.timeLeft': -3_900_000,
        'time.now': NOON_MONDAY,
      }),
    ).toBe('a, b 1:05 -1:05 2026-03-02 12:00');
  });

  it('never read a value as a template again, nor anything inherited', () => {
    const facts = { 'ticket.subject': '{{ticket.number}}{% if ticket.number %}x{% endif %}', 'ticket.number': 1 };
    expect(fill('{{ticket.subject}}', facts)).toBe(facts['ticket.subject']);
    expect(fill("{{ticket.subject | default: 'x'}}", facts)).toBe(facts['ticket.subject']);
    expect(fill('[{{constructor}}{{toString}}{{__proto__}}{% if hasOwnProperty %}x{% endif %}]', {})).toBe('[]');
  });

  it('take facts by whatever keys workspaces and steps give them', () => {
    const facts = { 'ticket.custom.no-rekening': '123', 'result.n:1.plan': 'Gold' };
    expect(fill('{{ ticket.custom.no-rekening }} {{result.n:1.plan}}', facts)).toBe('123 Gold');
  });

  it('are refused when empty, malformed, or about facts nobody could read', () => {
    expect(codes('Hello {{ contact.name }}')).toEqual([]);
    expect(codes('')).toEqual(['MISSING_CONFIG']);
    expect(codes('{{ contact.shoeSize }}')).toEqual(['UNKNOWN_FACT contact.shoeSize']);
    expect(codes("{{ contact.name | default: contact.shoeSize }}{% if ticket.shoe == 'x' %}{% endif %}")).toEqual([
      'UNKNOWN_FACT contact.shoeSize',
      'UNKNOWN_FACT ticket.shoe',
    ]);
    expect(codes('{{ ticket.queue }}')).toEqual(['TYPE_MISMATCH ticket.queue']);
    expect(codes("{% if ticket.queue == 'q-pay' %}x{% endif %}")).toEqual([]);
    expect(codes('{{ ticket.subject | shout }}')).toEqual(['INVALID_VALUE shout']);
    expect(codes('{{ ticket.custom.dueDate }}')).toEqual(['INVALID_VALUE ticket.custom.dueDate']);
    expect(codes("{{ ticket.custom.dueDate | date: '%d/%m' }}")).toEqual([]);
  });

  it('that cannot be read are refused with the piece that cannot', () => {
    for (const [template, piece] of [
      ['{{ ', '{{ '],
      ['Hi {{ }}', '{{ }}'],
      ['{{ ticket.subject | }}', '{{ ticket.subject | }}'],
      ['{{ ticket.subject upcase }}', '{{ ticket.subject upcase }}'],
      ['{% if ticket.subject %}x', '{% if ticket.subject %}'],
      ['{% endif %}', '{% endif %}'],
      ['{% if ticket.level > %}x{% endif %}', '{% if ticket.level > %}'],
      ['{% if ticket.level %}{% else %}{% else %}{% endif %}', '{% else %}'],
      ['{% for a in b %}{% endfor %}', '{% for a in b %}'],
      ['{% if ticket.level %}'.repeat(11), '{% if ticket.level %}'],
    ]) {
      expect([template, codes(template ?? '')]).toEqual([template, [`INVALID_VALUE ${piece}`]]);
    }
  });

  it('that cannot be read still have their plain variables filled', () => {
    expect(fill('{{ticket.subject}} {% oops', { 'ticket.subject': 'A' })).toBe('A {% oops');
  });
});

describe('filters', () => {
  const facts = {
    'contact.name': 'dewi LESTARI',
    'ticket.tags': ['vip', 'refund'],
    'ticket.createdAt': NOON_MONDAY,
    'ticket.custom.dueDate': NOON_MONDAY,
    'ticket.age': 3_900_000,
    'message.text': 'Terima kasih banyak 👨‍👩‍👧 sekali',
    'contact.isVip': false,
  };

  it.each([
    ["{{ ticket.category | default: 'none' }}", 'none'],
    ["{{ contact.name | default: 'none' }}", 'dewi LESTARI'],
    ["{{ contact.isVip | default: 'no VIP' }}", 'no VIP'],
    ['{{ ticket.category | default: contact.name }}', 'dewi LESTARI'],
    ['{{ contact.name | upcase }}', 'DEWI LESTARI'],
    ['{{ contact.name | downcase | capitalize }}', 'Dewi lestari'],
    ['{{ ticket.tags | join: " / " | upcase }}', 'VIP / REFUND'],
    ['{{ ticket.tags | upcase }}', 'VIP, REFUND'],
    ['{{ message.text | truncate: 13 }}', 'Terima kasih…'],
    ["{{ message.text | truncate: 22, '' }}", 'Terima kasih banyak 👨‍👩‍👧 '],
    ['{{ message.text | truncate: 40 }}', 'Terima kasih banyak 👨‍👩‍👧 sekali'],
    ["{{ ticket.createdAt | date: '%d/%m/%y %H:%M' }}", '02/03/26 12:00'],
    ["{{ ticket.createdAt | date: '%A, %-d %B %Y', 'id' }}", 'Senin, 2 Maret 2026'],
    ["{{ ticket.createdAt | date: '%I:%M %p, 100%%, %Q' }}", '12:00 PM, 100%, %Q'],
    ['{{ ticket.createdAt | date }}', '2026-03-02 12:00'],
    ['{{ ticket.custom.dueDate | date: "%e %b" }}', '2 Mar'],
    ['{{ ticket.age | default: 0 }}', '1:05'],
    ['{{ "  x " | strip }}{{ 3 }}', 'x3'],
    ['{{ ticket.category | upcase | truncate: 3 }}', ''],
  ])('%s gives %s', (template, expected) => {
    expect(fill(template, facts)).toBe(expected);
  });
});

describe('if', () => {
  const facts = { 'ticket.priority': 'high', 'ticket.level': 3, 'ticket.tags': ['VIP'], 'contact.isVip': true };

  it.each([
    ["{% if ticket.priority == 'HIGH' %}a{% else %}b{% endif %}", 'a'],
    ["{% if ticket.priority != 'high' %}a{% elsif ticket.level >= 3 %}b{% else %}c{% endif %}", 'b'],
    ['{% if ticket.category %}a{% endif %}b', 'b'],
    ['{% if ticket.category == blank %}a{% endif %}b', 'ab'],
    ["{% if ticket.tags contains 'vip' and contact.isVip %}a{% endif %}", 'a'],
    ["{% if ticket.priority contains 'ig' %}a{% endif %}", 'a'],
    ['{% if contact.isVip == true %}{% if ticket.level < 3 %}a{% else %}b{% endif %}{% endif %}', 'b'],
    ["{% if ticket.level > 'x' or ticket.level == 3 %}a{% endif %}", 'a'],
    ['{%if ticket.level%}{{ticket.level}}{%endif%}', '3'],
  ])('%s gives %s', (template, expected) => {
    expect(fill(template, facts)).toBe(expected);
  });
});

describe('what a template may cost', () => {
  it('ends at fifty thousand characters, however long the values', () => {
    const facts = { 'message.text': 'x'.repeat(1_000_000) };
    expect(fill('{{ message.text | upcase }}'.repeat(300), facts)).toHaveLength(50_000);
    expect(fill('{{ message.text | truncate: 5 }}'.repeat(300), facts)).toHaveLength(1500);
  });

  it('is nothing thrown, whatever is written in it (property)', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      'if',
      'endif',
      'else',
      ' ',
      "'",
      '"',
      '|',
      ':',
      'ticket.level',
      '==',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 30 }), (pieces) => {
        const template = pieces.join('');
        expect(typeof fill(template, { 'ticket.level': 3 })).toBe('string');
        checkTemplate(template, ['text'], []);
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(1000) },
    );
  });
});

describe('the parts of a template', () => {
  it('are its plain variables and the text between them', () => {
    expect(parseTemplate('Hi {{ contact.name }}, {{ ticket.subject | upcase }}')).toEqual([
      { text: 'Hi ' },
      { fact: 'contact.name' },
      { text: ', {{ ticket.subject | upcase }}' },
    ]);
  });

  it('and its facts, wherever they stand', () => {
    const template = "{{ a.b | default: c.d }}{% if e.f == 'x' and a.b %}{{ g.h }}{% endif %}";
    expect(templateFacts(template)).toEqual(['a.b', 'c.d', 'e.f', 'g.h']);
  });
});
