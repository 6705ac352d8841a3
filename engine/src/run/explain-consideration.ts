import type { Names } from '../facts/names.ts';
import type { Locale, LocalText } from '../flow/locale.ts';
import type { TriggerMiss } from '../nodes/behaviour.ts';
import { nodeDefinition } from '../nodes/node-catalogue.ts';
import { explainStepBriefly, seenText } from './explain-step.ts';
import type { RunOutcome } from './run-outcome.ts';
import type { Consideration, Run } from './trace.ts';

/** What people call a flow version: its flow's name and its number. */
export interface VersionTitle {
  readonly flowName: string;
  readonly versionNumber: number;
}

/**
 * One sentence on why a flow did or did not act: "Flow “Payments”, version 3: category is Billing → yes (category:
 * Billing); routed to queue Payments." Input: a consideration and the runs of its outcome.
 */
export function explainConsideration(
  consideration: Consideration,
  { runs }: Pick<RunOutcome, 'runs'>,
  { flowName, versionNumber }: VersionTitle,
  names: Names,
  locale: Locale,
): string {
  const title = {
    en: `Flow “${flowName}”, version ${versionNumber}`,
    id: `Alur “${flowName}”, versi ${versionNumber}`,
  }[locale];
  return `${title}: ${explainBriefly(consideration, { runs }, names, locale)}.`;
}

/** What a run did, step by step, without a full stop; also of one that went on after a wait. */
export function explainRun({ steps, outcome }: Pick<Run, 'steps' | 'outcome'>, names: Names, locale: Locale): string {
  const texts = steps.map((step) => explainStepBriefly(step, names, locale));
  if (outcome === 'cancelled') {
    texts.push({ en: 'called off while it waited', id: 'dibatalkan saat menunggu' }[locale]);
  }
  const isBegun = nodeDefinition(steps[0]?.kind ?? '')?.group === 'trigger';
  // What began it is only worth a word where nothing followed.
  return texts.slice(isBegun && texts.length > 1 ? 1 : 0).join('; ');
}

/** The same without the flow's name and the full stop: "did not start, because the channel was E-mail". */
export function explainBriefly(
  consideration: Consideration,
  { runs }: Pick<RunOutcome, 'runs'>,
  names: Names,
  locale: Locale,
): string {
  switch (consideration.outcome) {
    case 'ran': {
      const run = runs[consideration.runIndex];
      return run ? explainRun(run, names, locale) : '';
    }
    case 'triggerDidNotMatch': {
      const texts = missTexts(consideration, names, locale);
      return { en: `did not start, because ${texts.en}`, id: `tidak mulai, karena ${texts.id}` }[locale];
    }
    case 'alreadyRan':
      return {
        en: 'had already run in this chain of events',
        id: 'sudah berjalan dalam rangkaian peristiwa ini',
      }[locale];
    case 'stoppedByEarlierFlow':
      return {
        en: 'was not run, because an earlier flow stopped the later ones',
        id: 'tidak dijalankan, karena alur sebelumnya menghentikan yang berikutnya',
      }[locale];
    case 'depthReached':
      return {
        en: 'was not run, because flows kept setting each other off',
        id: 'tidak dijalankan, karena alur terus saling memicu',
      }[locale];
  }
}

function missTexts({ reason, fact = '', seen }: TriggerMiss, names: Names, locale: Locale): LocalText {
  switch (reason) {
    case 'otherChannel': {
      const channel = seenText('ticket.channel', seen, names, locale);
      return { en: `the channel was ${channel}`, id: `kanalnya ${channel}` };
    }
    case 'otherFields': {
      const facts = Array.isArray(seen) ? seen.map((fact: string) => names.fact(fact, locale)).join(', ') : '';
      return facts
        ? { en: `only this changed: ${facts}`, id: `yang berubah hanya: ${facts}` }
        : { en: 'none of its fields changed', id: 'tidak ada bidangnya yang berubah' };
    }
    case 'otherValueBefore': {
      const value = seenText(fact, seen, names, locale);
      const field = names.fact(fact, locale);
      return { en: `${field} was ${value} before`, id: `${field} sebelumnya ${value}` };
    }
    case 'otherValueAfter': {
      const value = seenText(fact, seen, names, locale);
      const field = names.fact(fact, locale);
      return { en: `${field} became ${value}`, id: `${field} menjadi ${value}` };
    }
    case 'otherAuthor': {
      const author = seenText('message.author', seen, names, locale);
      return { en: `the reply was by: ${author}`, id: `balasannya oleh: ${author}` };
    }
    case 'notFirstReply':
      return { en: 'it was not the first reply', id: 'itu bukan balasan pertama' };
    case 'otherScope':
      return seen === null
        ? { en: 'nobody became responsible', id: 'tidak ada yang menjadi penanggung jawab' }
        : { en: 'it was assigned to another kind', id: 'penugasannya kepada jenis lain' };
    case 'otherTrigger':
      return { en: 'the time of another trigger had come', id: 'yang tiba adalah waktu pemicu lain' };
    case 'otherFlow':
      return { en: 'the button of another flow was pressed', id: 'yang ditekan adalah tombol alur lain' };
    case 'otherName': {
      const name = typeof seen === 'string' ? `: ${seen}` : '';
      return { en: `it came under another name${name}`, id: `namanya lain${name}` };
    }
    case 'otherScore': {
      const score = seenText('survey.score', seen, names, locale);
      return { en: `the score was ${score}`, id: `skornya ${score}` };
    }
    case 'notAllowed':
      return { en: 'this person may not start it', id: 'orang ini tidak boleh memulainya' };
    case 'conditionDoesNotHold':
      return { en: 'its condition did not hold', id: 'kondisinya tidak terpenuhi' };
    case 'alreadyFired':
      return {
        en: 'it had already started as often as it may',
        id: 'alur ini sudah mulai sesering yang diizinkan',
      };
  }
}
