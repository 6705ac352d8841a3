import type { NodeGroup } from '@alur/engine';
import {
  IconAddressBook,
  IconArrowRampRight,
  IconArrowsExchange,
  IconArrowsJoin,
  IconArrowsSplit,
  IconArrowsSplit2,
  IconBell,
  IconBolt,
  IconCalendarTime,
  IconCategory,
  IconChecks,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconEdit,
  IconEye,
  IconFilter,
  IconHandClick,
  IconHandStop,
  IconHourglassEmpty,
  IconListNumbers,
  IconLock,
  IconLockCheck,
  IconMessageBolt,
  IconMessageCircle,
  IconMessageQuestion,
  IconMessageReply,
  IconMoodCheck,
  IconMoodSmile,
  IconNote,
  IconPencil,
  IconPercentage,
  IconPlayerStop,
  IconPlayerTrackNext,
  IconPlugConnected,
  IconPlugConnectedX,
  IconQuestionMark,
  IconRotate,
  IconStairsUp,
  IconTags,
  IconTicket,
  IconTransfer,
  IconUserCheck,
  IconUserMinus,
  IconUserOff,
  IconUserPlus,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react';

const ICONS: Readonly<Record<string, TablerIcon>> = {
  'trigger.ticketCreated': IconTicket,
  'trigger.ticketAssigned': IconUserCheck,
  'trigger.ticketOpened': IconEye,
  'trigger.ticketReplied': IconMessageCircle,
  'trigger.ticketUpdated': IconEdit,
  'trigger.slaChecked': IconClockExclamation,
  'trigger.ticketIdle': IconHourglassEmpty,
  'trigger.ticketTransferred': IconTransfer,
  'trigger.ticketSolved': IconCircleCheck,
  'trigger.ticketClosed': IconLock,
  'trigger.ticketReopened': IconRotate,
  'trigger.customerOffline': IconPlugConnectedX,
  'trigger.agentUnavailable': IconUserOff,
  'trigger.surveyAnswered': IconMoodCheck,
  'trigger.schedule': IconCalendarTime,
  'trigger.manual': IconHandClick,
  'trigger.webhook': IconPlugConnected,
  'filter.condition': IconFilter,
  'filter.switch': IconArrowsSplit2,
  'filter.split': IconPercentage,
  'action.setFields': IconPencil,
  'action.tags': IconTags,
  'action.route': IconArrowRampRight,
  'action.assign': IconUserPlus,
  'action.unassign': IconUserMinus,
  'action.transfer': IconArrowsExchange,
  'action.escalate': IconStairsUp,
  'action.reply': IconMessageReply,
  'action.note': IconNote,
  'action.notify': IconBell,
  'action.survey': IconMoodSmile,
  'action.solve': IconChecks,
  'action.close': IconLockCheck,
  'action.webhook': IconWebhook,
  'action.lookupContact': IconAddressBook,
  'action.classify': IconCategory,
  'action.suggestReply': IconMessageQuestion,
  'action.answer': IconMessageBolt,
  'action.startFlow': IconPlayerTrackNext,
  'control.wait': IconClock,
  'control.sequence': IconListNumbers,
  'control.parallel': IconArrowsSplit,
  'control.join': IconArrowsJoin,
  'control.stop': IconHandStop,
};

const GROUP_ICONS: Readonly<Record<NodeGroup, TablerIcon>> = {
  trigger: IconBolt,
  filter: IconFilter,
  action: IconPencil,
  control: IconPlayerStop,
};

/** The order of groups wherever they are listed. */
export const GROUPS: readonly NodeGroup[] = ['trigger', 'filter', 'action', 'control'];

/** The icon of a kind; its group's where it has none, a question mark for a kind nobody knows. */
export function iconOf(kind: string): TablerIcon {
  const group = groupOfKind(kind);
  return ICONS[kind] ?? (group ? GROUP_ICONS[group] : IconQuestionMark);
}

/** The group a kind belongs to by its name. */
export function groupOfKind(kind: string): NodeGroup | null {
  return GROUPS.find((group) => kind.startsWith(`${group}.`)) ?? null;
}
