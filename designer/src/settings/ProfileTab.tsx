import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../access/viewer.ts';
import { PresenceMenu } from '../presence/PresenceMenu.tsx';
import { chooseLanguage } from '../words/words.ts';

/** Who the viewer is here, their presence, and their language. */
export function ProfileTab() {
  const { t, i18n } = useTranslation();
  const { user, workspace } = useViewer();
  return (
    <Stack gap="lg" className="alur-card settings-profile">
      <dl className="settings-fields">
        <div>
          <dt>{t('settings.name')}</dt>
          <dd>{user.name}</dd>
        </div>
        <div>
          <dt>{t('access.email')}</dt>
          <dd>{user.email}</dd>
        </div>
        <div>
          <dt>{t('settings.role')}</dt>
          <dd>{t(`role.${user.role}`)}</dd>
        </div>
        <div>
          <dt>{t('access.workspace')}</dt>
          <dd>
            {workspace.name} <span className="alur-faint">({workspace.slug})</span>
          </dd>
        </div>
        <div>
          <dt>{t('settings.timeZone')}</dt>
          <dd>{workspace.timeZone}</dd>
        </div>
        <div>
          <dt>{t('board.presence')}</dt>
          <dd>
            {user.agent ? (
              <PresenceMenu
                agentId={user.agent.id}
                presence={user.agent.presence}
                statusId={user.agent.statusId}
                name={user.agent.name}
                isEnabled
              />
            ) : (
              <Text size="sm" className="alur-faint">
                {t('settings.noOwnAgent')}
              </Text>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('language.label')}</dt>
          <dd>
            <SegmentedControl
              size="sm"
              aria-label={t('language.label')}
              value={i18n.language}
              onChange={(value) => chooseLanguage(value === 'id' ? 'id' : 'en')}
              data={[
                { value: 'en', label: 'English' },
                { value: 'id', label: 'Bahasa Indonesia' },
              ]}
            />
          </dd>
        </div>
      </dl>
    </Stack>
  );
}
