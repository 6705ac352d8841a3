import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { client } from '../graph/client.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

/** Everything that all pages stand in. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ApolloProvider client={client}>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </ApolloProvider>
    </MantineProvider>
  );
}
