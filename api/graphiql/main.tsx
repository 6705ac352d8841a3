import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';
import { EXAMPLES } from './examples.ts';

const socketUrl = new URL('/graphql', location.href);
socketUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  wsClient: createClient({ url: socketUrl.href, lazy: true, retryAttempts: 3 }),
});

const tabs = EXAMPLES.map((query) => ({ query }));
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <GraphiQL fetcher={fetcher} defaultTabs={tabs} defaultQuery="" shouldPersistHeaders={false} />,
  );
