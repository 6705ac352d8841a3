import type { Names } from '../facts/names.ts';
import { SLA_METRIC_LABELS } from '../facts/sla-facts.ts';
import { durationText } from '../facts/value-text.ts';
import type { Issue, IssueCode } from '../flow/issue.ts';
import type { Locale, LocalText } from '../flow/locale.ts';

/** The codes of what is found by reasoning about paths, branches and several flows. */
export type ReasonedCode = Extract<
  IssueCode,
  | 'CONFLICTING_WRITES'
  | 'JOIN_WITHOUT_BRANCHES'
  | 'CONDITION_NEVER_HOLDS'
  | 'CONDITION_ALWAYS_HOLDS'
  | 'SHADOWED_CASE'
  | 'UNROUTED_TICKETS'
  | 'ROUTE_WITHOUT_AGENT'
  | 'TIMER_LONGER_THAN_SLA'
  | 'SLA_WITHOUT_ESCALATION'
  | 'FLOWS_SET_SAME_FIELD'
  | 'FLOWS_TRIGGER_EACH_OTHER'
>;

/** What was found and how to mend it; `issueText` says where. */
export function reasonedIssueTexts(code: ReasonedCode, { params }: Issue, names: Names | undefined): LocalText {
  const say = (key: string) => String(params[key] ?? '');
  const fact = (locale: Locale) => names?.fact(say('fact'), locale) ?? say('fact');
  const node = (key: string, locale: Locale) => names?.node(say(key), locale) ?? say(key);
  switch (code) {
    case 'CONFLICTING_WRITES':
      if (params.item !== undefined) {
        return {
          en: `Actions ${say('item')} and ${say('otherItem')} both write ${fact('en')} at the same time. Keep one of them, or put them into a sequence.`,
          id: `Tindakan ${say('item')} dan ${say('otherItem')} menulis ${fact('id')} pada saat yang sama. Sisakan satu, atau jadikan urutan.`,
        };
      }
      return {
        en: `The branches both write ${fact('en')}: “${node('node', 'en')}” and “${node('otherNode', 'en')}”. Move one of these steps behind the join, or into the same branch.`,
        id: `Kedua cabang menulis ${fact('id')}: “${node('node', 'id')}” dan “${node('otherNode', 'id')}”. Pindahkan salah satunya ke setelah penggabung, atau ke cabang yang sama.`,
      };
    case 'JOIN_WITHOUT_BRANCHES':
      return {
        en: 'No branches meet here, so there is nothing to wait for. Lead at least two branches of a parallel step here, or delete this step.',
        id: 'Tidak ada cabang yang bertemu di sini, jadi tidak ada yang ditunggu. Arahkan setidaknya dua cabang dari langkah serentak ke sini, atau hapus langkah ini.',
      };
    case 'CONDITION_NEVER_HOLDS':
      return params.port === undefined
        ? {
            en: 'This condition can never hold: it contradicts itself or what earlier steps already decided. Everything goes on by “no”. Change the condition or remove the step.',
            id: 'Kondisi ini tidak mungkin terpenuhi: bertentangan dengan dirinya sendiri atau dengan langkah sebelumnya. Semuanya keluar lewat “tidak”. Ubah kondisinya atau hapus langkahnya.',
          }
        : {
            en: `The case “${say('portEn')}” can never hold: it contradicts itself or what earlier steps already decided. Change its condition or remove it.`,
            id: `Kasus “${say('portId')}” tidak mungkin terpenuhi: bertentangan dengan dirinya sendiri atau dengan langkah sebelumnya. Ubah kondisinya atau hapus.`,
          };
    case 'CONDITION_ALWAYS_HOLDS':
      return params.port === undefined
        ? {
            en: 'This condition always holds here, so nothing ever goes on by “no”. Change the condition or remove the step.',
            id: 'Kondisi ini selalu terpenuhi di sini, jadi tidak ada yang keluar lewat “tidak”. Ubah kondisinya atau hapus langkahnya.',
          }
        : {
            en: `The first case “${say('portEn')}” always holds here, so no other case is ever reached. Change its condition or remove this step.`,
            id: `Kasus pertama “${say('portId')}” selalu terpenuhi di sini, jadi kasus lain tidak pernah tercapai. Ubah kondisinya atau hapus langkah ini.`,
          };
    case 'SHADOWED_CASE':
      return {
        en: `The case “${say('portEn')}” is never reached: the cases before it already take everything it would. Move it up or remove it.`,
        id: `Kasus “${say('portId')}” tidak pernah tercapai: kasus sebelumnya sudah mengambil semuanya. Pindahkan ke atas atau hapus.`,
      };
    case 'UNROUTED_TICKETS':
      return {
        en: `Tickets that leave by the exit “${say('portEn')}” get no queue, agent or team, while others of this flow do. Connect it to a route, or to a stop if that is meant.`,
        id: `Tiket yang keluar lewat “${say('portId')}” tidak mendapat antrean, agen, atau tim, padahal tiket lain di alur ini mendapatkannya. Sambungkan ke sebuah rute, atau ke langkah berhenti bila memang demikian.`,
      };
    case 'ROUTE_WITHOUT_AGENT':
      return {
        en: 'No agent meets what this route asks for, so tickets would wait here in vain. Ask for less, or give an agent the skills, language or team.',
        id: 'Tidak ada agen yang memenuhi syarat rute ini, jadi tiket akan sia-sia menunggu di sini. Kurangi syaratnya, atau beri seorang agen keahlian, bahasa, atau timnya.',
      };
    case 'TIMER_LONGER_THAN_SLA': {
      const metric = metricLabel(say('metric'));
      const length = (key: string, locale: Locale) => durationText(Number(params[key] ?? 0), locale);
      return {
        en: `This waits ${length('timerMs', 'en')}, but the target for ${metric.en} is missed after ${length('targetMs', 'en')} at the latest. Make it shorter than the target.`,
        id: `Langkah ini menunggu ${length('timerMs', 'id')}, padahal target ${metric.id} sudah terlewat paling lambat setelah ${length('targetMs', 'id')}. Buat lebih singkat dari targetnya.`,
      };
    }
    case 'SLA_WITHOUT_ESCALATION': {
      const policy = names?.reference('slaPolicy', say('policyId')) ?? say('policyId');
      return {
        en: `No live flow reacts when a target of “${policy}” is about to be missed or is missed. Add a flow that starts with a service target trigger.`,
        id: `Tidak ada alur aktif yang menanggapi ketika target “${policy}” hampir atau sudah terlewat. Tambahkan alur yang dimulai dengan pemicu target layanan.`,
      };
    }
    case 'FLOWS_SET_SAME_FIELD':
      return {
        en: `This also sets ${fact('en')}, as the flow “${say('otherName')}” does before it for some of the same tickets. What this step sets wins, because its flow comes later. Narrow one of the conditions, or set the field in one flow only.`,
        id: `Langkah ini juga mengisi ${fact('id')}, seperti alur “${say('otherName')}” sebelumnya untuk sebagian tiket yang sama. Isian langkah ini yang berlaku, karena alurnya belakangan. Persempit salah satu kondisinya, atau isi bidang itu di satu alur saja.`,
      };
    case 'FLOWS_TRIGGER_EACH_OTHER':
      return {
        en: `This step can start the flow “${say('otherName')}”, whose step “${say('otherStepEn')}” can start this flow in turn. Each runs once, then the circle is cut. Narrow one of the triggers or conditions.`,
        id: `Langkah ini dapat memulai alur “${say('otherName')}”, dan langkah “${say('otherStepId')}” di sana dapat memulai alur ini lagi. Masing-masing berjalan sekali, lalu lingkarannya diputus. Persempit salah satu pemicu atau kondisinya.`,
      };
  }
}

function metricLabel(metric: string): LocalText {
  const known: LocalText | undefined = Object.hasOwn(SLA_METRIC_LABELS, metric)
    ? Reflect.get(SLA_METRIC_LABELS, metric)
    : undefined;
  return known ?? { en: metric, id: metric };
}
