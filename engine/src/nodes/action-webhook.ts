import * as z from 'zod';
import type { FactDefinition } from '../facts/fact-catalogue.ts';
import type { Issue } from '../flow/issue.ts';
import { reaching } from './asking.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import type { AnswerField } from './effect.ts';
import { finding } from './finding.ts';
import { compileJsonTemplate } from './json-template.ts';
import { resultFact } from './result-fact.ts';
import { FALLIBLE_PORTS } from './standard-ports.ts';
import { checkVariables, LONGEST_TEMPLATE } from './template.ts';
import { compileUrlTemplate } from './url-template.ts';

const METHODS = ['POST', 'PUT', 'PATCH', 'GET'] as const;

const answer = z.strictObject({
  name: z
    .string()
    .max(60)
    .regex(/^([A-Za-z][A-Za-z0-9_]*)?$/),
  path: z.string().max(200),
  type: z.enum(['text', 'number', 'boolean', 'instant', 'duration', 'option', 'set']),
});

const config = z.strictObject({
  url: z
    .string()
    .max(2000)
    .meta(control('url', { en: 'Address', id: 'Alamat' })),
  method: z
    .enum(METHODS)
    .meta(
      control(
        'select',
        { en: 'Method', id: 'Metode' },
        { options: METHODS.map((value) => ({ value, label: { en: value, id: value } })) },
      ),
    ),
  body: z
    .string()
    .max(LONGEST_TEMPLATE)
    .meta(
      control(
        'json',
        { en: 'Content', id: 'Isi' },
        {
          help: { en: 'JSON with variables; not sent with GET', id: 'JSON dengan variabel; tidak dikirim dengan GET' },
        },
      ),
    ),
  credentialId: z
    .string()
    .optional()
    .meta(control('credential', { en: 'Credential', id: 'Kredensial' })),
  answers: z
    .array(answer)
    .max(30)
    .meta(
      control(
        'answers',
        { en: 'Values to keep from the answer', id: 'Nilai yang disimpan dari jawaban' },
        { help: { en: 'Later steps can use them', id: 'Langkah berikutnya dapat memakainya' } },
      ),
    ),
});

/**
 * Calls another system, signed, and waits for its JSON answer; the named values of the answer become facts
 * `result.<nodeId>.<name>`.
 */
export const actionWebhook = defineNode<z.infer<typeof config>>({
  kind: 'action.webhook',
  group: 'action',
  label: { en: 'Call another system', id: 'Panggil sistem lain' },
  help: {
    en: 'Sends the ticket to a web address and keeps values of the answer',
    id: 'Mengirim tiket ke alamat web dan menyimpan nilai dari jawabannya',
  },
  config,
  defaultConfig: {
    url: '',
    method: 'POST',
    body: '{\n  "number": {{ ticket.number }},\n  "subject": "{{ ticket.subject }}"\n}',
    answers: [],
  },
  ports: () => FALLIBLE_PORTS,
  references: ({ credentialId }) =>
    credentialId ? [{ kind: 'credential', id: credentialId, path: ['credentialId'] }] : [],
  results: ({ answers }, nodeId) => answers.map(({ name, type }) => resultFact(nodeId, name, type)),
  check: ({ url, method, body, answers }, catalogue) => [
    ...checkUrl(url, catalogue),
    ...(method === 'GET' ? [] : checkBody(body, catalogue)),
    ...answers.flatMap((field, index) => checkAnswer(answers, field, index)),
  ],
  sentence: ({ url, method, answers }, _names, locale) => {
    const address = url.trim() || '…';
    const kept = answers.map(({ name }) => `“${name}”`).join(', ');
    const keep = kept ? { en: ` and keep ${kept}`, id: ` dan simpan ${kept}` }[locale] : '';
    return { en: `Call ${address} (${method})${keep}`, id: `Panggil ${address} (${method})${keep}` }[locale];
  },
  behaviour: ({ url, method, body, credentialId, answers }) => {
    const fillUrl = compileUrlTemplate(url);
    const fillBody = method === 'GET' || body.trim() === '' ? () => '' : compileJsonTemplate(body);
    if (!fillUrl || !fillBody) return null;
    return reaching('webhook', 'always', (input) => [
      {
        type: 'callWebhook',
        url: fillUrl(input),
        method,
        body: fillBody(input),
        credentialId: credentialId || null,
        answers,
      },
    ]);
  },
});

function checkUrl(url: string, catalogue: readonly FactDefinition[]): readonly Issue[] {
  if (url.trim() === '') return [finding('MISSING_CONFIG', ['url'])];
  const unknown = checkVariables(url, ['url'], catalogue);
  return compileUrlTemplate(url) || unknown.length > 0
    ? unknown
    : [finding('INVALID_VALUE', ['url'], { expected: 'url' })];
}

function checkBody(body: string, catalogue: readonly FactDefinition[]): readonly Issue[] {
  if (body.trim() === '') return [];
  const unknown = checkVariables(body, ['body'], catalogue);
  if (compileJsonTemplate(body) || unknown.length > 0) return unknown;
  return [finding('INVALID_VALUE', ['body'], { expected: 'json' })];
}

function checkAnswer(answers: readonly AnswerField[], { name, path }: AnswerField, index: number): readonly Issue[] {
  const isTaken = name !== '' && answers.findIndex((other) => other.name === name) < index;
  return [
    ...(name === '' ? [finding('MISSING_CONFIG', ['answers', index, 'name'])] : []),
    ...(path.trim() === '' ? [finding('MISSING_CONFIG', ['answers', index, 'path'])] : []),
    ...(isTaken ? [finding('DUPLICATE_ID', ['answers', index, 'name'], { id: name })] : []),
  ];
}
