import * as z from 'zod';
import type { Issue } from '../flow/issue.ts';
import { control } from './control.ts';
import { defineNode } from './define-node.ts';
import { finding } from './finding.ts';
import { ticketShare, WHOLE } from './ticket-share.ts';

/** A percent in the parts a ticket's place is told in. */
const PERCENT = WHOLE / 100;

/** Percents may have two decimals; sums are compared in hundredths, which are exact. */
const HUNDREDTHS = 100;

const config = z.strictObject({
  shares: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(64),
        label: z.string().max(200).optional(),
        percent: z.number().min(0).max(100).multipleOf(0.01),
      }),
    )
    .min(1)
    .max(20)
    .meta(
      control(
        'shares',
        { en: 'Shares', id: 'Bagian' },
        { help: { en: 'Percentages that sum to 100', id: 'Persentase yang berjumlah 100' } },
      ),
    ),
});

type Config = z.infer<typeof config>;

/**
 * Sends every ticket one of several ways, by percentages. A ticket always goes the same way at the same node: its place
 * from 0 to 100 is a hash of ticket and node, and the shares, in the order of their ids, cut that line into stretches.
 * So renaming or reordering shares moves no ticket, and changing percents moves only those near the cuts that moved.
 */
export const filterSplit = defineNode<Config>({
  kind: 'filter.split',
  group: 'filter',
  label: { en: 'Split', id: 'Pembagian' },
  help: {
    en: 'Sends a percentage of the tickets each way',
    id: 'Membagi tiket ke beberapa arah menurut persentase',
  },
  config,
  defaultConfig: {
    shares: [
      { id: 'a', percent: 50 },
      { id: 'b', percent: 50 },
    ],
  },
  ports: ({ shares }) =>
    shares.map(({ id, label, percent }, index) => ({
      id,
      label: {
        en: `${label || `Share ${index + 1}`} (${percent}%)`,
        id: `${label || `Bagian ${index + 1}`} (${percent}%)`,
      },
      isRequired: false,
    })),
  references: () => [],
  check: ({ shares }) => [...duplicates(shares), ...checkSum(shares)],
  sentence: ({ shares }, _names, locale) => {
    const list = shares.map(({ label, percent }) => (label ? `${percent}% ${label}` : `${percent}%`)).join(', ');
    return { en: `Split the tickets: ${list}`, id: `Bagi tiket: ${list}` }[locale];
  },
  behaviour: ({ shares }, nodeId) => {
    if (hundredths(shares) !== 100 * HUNDREDTHS) return null;
    const cuts: { readonly port: string; readonly below: number }[] = [];
    let below = 0;
    for (const { id, percent } of [...shares].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      below += percent * PERCENT;
      cuts.push({ port: id, below: Math.round(below) });
    }
    const last = cuts.at(-1)?.port ?? '';
    return {
      type: 'filter',
      choose: ({ event }) => {
        const place = ticketShare(event.ticketId, nodeId);
        return { port: cuts.find((cut) => place < cut.below)?.port ?? last, conditions: [] };
      },
    };
  },
});

function hundredths(shares: Config['shares']): number {
  return shares.reduce((sum, { percent }) => sum + Math.round(percent * HUNDREDTHS), 0);
}

function checkSum(shares: Config['shares']): readonly Issue[] {
  const sum = hundredths(shares);
  if (sum === 100 * HUNDREDTHS) return [];
  return [finding('INVALID_VALUE', ['shares'], { expected: 'sum100', value: sum / HUNDREDTHS })];
}

function duplicates(shares: Config['shares']): readonly Issue[] {
  return shares.flatMap(({ id }, index) =>
    shares.findIndex((share) => share.id === id) < index
      ? [finding('DUPLICATE_ID', ['shares', index, 'id'], { id })]
      : [],
  );
}
