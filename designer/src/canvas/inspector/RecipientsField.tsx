import type { Recipient } from '@alur/engine';
import { Input, MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReferences } from '../references/references-context.ts';
import { type ConfigFieldProps, useFieldWords } from './field-props.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Who is told: the assignee, the supervisors, the people of a support level, teams, agents, addresses. */
export function RecipientsField(props: ConfigFieldProps) {
  const { field, config, onChange } = props;
  const words = useFieldWords(props);
  const value = config[field.key];
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { references } = useReferences();
  const recipients = Array.isArray(value) ? (value as readonly Recipient[]) : [];
  const roles = [
    { value: 'assignee', label: t('canvas.inspector.assignee') },
    { value: 'supervisors', label: t('canvas.inspector.supervisors') },
  ];
  const levels = LEVELS.map((level) => ({
    value: `level:${level}`,
    label: t('canvas.inspector.levelPeople', { level }),
  }));
  const teams = references.teams.map(({ id, name }) => ({ value: `team:${id}`, label: name }));
  const agents = references.agents.map(({ id, name }) => ({ value: `agent:${id}`, label: name }));
  const known = new Set([...roles, ...levels, ...teams, ...agents].map((choice) => choice.value));
  const addresses = recipients.flatMap((to) =>
    to.kind === 'address' ? [{ value: keyOf(to), label: to.address }] : [],
  );
  const isAddress = /^\S+@\S+\.\S+$/.test(search.trim()) || /^https:\/\/\S+$/.test(search.trim());
  const typed = { value: `address:${search.trim()}`, label: t('canvas.condition.useTyped', { typed: search.trim() }) };
  const strangers = recipients
    .map(keyOf)
    .filter((key) => !known.has(key) && !key.startsWith('address:'))
    .map((key) => ({ value: key, label: t('canvas.condition.deleted', { value: key }) }));
  return (
    <Input.Wrapper size="xs" labelElement="div" {...words}>
      <MultiSelect
        aria-label={words.label}
        size="xs"
        searchable
        selectFirstOptionOnChange
        hidePickedOptions
        placeholder={recipients.length === 0 ? t('canvas.inspector.recipients') : ''}
        nothingFoundMessage={t('canvas.condition.nothingFound')}
        value={recipients.map(keyOf)}
        data={[
          { group: t('canvas.inspector.roles'), items: [...roles, ...levels] },
          { group: t('canvas.inspector.teams'), items: teams },
          { group: t('canvas.inspector.agents'), items: agents },
          ...(addresses.length > 0 || isAddress
            ? [{ group: t('canvas.inspector.addresses'), items: [...addresses, ...(isAddress ? [typed] : [])] }]
            : []),
          ...(strangers.length > 0 ? [{ group: t('canvas.inspector.gone'), items: strangers }] : []),
        ]}
        searchValue={search}
        onSearchChange={setSearch}
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
    case 'level':
      return `level:${recipient.level}`;
    case 'address':
      return `address:${recipient.address}`;
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
  if (kind === 'level') return [{ kind, level: Number(id) }];
  if (kind === 'address') return [{ kind, address: id }];
  return kind === 'team' ? [{ kind, teamId: id }] : [];
}
