import { type FactDefinition, findFact } from '@alur/engine';
import { Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OptionInput } from '../condition/OptionInput.tsx';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { MoreFacts } from './MoreFacts.tsx';
import type { WrittenTicket } from './trial-facts.ts';

interface WrittenTicketFieldsProps {
  readonly ticket: WrittenTicket;
  readonly onChange: (ticket: WrittenTicket) => void;
}

/** A ticket written by hand. */
export function WrittenTicketFields({ ticket, onChange }: WrittenTicketFieldsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { references, facts } = useReferences();
  const set = (change: Partial<WrittenTicket>) => onChange({ ...ticket, ...change });
  const choices = (fact: string) => choicesOf(findFact(facts, fact), locale);
  return (
    <Stack gap="xs">
      <TextInput
        size="xs"
        label={t('canvas.try.subject')}
        value={ticket.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label={t('canvas.try.message')}
        minRows={2}
        autosize
        value={ticket.message}
        onChange={(event) => set({ message: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="xs">
        <OptionInput
          isLabelShown
          label={t('canvas.try.category')}
          choices={choices('ticket.category')}
          isOpen
          value={ticket.category}
          onChange={(category) => set({ category })}
        />
        <Select
          size="xs"
          label={t('canvas.try.priority')}
          allowDeselect={false}
          data={[...choices('ticket.priority')]}
          value={ticket.priority}
          onChange={(priority) => set({ priority: priority ?? 'normal' })}
        />
        <OptionInput
          isLabelShown
          label={t('canvas.try.channel')}
          choices={references.channels.map(({ id, name }) => ({ value: id, label: name }))}
          isOpen={false}
          value={ticket.channelId}
          onChange={(channelId) => set({ channelId })}
        />
        <OptionInput
          isLabelShown
          label={t('canvas.try.language')}
          choices={choices('ticket.language')}
          isOpen
          value={ticket.language}
          onChange={(language) => set({ language })}
        />
        <TextInput
          size="xs"
          label={t('canvas.try.contact')}
          value={ticket.contactName}
          onChange={(event) => set({ contactName: event.currentTarget.value })}
        />
        <Switch
          mt={26}
          size="sm"
          label={t('canvas.try.vip')}
          checked={ticket.isVip}
          onChange={(event) => set({ isVip: event.currentTarget.checked })}
        />
      </SimpleGrid>
      <MoreFacts values={ticket.more} onChange={(more) => set({ more })} />
    </Stack>
  );
}

function choicesOf(definition: FactDefinition | undefined, locale: 'en' | 'id') {
  return (definition?.options ?? []).map((option) => ({ value: option.value, label: option.label[locale] }));
}
