import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { LiveLink } from './live-link.ts';
import { createSocket } from './socket.ts';

/** Called when the server says that the session ended; set by the shell, which knows the way to the sign-in page. */
let onSessionEnd: () => void = () => {};

export function setOnSessionEnd(listener: () => void): void {
  onSessionEnd = listener;
}

const socket = createSocket(() => onSessionEnd());

const errorLink = new ErrorLink(({ error, operation }) => {
  const isSignedOut =
    CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
  if (isSignedOut && operation.operationName !== 'SignIn') onSessionEnd();
});

const httpLink = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  headers: { 'x-apollo-operation-name': 'designer' },
});

const cache = new InMemoryCache({
  typePolicies: {
    Query: { fields: { tickets: relayStylePagination(['search', 'filter', 'orderBy']) } },
    FlowDraft: { merge: true },
    QueueTargets: { merge: true },
    Viewer: { merge: true },
  },
});

export const client = new ApolloClient({
  cache,
  link: ApolloLink.from([
    errorLink,
    ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new LiveLink(socket),
      httpLink,
    ),
  ]),
  defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
});

/** Forgets everything of the last session and opens the live connection anew with the present cookie. */
export async function renewSession(): Promise<void> {
  socket.terminate();
  await client.clearStore();
}
