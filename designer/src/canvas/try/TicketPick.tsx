import { useQuery } from '@apollo/client/react';
import { Loader, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../shell/Failure.tsx';
import { TryTicketsDocument } from '../flow-documents.ts';

interface TicketPickProps {
  readonly ticketId: string | null;
  readonly onPick: (ticketId: string) => void;
}

/** A real ticket, found by number or words of its subject; the newest ones without a search. */
export function TicketPick({ ticketId, onPick }: TicketPickProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 250);
  const { data, previousData, loading, error, refetch } = useQuery(TryTicketsDocument, {
    variables: { search: settled === '' ? null : settled },
  });
  const tickets = (data ?? previousData)?.tickets.nodes ?? [];
  return (
    <Stack gap={6}>
      <TextInput
        size="xs"
        label={t('canvas.try.ticket')}
        placeholder={t('canvas.try.search')}
        leftSection={<IconSearch size={14} />}
        rightSection={loading ? <Loader size={14} /> : null}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {error && tickets.length === 0 && <Failure error={error} onRetry={() => void refetch()} />}
      <ScrollArea.Autosize mah={210} type="auto">
        <div role="radiogroup" aria-label={t('canvas.try.ticket')}>
          {tickets.map(({ id, number, subject, category }) => (
            <UnstyledButton
              key={id}
              role="radio"
              aria-checked={id === ticketId}
              className="pick-item"
              onClick={() => onPick(id)}
              data-chosen={id === ticketId || undefined}
            >
              <span className="pick-words">
                <span className="pick-name">{subject}</span>
                <span className="pick-text alur-number">
                  #{number}
                  {category ? ` · ${category}` : ''}
                </span>
              </span>
            </UnstyledButton>
          ))}
        </div>
        {!loading && !error && tickets.length === 0 && (
          <Text size="sm" className="alur-faint" p="sm">
            {t('canvas.try.noTickets')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </Stack>
  );
}
