import { useQuery } from '@apollo/client/react';
import { Autocomplete, Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Priority } from '../graph/generated/graphql.ts';
import { graphql } from '../graph/generated/index.ts';
import { showDone, showUserErrors } from '../shell/notices.ts';
import { PRIORITIES } from '../shell/search-params.ts';
import { useAction } from '../shell/use-action.ts';
import { useKnownReferences } from './known-references.ts';

const CreateTicketDocument = graphql(`
  mutation CreateTicket($input: CreateTicketInput!) {
    createTicket(input: $input) {
      ticket { id number }
      isDuplicate
      userErrors { code message path }
    }
  }
`);

const ChannelsDocument = graphql(`
  query Channels {
    channels { id name type }
  }
`);

const EMPTY = { subject: '', message: '', name: '', email: '', category: '' };

/** Makes a ticket by hand, as if it had come from the customer: flows run on it. */
export function NewTicketDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { references } = useKnownReferences();
  const { data: channelData } = useQuery(ChannelsDocument);
  const [draft, setDraft] = useState(EMPTY);
  const [priority, setPriority] = useState<Priority>('NORMAL');
  const [channelId, setChannelId] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);
  const [create, { loading }] = useAction(CreateTicketDocument);

  const change = (part: Partial<typeof EMPTY>) => setDraft((last) => ({ ...last, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const subject = draft.subject.trim();
    if (!subject) return;
    const [message, name, email, category] = [draft.message, draft.name, draft.email, draft.category].map((text) =>
      text.trim(),
    );
    const { data } = await create({
      variables: {
        input: {
          subject,
          priority,
          ...(message ? { message } : {}),
          ...(category ? { category } : {}),
          ...(channelId ? { channelId } : {}),
          ...(name || email ? { contact: { ...(name ? { name } : {}), ...(email ? { email } : {}) } } : {}),
        },
      },
    });
    const payload = data?.createTicket;
    if (!payload || showUserErrors(payload.userErrors) || !payload.ticket) return;
    const { number } = payload.ticket;
    showDone(t('tickets.created', { number }));
    onClose();
    void navigate({ to: '/tickets/$ticketNumber', params: { ticketNumber: String(number) } });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      title={t('tickets.new')}
      size="lg"
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('tickets.field.subject')}
            data-autofocus
            required
            maxLength={500}
            value={draft.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
            error={isTried && !draft.subject.trim() ? t('common.required') : undefined}
          />
          <Textarea
            label={t('tickets.field.message')}
            autosize
            minRows={4}
            maxRows={12}
            value={draft.message}
            onChange={(event) => change({ message: event.currentTarget.value })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t('tickets.field.contactName')}
              autoComplete="off"
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t('tickets.field.contactEmail')}
              type="email"
              autoComplete="off"
              value={draft.email}
              onChange={(event) => change({ email: event.currentTarget.value })}
            />
            <Select
              label={t('tickets.field.priority')}
              allowDeselect={false}
              value={priority}
              onChange={(value) => setPriority(PRIORITIES.find((each) => each === value) ?? 'NORMAL')}
              data={PRIORITIES.map((value) => ({ value, label: t(`tickets.priority.${value}`) }))}
            />
            <Autocomplete
              label={t('tickets.field.category')}
              value={draft.category}
              onChange={(category) => change({ category })}
              data={[...references.categories]}
            />
            <Select
              label={t('tickets.field.channel')}
              placeholder={t('tickets.defaultChannel')}
              clearable
              value={channelId}
              onChange={setChannelId}
              data={(channelData?.channels ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </SimpleGrid>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={loading}>
              {t('common.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
