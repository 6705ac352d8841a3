import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PRIORITIES,
  SLA_STATES,
  STATUSES,
  TICKET_SORTS,
  type TicketsSearch,
  WAIT_STATES,
} from '../shell/search-params.ts';
import { ANYBODY, assigneeChoice, assigneeValues, NOBODY } from './assignee-choice.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { useKnownReferences } from './known-references.ts';

const route = getRouteApi('/shell/tickets');
const SEARCH_AFTER_MS = 300;

/** Search, filters and order of the list. All of it lives in the address. */
export function TicketFilters() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { references } = useKnownReferences();
  const change = (part: Partial<TicketsSearch>) =>
    void navigate({ search: (last) => ({ ...last, ...part }), replace: true });
  const some = <T,>(values: readonly T[]): T[] | undefined => (values.length > 0 ? [...values] : undefined);
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const { sort, ...filters } = search;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <div className="tickets-filters">
      <SearchBox value={search.search ?? ''} onChange={(value) => change({ search: value || undefined })} />
      <Group gap="xs" className="tickets-filter-buttons">
        <FilterMenu
          label={t('tickets.field.status')}
          options={STATUSES.map((value) => ({ value, label: t(`tickets.status.${value}`) }))}
          selected={search.status ?? []}
          onChange={(values) => change({ status: some(STATUSES.filter((each) => values.includes(each))) })}
        />
        <FilterMenu
          label={t('tickets.field.priority')}
          options={PRIORITIES.map((value) => ({ value, label: t(`tickets.priority.${value}`) }))}
          selected={search.priority ?? []}
          onChange={(values) => change({ priority: some(PRIORITIES.filter((each) => values.includes(each))) })}
        />
        <FilterMenu
          label={t('tickets.field.queue')}
          options={named(references.queues)}
          selected={search.queue ?? []}
          onChange={(values) => change({ queue: some(values) })}
        />
        <FilterMenu
          label={t('tickets.field.team')}
          options={named(references.teams)}
          selected={search.team ?? []}
          onChange={(values) => change({ team: some(values) })}
        />
        <FilterMenu
          label={t('tickets.field.category')}
          options={references.categories.map((value) => ({ value, label: value }))}
          selected={search.category ?? []}
          onChange={(values) => change({ category: some(values) })}
        />
        <FilterMenu
          label={t('tickets.field.assignee')}
          options={[
            { value: NOBODY, label: t('tickets.unassigned') },
            { value: ANYBODY, label: t('tickets.assigned') },
            ...named(references.agents),
          ]}
          selected={assigneeValues(search)}
          onChange={(values) => change(assigneeChoice(values, search))}
        />
        <FilterMenu
          label={t('sla.filter')}
          options={SLA_STATES.map((value) => ({ value, label: t(`sla.state.${value}`) }))}
          selected={search.sla ?? []}
          onChange={(values) => change({ sla: some(SLA_STATES.filter((each) => values.includes(each))) })}
        />
        <FilterMenu
          label={t('sla.filterWait')}
          options={WAIT_STATES.map((value) => ({ value, label: t(`sla.waitState.${value}`) }))}
          selected={search.wait ?? []}
          onChange={(values) => change({ wait: some(WAIT_STATES.filter((each) => values.includes(each))) })}
        />
        {isFiltered && (
          <Button
            variant="subtle"
            size="sm"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => void navigate({ search: { sort }, replace: true })}
          >
            {t('tickets.clearFilters')}
          </Button>
        )}
        <Select
          ml="auto"
          w={190}
          size="sm"
          aria-label={t('tickets.order')}
          allowDeselect={false}
          value={sort ?? 'newest'}
          onChange={(value) => change({ sort: TICKET_SORTS.find((each) => each === value && each !== 'newest') })}
          data={TICKET_SORTS.map((value) => ({ value, label: t(`tickets.sort.${value}`) }))}
        />
      </Group>
    </div>
  );
}

function SearchBox({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const report = useDebouncedCallback(onChange, SEARCH_AFTER_MS);
  // The address changed by other means (a link, the browser's back button).
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      type="search"
      className="tickets-search"
      leftSection={<IconSearch size={17} aria-hidden />}
      aria-label={t('tickets.search')}
      placeholder={t('tickets.search')}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        report(event.currentTarget.value);
      }}
    />
  );
}
