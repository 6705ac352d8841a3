import {
  Alert,
  Anchor,
  Button,
  Center,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../graph/failure.ts';
import { LanguageSwitch, ThemeSwitch } from '../shell/AccountControls.tsx';
import { Brand } from '../shell/Brand.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { chooseLanguage, hasChosenLanguage } from '../words/words.ts';
import { type SignInProblem, safeReturnPath, signIn } from './sign-in.ts';

const route = getRouteApi('/sign-in');

interface Draft {
  readonly email: string;
  readonly password: string;
  readonly workspace: string;
}

/** The door: e-mail and password, and the workspace when the server asks for it. */
export function SignInPage() {
  const { t } = useTranslation();
  usePageTitle(t('access.title'));
  const { returnTo, expired } = route.useSearch();
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>({ email: '', password: '', workspace: '' });
  const [asksWorkspace, setAsksWorkspace] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const showProblem = (found: SignInProblem) => {
    setProblem(t(`access.${found}`));
    if (found === 'workspaceNeeded') setAsksWorkspace(true);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    setProblem(null);
    if (!draft.email.trim() || !draft.password) return;
    setIsBusy(true);
    try {
      const workspace = draft.workspace.trim();
      const answer = await signIn({
        email: draft.email.trim(),
        password: draft.password,
        ...(workspace ? { workspace } : {}),
      });
      if ('problem' in answer) return showProblem(answer.problem);
      // English is what a user has who was never asked, so it does not overrule the browser's language.
      if (!hasChosenLanguage() && answer.viewer.user.locale === 'ID') chooseLanguage('id');
      router.history.push(safeReturnPath(returnTo));
    } catch (error) {
      const { kind } = failureOf(error);
      setProblem(t(kind === 'rateLimited' ? 'access.tooMany' : `failure.${kind}`));
    } finally {
      setIsBusy(false);
    }
  };

  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((last) => ({ ...last, [name]: value }));
    },
  });

  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Stack align="center" gap="xs">
          <Brand size={48} />
          <Title order={1}>{t('access.welcome')}</Title>
          <Text className="alur-faint" ta="center">
            {t('app.tagline')}
          </Text>
        </Stack>
        <Paper withBorder p="lg" className="alur-card">
          <form onSubmit={submit} noValidate>
            <Stack gap="md">
              {expired && !problem && <Alert color="yellow">{t('access.expired')}</Alert>}
              {problem && (
                <Alert color="red" role="alert">
                  {problem}
                </Alert>
              )}
              <TextInput
                label={t('access.email')}
                type="email"
                name="email"
                autoComplete="username"
                data-autofocus
                error={isTried && !draft.email.trim() ? t('access.emailNeeded') : undefined}
                {...field('email')}
              />
              <PasswordInput
                label={t('access.password')}
                name="password"
                autoComplete="current-password"
                error={isTried && !draft.password ? t('access.passwordNeeded') : undefined}
                {...field('password')}
              />
              {asksWorkspace && (
                <TextInput
                  label={t('access.workspace')}
                  description={t('access.workspaceHelp')}
                  name="workspace"
                  autoComplete="organization"
                  {...field('workspace')}
                />
              )}
              <Button type="submit" fullWidth size="md" loading={isBusy}>
                {t('access.submit')}
              </Button>
              {!asksWorkspace && (
                <Anchor component="button" type="button" size="sm" onClick={() => setAsksWorkspace(true)}>
                  {t('access.workspaceLink')}
                </Anchor>
              )}
            </Stack>
          </form>
        </Paper>
        <Group justify="center" gap="xs">
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </Stack>
    </Center>
  );
}
