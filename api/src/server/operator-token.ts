import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertApiToken } from '../access/api-tokens.ts';
import type { App } from '../app.ts';

/**
 * Keeps a token with the admin role in `<data directory>/operator-token`, readable by this user only, for the
 * command-line tools on this computer. One that still works stays.
 */
export async function writeOperatorToken(app: App, workspaceId: string): Promise<void> {
  const { dataDirectory } = app.config;
  const path = join(dataDirectory, 'operator-token');
  if (existsSync(path)) {
    const authorization = `Bearer ${readFileSync(path, 'utf8').trim()}`;
    if (await app.authenticator.authenticate({ authorization, isSecure: true })) return;
  }
  const { secret } = await app.database.inWorkspace(workspaceId, (em) =>
    insertApiToken(em, {
      workspaceId,
      name: 'Command-line tools on the server',
      role: 'admin',
      expiresAt: null,
      createdBy: null,
      createdAt: new Date(app.clock.nowMs()),
    }),
  );
  mkdirSync(dataDirectory, { recursive: true });
  // Written beside and moved: a reader never sees half a token.
  const written = `${path}.new`;
  writeFileSync(written, `${secret}\n`, { mode: 0o600 });
  chmodSync(written, 0o600);
  renameSync(written, path);
}
