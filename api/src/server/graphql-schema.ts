import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { Authorizer } from './authorize.ts';
import { resolvers } from './resolvers.ts';

/** The schema, built anew at each call; a process needs one. Throws if a field names no type. */
export function buildGraphqlSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [...resolvers] as unknown as NonEmptyArray<NewableFunction>,
    authChecker: Authorizer,
    // Services check inputs and answer with user errors.
    validate: false,
    pubSub: servedByHub,
  });
}

/** type-graphql asks for one where there are subscriptions; each of ours names its own source, which the hub serves. */
const servedByHub = {
  publish() {},
  subscribe() {
    throw new Error('Subscriptions are served by the live hub');
  },
};
