import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Ago } from '../words/Ago.tsx';
import { readableChanges } from './event-changes.ts';
import { useKnownReferences } from './known-references.ts';
import type { Ticket } from './ticket.ts';

const KNOWN_TYPES = [
  'created',
  'updated',
  'replied',
  'noteAdded',
  'queued',
  'assigned',
  'unassigned',
  'solved',
  'closed',
  'reopened',
  'notified',
] as const;
const KNOWN_ACTORS = ['customer', 'agent', 'bot', 'flow', 'api', 'dispatcher', 'user', 'import', 'system'] as const;

/** What happened to the ticket, newest first, with who did it and what changed. */
export function History({ events }: { readonly events: Ticket['events'] }) {
  const { t, i18n } = useTranslation();
  const { names } = useKnownReferences();
  const newestFirst = [...events.nodes].sort((a, b) => Number(b.sequence) - Number(a.sequence));
  if (newestFirst.length === 0) return <Text className="alur-faint">{t('tickets.noEvents')}</Text>;
  const typeText = (type: string) => {
    const known = KNOWN_TYPES.find((each) => each === type);
    return known ? t(`tickets.event.${known}`) : type;
  };
  const actorText = (kind: string, name: string | null) => {
    const known = KNOWN_ACTORS.find((each) => each === kind);
    const doer = known ? t(`tickets.actor.${known}`) : kind;
    if (!name) return doer;
    return known === 'agent' || known === 'user' ? `${doer} ${name}` : `${doer} (${name})`;
  };
  return (
    <>
      <ol className="ticket-events">
        {newestFirst.map(({ id, type, at, actorKind, actorName, data }) => (
          <li key={id}>
            <div>
              <strong>{typeText(type)}</strong>{' '}
              <span className="alur-faint">
                {actorText(actorKind, actorName)} · <Ago at={at} />
              </span>
            </div>
            {readableChanges(data, names, i18n.language === 'id' ? 'id' : 'en').map(({ field, from, to }) => (
              <div key={field} className="ticket-change">
                {field}: {from !== null && <del>{from}</del>} {from !== null && '→ '}
                <span>{to ?? t('common.none')}</span>
              </div>
            ))}
          </li>
        ))}
      </ol>
      {events.pageInfo.hasPreviousPage && (
        <Text size="sm" className="alur-faint" mt="sm">
          {t('tickets.newestEvents', { count: newestFirst.length })}
        </Text>
      )}
    </>
  );
}
