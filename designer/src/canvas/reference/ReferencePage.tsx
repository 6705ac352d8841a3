import { referenceOf } from '@alur/engine';
import { Anchor, Group, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBook2, IconChevronLeft, IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shell/EmptyState.tsx';
import { usePageTitle } from '../../shell/use-page-title.ts';
import { useLocale } from '../references/use-locale.ts';
import { KindEntry } from './KindEntry.tsx';
import { FactTable, IssueTable, OperatorTable } from './ReferenceTables.tsx';
import { searchReference } from './search-reference.ts';
import './reference.css';

/** Everything a person who draws flows may look up, made from the definitions themselves. Each entry has an address. */
export function ReferencePage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { hash } = useLocation();
  usePageTitle(t('canvas.reference.title'));
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const page = useMemo(() => referenceOf(locale), [locale]);
  const found = useMemo(() => searchReference(page, search), [page, search]);
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'start' });
  }, [hash]);
  const sections = [
    ...found.kinds.map(({ group, label }) => ({ id: group, label })),
    ...(found.facts.length > 0 ? [{ id: 'facts', label: t('canvas.reference.facts') }] : []),
    ...(found.operators.length > 0 ? [{ id: 'operators', label: t('canvas.reference.operators') }] : []),
    ...(found.issues.length > 0 ? [{ id: 'issues', label: t('canvas.reference.issues') }] : []),
  ];
  return (
    <div className="reference">
      <Link to="/flows" className="reference-back">
        <IconChevronLeft size={16} aria-hidden /> {t('canvas.title')}
      </Link>
      <Title order={1}>{t('canvas.reference.title')}</Title>
      <Text className="alur-faint" mb="md">
        {t('canvas.reference.text')}
      </Text>
      <div className="reference-tools">
        <TextInput
          aria-label={t('canvas.reference.search')}
          placeholder={t('canvas.reference.search')}
          leftSection={<IconSearch size={16} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group component="nav" className="reference-nav" gap="md" mt="xs" aria-label={t('canvas.reference.sections')}>
          {sections.map(({ id, label }) => (
            <Anchor key={id} size="sm" href={`#${id}`}>
              {label}
            </Anchor>
          ))}
        </Group>
      </div>
      {sections.length === 0 && (
        <EmptyState
          icon={<IconBook2 size={40} stroke={1.4} />}
          title={t('canvas.reference.nothing', { search })}
          text={t('canvas.reference.nothingText')}
        />
      )}
      {found.kinds.map(({ group, label, entries }) => (
        <section key={group} aria-labelledby={group}>
          <Title order={2} id={group}>
            {label}
          </Title>
          {entries.map((entry) => (
            <KindEntry key={entry.kind} entry={entry} isSought={entry.kind === hash} />
          ))}
        </section>
      ))}
      {found.facts.length > 0 && <FactTable groups={found.facts} />}
      {found.operators.length > 0 && <OperatorTable groups={found.operators} />}
      {found.issues.length > 0 && <IssueTable issues={found.issues} />}
    </div>
  );
}
