import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../access/viewer.ts';
import { SpanInput } from '../forms/SpanInput.tsx';
import { spanToIso } from '../forms/span-text.ts';
import { useFieldProblems } from '../forms/use-field-problems.ts';
import { graphql } from '../graph/generated/index.ts';
import { Failure } from '../shell/Failure.tsx';
import { showDone, showUserErrors } from '../shell/notices.ts';
import { useAction } from '../shell/use-action.ts';
import { Ago } from '../words/Ago.tsx';
import { durationMs } from '../words/times.ts';
import { ProficienciesDocument } from './proficiency-documents.ts';

const RoutingSettingsDocument = graphql(`
  query RoutingSettings {
    routingSettings { grace learnsProficiency learnedAt }
  }
`);

const UpdateRoutingSettingsDocument = graphql(`
  mutation UpdateRoutingSettings($input: UpdateRoutingSettingsInput!) {
    updateRoutingSettings(input: $input) { routingSettings { grace learnsProficiency learnedAt } userErrors { code message path } }
  }
`);

const LearnProficienciesDocument = graphql(`
  mutation LearnProficiencies {
    learnProficiencies { routingSettings { learnedAt } userErrors { code message path } }
  }
`);

/** How long a lost connection is forgiven, and whether routing learns; each is saved as it is changed. */
export function RoutingSettingsForm() {
  const { t } = useTranslation();
  const isManager = useHasRole('MANAGER');
  const { data, error, refetch } = useQuery(RoutingSettingsDocument);
  const [update] = useAction(UpdateRoutingSettingsDocument);
  const [learn, learning] = useAction(LearnProficienciesDocument);
  const problems = useFieldProblems(['grace']);
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton height={150} />;
  const { grace, learnsProficiency, learnedAt } = data.routingSettings;
  const save = async (input: { grace?: string; learnsProficiency?: boolean }) => {
    const answer = await update({ variables: { input }, refetchQueries: [ProficienciesDocument] });
    if (!problems.accept(answer.data?.updateRoutingSettings.userErrors)) return;
    await refetch();
    showDone(t('forms.saved'));
  };
  const learnNow = async () => {
    const answer = await learn({ refetchQueries: [ProficienciesDocument] });
    if (!answer.data || showUserErrors(answer.data.learnProficiencies.userErrors)) return;
    await refetch();
    showDone(t('learning.learnedNow'));
  };
  return (
    <section className="alur-card forms-panel" aria-label={t('learning.settings')}>
      <SpanInput
        label={t('learning.grace')}
        description={t('learning.graceHelp')}
        maw={420}
        disabled={!isManager}
        value={durationMs(grace)}
        error={problems.of('grace')}
        onChange={(spanMs) => {
          if (spanMs !== null && spanMs !== durationMs(grace)) void save({ grace: spanToIso(spanMs) });
        }}
      />
      <Switch
        label={t('learning.switch')}
        description={t('learning.switchHelp')}
        disabled={!isManager}
        checked={learnsProficiency}
        onChange={(event) => void save({ learnsProficiency: event.currentTarget.checked })}
      />
      <Group gap="sm">
        <Text size="sm" className="alur-faint">
          {learnedAt ? (
            <>
              {t('learning.learnedAt')} <Ago at={learnedAt} />
            </>
          ) : (
            t('learning.neverLearned')
          )}
        </Text>
        {isManager && (
          <Button variant="default" size="compact-sm" loading={learning.loading} onClick={() => void learnNow()}>
            {t('learning.learnNow')}
          </Button>
        )}
      </Group>
    </section>
  );
}
