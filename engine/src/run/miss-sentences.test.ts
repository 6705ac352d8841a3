import { describe, expect, it } from 'vitest';
import type { FactValue } from '../facts/fact-value.ts';
import { EMPTY_FLOW } from '../flow/flow.ts';
import { LOCALES } from '../flow/locale.ts';
import { workspace } from '../flow/workspace.test-support.ts';
import type { TriggerMiss } from '../nodes/behaviour.ts';
import { namesOf } from '../nodes/names-of.ts';
import { explainBriefly } from './explain-consideration.ts';
import type { Consideration } from './trace.ts';

const names = namesOf(workspace, EMPTY_FLOW);
const PLACE = { flowId: 'f', versionId: 'v', eventIndex: 0 };
const miss = (reason: TriggerMiss['reason'], seen: FactValue | null, fact?: string): Consideration => ({
  ...PLACE,
  outcome: 'triggerDidNotMatch',
  nodeId: 't',
  reason,
  seen,
  ...(fact === undefined ? {} : { fact }),
});

const SENTENCES: readonly (readonly [of: Consideration, english: string, indonesian: string])[] = [
  [
    miss('otherChannel', 'c-mail'),
    'did not start, because the channel was Help mailbox',
    'tidak mulai, karena kanalnya Help mailbox',
  ],
  [miss('otherChannel', null), 'did not start, because the channel was empty', 'tidak mulai, karena kanalnya kosong'],
  [
    miss('otherFields', ['ticket.priority', 'ticket.tags']),
    'did not start, because only this changed: priority, tags',
    'tidak mulai, karena yang berubah hanya: prioritas, tag',
  ],
  [
    miss('otherFields', null),
    'did not start, because none of its fields changed',
    'tidak mulai, karena tidak ada bidangnya yang berubah',
  ],
  [
    miss('otherFields', []),
    'did not start, because none of its fields changed',
    'tidak mulai, karena tidak ada bidangnya yang berubah',
  ],
  [
    miss('otherValueBefore', 'low', 'ticket.priority'),
    'did not start, because priority was Low before',
    'tidak mulai, karena prioritas sebelumnya Rendah',
  ],
  [
    miss('otherValueAfter', 'high', 'ticket.priority'),
    'did not start, because priority became High',
    'tidak mulai, karena prioritas menjadi Tinggi',
  ],
  [
    miss('otherAuthor', 'agent'),
    'did not start, because the reply was by: Agent',
    'tidak mulai, karena balasannya oleh: Agen',
  ],
  [
    miss('notFirstReply', null),
    'did not start, because it was not the first reply',
    'tidak mulai, karena itu bukan balasan pertama',
  ],
  [
    miss('otherScope', null),
    'did not start, because nobody became responsible',
    'tidak mulai, karena tidak ada yang menjadi penanggung jawab',
  ],
  [
    miss('otherScope', 'team'),
    'did not start, because it was assigned to another kind',
    'tidak mulai, karena penugasannya kepada jenis lain',
  ],
  [
    miss('otherTrigger', null),
    'did not start, because the time of another trigger had come',
    'tidak mulai, karena yang tiba adalah waktu pemicu lain',
  ],
  [
    miss('otherFlow', null),
    'did not start, because the button of another flow was pressed',
    'tidak mulai, karena yang ditekan adalah tombol alur lain',
  ],
  [
    miss('otherName', 'paid'),
    'did not start, because it came under another name: paid',
    'tidak mulai, karena namanya lain: paid',
  ],
  [miss('otherName', null), 'did not start, because it came under another name', 'tidak mulai, karena namanya lain'],
  [miss('otherScore', 5), 'did not start, because the score was 5', 'tidak mulai, karena skornya 5'],
  [
    miss('notAllowed', null),
    'did not start, because this person may not start it',
    'tidak mulai, karena orang ini tidak boleh memulainya',
  ],
  [
    miss('conditionDoesNotHold', null),
    'did not start, because its condition did not hold',
    'tidak mulai, karena kondisinya tidak terpenuhi',
  ],
  [
    miss('alreadyFired', null),
    'did not start, because it had already started as often as it may',
    'tidak mulai, karena alur ini sudah mulai sesering yang diizinkan',
  ],
  [
    { ...PLACE, outcome: 'alreadyRan' },
    'had already run in this chain of events',
    'sudah berjalan dalam rangkaian peristiwa ini',
  ],
  [
    { ...PLACE, outcome: 'stoppedByEarlierFlow' },
    'was not run, because an earlier flow stopped the later ones',
    'tidak dijalankan, karena alur sebelumnya menghentikan yang berikutnya',
  ],
  [
    { ...PLACE, outcome: 'depthReached' },
    'was not run, because flows kept setting each other off',
    'tidak dijalankan, karena alur terus saling memicu',
  ],
];

describe('the words for a flow that did not act', () => {
  it.each(SENTENCES)('%j are “%s”', (consideration, english, indonesian) => {
    const texts = LOCALES.map((locale) => explainBriefly(consideration, { runs: [] }, names, locale));
    expect(texts).toEqual([english, indonesian]);
  });
});
