import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import type { Client, Sink, SubscribePayload } from 'graphql-ws';
import { expect, it } from 'vitest';
import { LiveLink } from './live-link.ts';

/** A socket that keeps what is subscribed, so that a test can play the server. */
function fakeSocket() {
  const subscriptions: { payload: SubscribePayload; sink: Sink; isStopped: boolean }[] = [];
  const client = {
    subscribe(payload: SubscribePayload, sink: Sink) {
      const subscription = { payload, sink, isStopped: false };
      subscriptions.push(subscription);
      return () => {
        subscription.isStopped = true;
      };
    },
  } as unknown as Client;
  return { client, subscriptions };
}

const QUERY = gql`
  subscription Events($after: String) {
    events(after: $after)
  }
`;

it('gives the latest cursor each time the socket subscribes again', () => {
  const { client: socket, subscriptions } = fakeSocket();
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new LiveLink(socket) });
  let cursor: string | undefined;
  const received: unknown[] = [];
  const subscription = client
    .subscribe({ query: QUERY, fetchPolicy: 'no-cache', context: { resume: () => (cursor ? { after: cursor } : {}) } })
    .subscribe({ next: ({ data }) => received.push(data) });
  const [first] = subscriptions;
  expect(first?.payload.variables).toEqual({});
  first?.sink.next({ data: { events: 1 } });
  cursor = '41';
  // The socket reads the payload anew after a reconnection.
  expect(JSON.parse(JSON.stringify(first?.payload)).variables).toEqual({ after: '41' });
  expect(received).toEqual([{ events: 1 }]);
  subscription.unsubscribe();
  expect(first?.isStopped).toBe(true);
});

it('passes the server’s errors on, and ends the subscription on a lost session', () => {
  const { client: socket, subscriptions } = fakeSocket();
  const client = new ApolloClient({ cache: new InMemoryCache(), link: new LiveLink(socket) });
  const outcomes: string[] = [];
  const open = () =>
    client.subscribe({ query: QUERY, fetchPolicy: 'no-cache' }).subscribe({
      next: ({ error }) => error && outcomes.push(error.message),
    });
  open();
  subscriptions[0]?.sink.error([{ message: 'Too complex' } as never]);
  open();
  subscriptions[1]?.sink.error({ code: 4401, reason: 'Unauthorized' });
  expect(outcomes).toEqual(['Too complex', 'Socket closed: 4401 Unauthorized']);
});
