import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../graph/client.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

/** Everything that all pages stand in. */
export function App() {
  const { t } = useTranslation();
  const closeLabel = t('common.close');
  const wordedTheme = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': closeLabel } } } },
      }),
    [closeLabel],
  );
  return (
    <MantineProvider theme={wordedTheme} defaultColorScheme="auto">
      <ApolloProvider client={client}>
        <Notifications position="bottom-center" />
        <RouterProvider router={router} />
      </ApolloProvider>
    </MantineProvider>
  );
}
