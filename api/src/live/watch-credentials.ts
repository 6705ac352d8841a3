import type { Authenticator } from '../access/authenticate.ts';
import type { App } from '../app.ts';

const LOOK_EVERY_MS = 4_000;

/**
 * Closes the sockets of sessions and tokens that were revoked, ran out or whose user was switched off: at once when it
 * happened in this process, else within 4 s.
 *
 * @returns a function that ends the watch.
 */
export function watchCredentials(app: App, authenticator: Pick<Authenticator, 'findEnded'>): () => void {
  const look = async () => {
    try {
      for (const [workspaceId, actors] of Map.groupBy(app.live.connectedActors(), (actor) => actor.workspaceId)) {
        const ids = actors.map((actor) => actor.credentialId);
        for (const id of await authenticator.findEnded(workspaceId, ids)) app.live.closeFor(id);
      }
    } catch (error) {
      app.log.error({ err: error }, 'Could not check whose sockets may stay open');
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  const unsubscribe = app.notices.subscribe(({ about }) => {
    if (about === 'access') void look();
  });
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}
