import type { Recipient } from '@alur/engine';
import { Input, MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReferences } from '../references/references-context.ts';

interface RecipientsFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string;
  /** A list of recipients. */
  readonly value: unknown;
  readonly onChange: (recipients: readonly Recipient[]) => void;
}

/** Who is told: the assignee, the supervisors, teams, agents. */
export function RecipientsField({ value, onChange, label, ...wrapper }: RecipientsFieldProps) {
  const { t } = useTranslation();
  const { references } = useReferences();
  const recipients = Array.isArray(value) ? (value as readonly Recipient[]) : [];
  const roles = [
    { value: 'assignee', label: t('canvas.inspector.assignee') },
    { value: 'supervisors', label: t('canvas.inspector.supervisors') },
  ];
  const teams = references.teams.map(({ id, name }) => ({ value: `team:${id}`, label: name }));
  const agents = references.agents.map(({ id, name }) => ({ value: `agent:${id}`, label: name }));
  const known = new Set([...roles, ...teams, ...agents].map((choice) => choice.value));
  const strangers = recipients
    .map(keyOf)
    .filter((key) => !known.has(key))
    .map((key) => ({ value: key, label: t('canvas.condition.deleted', { value: key }) }));
  return (
    <Input.Wrapper size="xs" label={label} labelElement="div" {...wrapper}>
      <MultiSelect
        aria-label={label}
        size="xs"
        searchable
        selectFirstOptionOnChange
        hidePickedOptions
        placeholder={recipients.length === 0 ? t('canvas.inspector.recipients') : ''}
        nothingFoundMessage={t('canvas.condition.nothingFound')}
        value={recipients.map(keyOf)}
        data={[
          { group: t('canvas.inspector.roles'), items: roles },
          { group: t('canvas.inspector.teams'), items: teams },
          { group: t('canvas.inspector.agents'), items: agents },
          ...(strangers.length > 0 ? [{ group: t('canvas.inspector.gone'), items: strangers }] : []),
        ]}
        limit={200}
        onChange={(keys) => onChange(keys.flatMap((key) => recipientOf(key)))}
      />
    </Input.Wrapper>
  );
}

function keyOf(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'agent':
      return `agent:${recipient.agentId}`;
    case 'team':
      return `team:${recipient.teamId}`;
    case 'assignee':
    case 'supervisors':
      return recipient.kind;
  }
}

function recipientOf(key: string): readonly Recipient[] {
  if (key === 'assignee' || key === 'supervisors') return [{ kind: key }];
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  if (kind === 'agent') return [{ kind, agentId: id }];
  return kind === 'team' ? [{ kind, teamId: id }] : [];
}
