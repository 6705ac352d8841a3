import type { Locale } from '../flow/locale.ts';
import type { ReferenceKindEntry, ReferencePage } from './reference-page.ts';

/** The headings and small words of the page. */
const WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    title: 'Reference of the flow language',
    made: 'Made from the definitions by `pnpm --filter @alur/engine reference`; do not edit.',
    facts: 'What flows can read',
    operators: 'Comparisons',
    missing: 'A comparison with a missing value is false, except where noted.',
    issues: 'Problems and how to mend them',
    example: 'Example',
    ways: 'Ways out',
    mustLead: 'must lead on',
    noWays: 'none: it ends the flow',
    gives: 'Later steps can read',
    field: 'Field',
    takes: 'Takes',
    limits: 'Limits',
    optional: 'optional',
    key: 'Key',
    name: 'Name',
    holds: 'Holds',
    comparison: 'Comparison',
    meaning: 'Meaning',
    value: 'Compared with',
    ifMissing: 'If missing',
    yes: 'true',
    no: 'false',
    change: 'asks about the change',
    settable: 'can be set',
    tracked: 'changes start flows',
    error: 'blocks publishing',
    warning: 'warning',
    code: 'Code',
    kind: 'Weight',
    text: 'Text (example)',
  },
  id: {
    title: 'Acuan bahasa alur',
    made: 'Dibuat dari definisinya oleh `pnpm --filter @alur/engine reference`; jangan disunting.',
    facts: 'Yang dapat dibaca alur',
    operators: 'Perbandingan',
    missing: 'Perbandingan dengan nilai yang tidak ada selalu salah, kecuali bila disebutkan.',
    issues: 'Masalah dan cara memperbaikinya',
    example: 'Contoh',
    ways: 'Keluaran',
    mustLead: 'harus disambungkan',
    noWays: 'tidak ada: alur berakhir',
    gives: 'Langkah berikutnya dapat membaca',
    field: 'Bidang',
    takes: 'Isi',
    limits: 'Batas',
    optional: 'opsional',
    key: 'Kunci',
    name: 'Nama',
    holds: 'Berisi',
    comparison: 'Perbandingan',
    meaning: 'Arti',
    value: 'Dibandingkan dengan',
    ifMissing: 'Bila tidak ada',
    yes: 'benar',
    no: 'salah',
    change: 'menanyakan perubahannya',
    settable: 'dapat diisi',
    tracked: 'perubahannya memulai alur',
    error: 'menghalangi penerbitan',
    warning: 'peringatan',
    code: 'Kode',
    kind: 'Bobot',
    text: 'Teks (contoh)',
  },
};

/** The reference as a Markdown document; ends with a line break. */
export function referenceMarkdown(page: ReferencePage): string {
  const say = (key: string) => WORDS[page.locale][key] ?? key;
  const blocks = [
    `# ${say('title')}`,
    say('made'),
    ...page.kinds.flatMap(({ label, entries }) => [
      `## ${label}`,
      ...entries.flatMap((entry) => kindBlocks(entry, say)),
    ]),
    `## ${say('facts')}`,
    ...page.facts.flatMap(({ label, entries }) => [
      `### ${label}`,
      table(
        [say('key'), say('name'), say('holds')],
        entries.map(({ fact, label: name, type, options, isSettable, isTracked }) => {
          const notes = [...(isSettable ? [say('settable')] : []), ...(isTracked ? [say('tracked')] : [])];
          const holds = options.length > 0 ? `${type}: ${options.join(', ')}` : type;
          return [`\`${fact}\``, name, notes.length > 0 ? `${holds} (${notes.join(', ')})` : holds];
        }),
      ),
    ]),
    `## ${say('operators')}`,
    say('missing'),
    ...page.operators.flatMap(({ label, entries }) => [
      `### ${capital(label)}`,
      table(
        [say('comparison'), say('meaning'), say('value'), say('ifMissing')],
        entries.map(({ label: name, help, value, ifMissing }) => [
          name,
          help,
          value,
          ifMissing === null ? say('change') : say(ifMissing ? 'yes' : 'no'),
        ]),
      ),
    ]),
    `## ${say('issues')}`,
    table(
      [say('code'), say('kind'), say('text')],
      page.issues.map(({ code, severity, text }) => [`\`${code}\``, say(severity), text]),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function kindBlocks(entry: ReferenceKindEntry, say: (key: string) => string): readonly string[] {
  const ways = entry.ports.map(({ id, label, isRequired }) =>
    isRequired ? `${label} (\`${id}\`, ${say('mustLead')})` : `${label} (\`${id}\`)`,
  );
  const results = entry.results.map(({ name, label, type }) =>
    label === name ? `\`${name}\` (${type})` : `\`${name}\` (${label}: ${type})`,
  );
  const fields = entry.fields.map(({ key, label, help, takes, limits, isRequired }) => [
    `${label} (\`${key}\`${isRequired ? '' : `, ${say('optional')}`})`,
    help ? `${takes}. ${help}` : takes,
    limits ?? '',
  ]);
  return [
    `### ${entry.label} (\`${entry.kind}\`)`,
    `${entry.help}.`,
    [
      `- ${say('example')}: ${entry.example}`,
      `- ${say('ways')}: ${ways.join(', ') || say('noWays')}`,
      ...(results.length > 0 ? [`- ${say('gives')}: ${results.join(', ')}`] : []),
    ].join('\n'),
    ...(fields.length > 0 ? [table([say('field'), say('takes'), say('limits')], fields)] : []),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
