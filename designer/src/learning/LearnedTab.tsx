import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProficiencyTable } from './ProficiencyTable.tsx';
import { RoutingSettingsForm } from './RoutingSettingsForm.tsx';

/** How routing behaves throughout, and what it has learned of people. */
export function LearnedTab() {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Text size="sm" className="alur-faint" maw={720}>
        {t('learning.intro')}
      </Text>
      <RoutingSettingsForm />
      <ProficiencyTable />
    </Stack>
  );
}
