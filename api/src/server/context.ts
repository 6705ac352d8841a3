import type { Actor } from '../access/actor.ts';
import type { App } from '../app.ts';
import { apiError } from './error-codes.ts';
import { Loaders } from './loaders.ts';

/** What every resolver is given. */
export interface Context {
  readonly app: App;
  /** Who asks; null when signed out. Resolvers behind `@Authorized` use `actorOf`. */
  readonly actor: Actor | null;
  /** One per operation: SQL statements don't grow with rows. */
  readonly loaders: Loaders;
  readonly locale: 'en' | 'id';
  /** The HTTP exchange; absent on sockets and in the live hub. */
  readonly http?: HttpExchange;
}

/** The part of an HTTP exchange that signing in and out need. */
export interface HttpExchange {
  /** The client's address, for rate limits. */
  readonly address: string;
  /** True over https and on this computer, where browsers take `Secure` cookies. */
  readonly isSecure: boolean;
  setHeader(name: string, value: string): void;
}

/** A context for one operation of an actor. */
export function createContext(app: App, actor: Actor | null, http?: HttpExchange): Context {
  return {
    app,
    actor,
    loaders: new Loaders(app.database, actor?.workspaceId ?? null),
    locale: actor?.locale ?? 'en',
    ...(http && { http }),
  };
}

/** The signed-in actor. @throws UNAUTHENTICATED */
export function actorOf(context: Context): Actor {
  if (!context.actor) throw apiError('UNAUTHENTICATED', 'Sign in first, or send an API token.');
  return context.actor;
}
