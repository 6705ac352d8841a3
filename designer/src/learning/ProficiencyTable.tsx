import { useQuery } from '@apollo/client/react';
import { Badge, Skeleton, TextInput } from '@mantine/core';
import { IconBrain, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { spanToText } from '../forms/span-text.ts';
import { EmptyState } from '../shell/EmptyState.tsx';
import { Failure } from '../shell/Failure.tsx';
import { showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { durationMs } from '../words/times.ts';
import { classText } from './class-text.ts';
import { ProficiencyControl } from './ProficiencyControl.tsx';
import { ProficienciesDocument, SetProficiencyDocument, type ShownProficiency } from './proficiency-documents.ts';

/** Drawn at most; searching finds the others. */
const SHOWN = 150;

/** What is known of how well people serve classes of work, each figure to be set by hand or given back. */
export function ProficiencyTable() {
  const { t, i18n } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { data, error, refetch } = useQuery(ProficienciesDocument);
  const [set] = useAction(SetProficiencyDocument);
  const [search, setSearch] = useState('');
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} />;
  if (data.proficiencies.length === 0) {
    return (
      <div className="alur-card">
        <EmptyState
          icon={<IconBrain size={40} stroke={1.4} />}
          title={t('learning.none')}
          text={t('learning.noneText')}
        />
      </div>
    );
  }
  const language = i18n.language === 'id' ? 'id' : 'en';
  const wanted = search.trim().toLocaleLowerCase();
  const textOf = (row: ShownProficiency) => classText(row, data.skills, language, t('learning.anyWork'));
  const found = data.proficiencies.filter((row) =>
    `${row.agent?.name ?? ''} ${textOf(row)}`.toLocaleLowerCase().includes(wanted),
  );
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const change = async ({ agentId, classKey }: ShownProficiency, proficiency: number | null) => {
    const { data: answer } = await set({ variables: { input: { agentId, classKey, proficiency } } });
    if (answer && !showUserErrors(answer.setProficiency.userErrors)) await refetch();
  };
  return (
    <>
      <TextInput
        size="sm"
        type="search"
        maw={320}
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('learning.find')}
        placeholder={t('learning.find')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className="alur-card settings-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{t('skills.person')}</th>
              <th scope="col">{t('learning.work')}</th>
              <th scope="col">{t('learning.count')}</th>
              <th scope="col">{t('learning.handling')}</th>
              <th scope="col">{t('learning.learned')}</th>
              <th scope="col">{t('learning.inForce')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((row) => {
              const handlingMs = row.meanHandling === null ? null : durationMs(row.meanHandling);
              return (
                <tr key={`${row.agentId} ${row.classKey}`}>
                  <th scope="row">{row.agent?.name ?? '–'}</th>
                  <td>{textOf(row)}</td>
                  <td className="alur-number">{row.count}</td>
                  <td className="alur-number">
                    {handlingMs === null ? '–' : spanToText(Math.round(handlingMs / 60_000) * 60_000, language)}
                  </td>
                  <td className="alur-number">{row.learned === null ? '–' : percent.format(row.learned)}</td>
                  <td>
                    {isManager ? (
                      <ProficiencyControl
                        label={`${row.agent?.name ?? ''}, ${textOf(row)}`}
                        proficiency={row.proficiency}
                        isSet={row.source === 'SET'}
                        onSet={(proficiency) => void change(row, proficiency)}
                      />
                    ) : (
                      percent.format(row.proficiency)
                    )}{' '}
                    <Badge variant="light" color={row.source === 'SET' ? 'lagoon' : 'gray'} radius="sm" tt="none">
                      {t(`learning.source.${row.source}`)}
                    </Badge>
                  </td>
                </tr>
              );
            })}
            {found.length === 0 && (
              <tr>
                <td colSpan={6} className="alur-faint">
                  {t('settings.agents.noneFound')}
                </td>
              </tr>
            )}
            {found.length > SHOWN && (
              <tr>
                <td colSpan={6} className="alur-faint">
                  {t('settings.agents.firstOf', { shown: SHOWN, total: found.length })}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
