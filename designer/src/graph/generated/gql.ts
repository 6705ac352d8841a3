/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n": typeof types.SignOutDocument,
    "\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n": typeof types.NotificationsDocument,
    "\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n": typeof types.ReadNotificationDocument,
    "\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n": typeof types.NotifiedDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n": types.SignOutDocument,
    "\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n": types.NotificationsDocument,
    "\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n": types.ReadNotificationDocument,
    "\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n": types.NotifiedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      user { id email name role locale agent { id name presence } }\n      workspace { id slug name timeZone isDemo }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut { isSignedOut userErrors { code message path } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n"): (typeof documents)["\n  query Notifications {\n    notifications(first: 30) {\n      nodes { id text at readAt ticket { id number subject } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n"): (typeof documents)["\n  mutation ReadNotification($id: ID!) {\n    readNotification(id: $id) {\n      notification { id readAt }\n      userErrors { code message path }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n"): (typeof documents)["\n  subscription Notified {\n    ticketEvents(where: { types: [\"notified\"] }) { cursor }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
