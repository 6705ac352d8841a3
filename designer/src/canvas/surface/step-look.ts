import type { NodeGroup } from '@alur/engine';
import {
  IconArrowRampRight,
  IconArrowsSplit2,
  IconBell,
  IconBolt,
  IconCircleCheck,
  IconEdit,
  IconFilter,
  IconHandStop,
  IconMessageCircle,
  IconNote,
  IconPencil,
  IconPlayerStop,
  IconQuestionMark,
  IconTags,
  IconTicket,
  IconUserCheck,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react';

const ICONS: Readonly<Record<string, TablerIcon>> = {
  'trigger.ticketCreated': IconTicket,
  'trigger.ticketUpdated': IconEdit,
  'trigger.ticketReplied': IconMessageCircle,
  'trigger.ticketAssigned': IconUserCheck,
  'trigger.ticketSolved': IconCircleCheck,
  'filter.condition': IconFilter,
  'filter.switch': IconArrowsSplit2,
  'action.setFields': IconPencil,
  'action.tags': IconTags,
  'action.route': IconArrowRampRight,
  'action.assign': IconUserPlus,
  'action.note': IconNote,
  'action.notify': IconBell,
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
