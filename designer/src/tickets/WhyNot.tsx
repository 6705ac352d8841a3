import { useQuery } from '@apollo/client/react';
import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graph/generated/index.ts';
import { useKnownReferences } from './known-references.ts';
import { useApiLocale } from './ticket.ts';

const WhyNotDocument = graphql(`
  query WhyNot($id: ID!, $agentId: ID!, $locale: Locale!) {
    ticket(id: $id) { id whyNot(agentId: $agentId, locale: $locale) }
  }
`);

/** Of a ticket that waits: why a certain agent does not get it. */
export function WhyNot({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation();
  const locale = useApiLocale();
  const { references } = useKnownReferences();
  const [agentId, setAgentId] = useState<string | null>(null);
  const { data, error } = useQuery(WhyNotDocument, {
    variables: { id: ticketId, agentId: agentId ?? '', locale },
    skip: agentId === null,
    fetchPolicy: 'cache-and-network',
  });
  return (
    <div>
      <Select
        size="sm"
        searchable
        clearable
        label={t('tickets.why.whyNot')}
        placeholder={t('tickets.why.chooseAgent')}
        nothingFoundMessage={t('canvas.condition.nothingFound')}
        limit={50}
        data={references.agents.map(({ id, name }) => ({ value: id, label: name }))}
        value={agentId}
        onChange={setAgentId}
      />
      <Text size="sm" mt={6} aria-live="polite">
        {error ? t('failure.network') : (agentId !== null && data?.ticket?.whyNot) || ''}
      </Text>
    </div>
  );
}
