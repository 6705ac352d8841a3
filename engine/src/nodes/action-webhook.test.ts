import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact-value.ts';
import { PROPERTY_SEED, propertyRuns } from '../flow/property-seed.test-support.ts';
import { compileJsonTemplate } from './json-template.ts';
import { nodeDefinition } from './node-catalogue.ts';
import { actOf, findingsOf, inputOf, sentencesOf } from './node-input.test-support.ts';

const call = { url: 'https://crm.example/contacts', method: 'POST', body: '{}', answers: [] };

function asked(more: Record<string, unknown>, facts: Facts = {}): Record<string, unknown> {
  const [effect] = actOf('action.webhook', { ...call, ...more }, inputOf(facts)).effects ?? [];
  return { ...effect };
}

function bodyOf(body: string, facts: Facts): unknown {
  return JSON.parse(String(asked({ body }, facts).body));
}

describe('the content of a call', () => {
  it('is JSON with values in it: escaped inside quotes, as JSON values elsewhere', () => {
    const body =
      '{"say": "“{{ ticket.subject }}”", "tags": {{ ticket.tags }}, "list": "{{ ticket.tags }}", "age": {{ ticket.age }}, "vip": {{contact.isVip}}, "due": "{{ ticket.createdAt }}", "by": "{{ ticket.assignee }}"}';
    const facts = {
      'ticket.subject': 'She said "no"\n\\',
      'ticket.tags': ['a', 'b"'],
      'ticket.age': 60_000,
      'contact.isVip': true,
      'ticket.createdAt': 0,
      'ticket.assignee': 'a-dewi',
    };
    expect(bodyOf(body, facts)).toEqual({
      say: '“She said "no"\n\\”',
      tags: ['a', 'b"'],
      list: 'a, b"',
      age: 60_000,
      vip: true,
      due: '1970-01-01T00:00:00.000Z',
      by: 'a-dewi',
    });
    expect(bodyOf(body, {})).toEqual({ say: '“”', tags: null, list: '', age: null, vip: null, due: '', by: '' });
  });

  it('tells quotes from escaped quotes', () => {
    expect(bodyOf('{"a\\"{{ ticket.subject }}": {{ ticket.subject }}}', { 'ticket.subject': 'x"' })).toEqual({
      'a"x"': 'x"',
    });
  });

  it('stays JSON whatever the values are', () => {
    const fill = compileJsonTemplate(
      '{"a": "x{{ ticket.subject }}y", "b": [{{ message.text }}, "{{ message.text }}"]}',
    );
    const hostile = fc.constantFrom('"', '\\', '\n', '\0', '\u2028', '\ud800', '{{', '}', 'é', 'x');
    const value = fc.oneof(
      fc.string({ unit: hostile }),
      fc.double(),
      fc.boolean(),
      fc.array(fc.string({ unit: hostile })),
    );
    fc.assert(
      fc.property(value, value, (subject, text) => {
        JSON.parse(fill?.(inputOf({ 'ticket.subject': subject, 'message.text': text })) ?? 'refused');
      }),
      { seed: PROPERTY_SEED, numRuns: propertyRuns(500) },
    );
  });

  it('is checked to be JSON once it is filled', () => {
    const check = (body: string) => findingsOf('action.webhook', { ...call, body });
    expect(check('')).toEqual([]);
    for (const body of [
      '{',
      '{"a": {{ ticket.number }} 1}',
      '{{{ ticket.number }}: 1}',
      '{"a": "\\{{ ticket.number }}"}',
    ]) {
      expect(check(body)).toEqual(['INVALID_VALUE body']);
      expect(nodeDefinition('action.webhook')?.behaviour({ ...call, body })).toBeNull();
    }
    expect(check('{"a": {{ ticket.colour }}}')).toEqual(['UNKNOWN_FACT body']);
  });

  it('is left out with GET', () => {
    expect(asked({ method: 'GET', body: 'anything {' })).toMatchObject({ method: 'GET', body: '' });
    expect(findingsOf('action.webhook', { ...call, method: 'GET', body: '{' })).toEqual([]);
  });
});

describe('the address of a call', () => {
  it('has its values percent-encoded', () => {
    const facts = { 'contact.email': 'a+b@c.example/../x', 'ticket.number': 7 };
    expect(
      asked({ url: ' https://crm.example/{{ ticket.number }}?q={{ contact.email }}&x={{ contact.name }}' }, facts).url,
    ).toBe('https://crm.example/7?q=a%2Bb%40c.example%2F..%2Fx&x=');
    expect(asked({ url: 'https://x.example/{{ contact.name }}' }, { 'contact.name': '\ud800' }).url).toBe(
      'https://x.example/%EF%BF%BD',
    );
  });

  it('is http or https, and no value says to which host', () => {
    const check = (url: string) => findingsOf('action.webhook', { ...call, url });
    for (const url of ['https://a.example', 'http://localhost:8080/x', 'HTTPS://a.example?x={{ ticket.number }}']) {
      expect(check(url)).toEqual([]);
    }
    for (const url of [
      'ftp://a.example',
      'javascript:1',
      'a.example',
      'https://',
      'https://{{ contact.country }}.example',
      'https://a.example{{ contact.country }}',
      'https://user:secret@a.example/',
      'https://a.example\\@b.example/',
      'https://a.example/a b',
    ]) {
      expect(check(url)).toEqual(['INVALID_VALUE url']);
      expect(nodeDefinition('action.webhook')?.behaviour({ ...call, url })).toBeNull();
    }
    expect(check('https://a.example/{{ ticket.colour }}')).toEqual(['UNKNOWN_FACT url']);
    expect(check(' ')).toEqual(['MISSING_CONFIG url']);
  });
});

describe('the answer of a call', () => {
  const answers = [
    { name: 'plan', path: 'data.plan', type: 'text' },
    { name: 'score', path: 'data.0.score', type: 'number' },
  ];

  it('becomes facts of later steps', () => {
    const results = nodeDefinition('action.webhook')?.results({ ...call, answers }, 'n');
    expect(results?.map(({ fact, type, group }) => `${fact} ${type} ${group}`)).toEqual([
      'result.n.plan text result',
      'result.n.score number result',
    ]);
    expect(asked({ answers }).answers).toEqual(answers);
  });

  it('has a name of its own and a place for every value', () => {
    const check = (...given: readonly Record<string, unknown>[]) =>
      findingsOf('action.webhook', { ...call, answers: given });
    expect(check(...answers)).toEqual([]);
    expect(check({ name: 'a', path: 'x', type: 'text' }, { name: 'a', path: 'y', type: 'text' })).toEqual([
      'DUPLICATE_ID answers.1.name',
    ]);
    expect(check({ name: '', path: ' ', type: 'text' })).toEqual([
      'MISSING_CONFIG answers.0.name',
      'MISSING_CONFIG answers.0.path',
    ]);
    expect(check({ name: 'a.b', path: 'x', type: 'text' })).toEqual(['INVALID_VALUE answers.0.name']);
  });
});

describe('a call', () => {
  it('names its credential, which the workspace must have', () => {
    expect(asked({ credentialId: 'cred-crm' }).credentialId).toBe('cred-crm');
    expect(asked({ credentialId: '' }).credentialId).toBeNull();
    expect(nodeDefinition('action.webhook')?.references({ ...call, credentialId: 'cred-crm' })).toEqual([
      { kind: 'credential', id: 'cred-crm', path: ['credentialId'] },
    ]);
  });

  it('reads in both languages', () => {
    const answers = [{ name: 'plan', path: 'plan', type: 'text' }];
    expect(sentencesOf('action.webhook', { ...call, answers })).toEqual([
      'Call https://crm.example/contacts (POST) and keep “plan”',
      'Panggil https://crm.example/contacts (POST) dan simpan “plan”',
    ]);
  });
});
