import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema, Kind, visit } from 'graphql';
import type { App } from '../app.ts';
import type { Context } from './context.ts';
import { apiError } from './error-codes.ts';
import { maskError } from './mask-error.ts';
import { operationLimits, PARSE_OPTIONS } from './operation-limits.ts';

/** The GraphQL server behind the HTTP endpoint. Its `start` must be awaited before use. */
export function createApollo(app: App, schema: GraphQLSchema): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    // The endpoint takes application/json only, which foreign pages can't send without asking first.
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: PARSE_OPTIONS,
    validationRules: [operationLimits],
    plugins: [ApolloServerPluginLandingPageDisabled(), introspectionForSignedIn],
    formatError: (formatted, error) => {
      const given =
        error instanceof GraphQLError ? error : new GraphQLError(formatted.message, { originalError: asError(error) });
      const shown = maskError(given, app.log);
      // Apollo Server gives all that validation finds the same code.
      if (formatted.extensions?.limit !== undefined)
        return { ...formatted, extensions: { ...formatted.extensions, code: 'QUERY_TOO_COMPLEX' } };
      return shown === given ? formatted : { ...formatted, message: shown.message, extensions: shown.extensions };
    },
  });
}

/** The schema is shown to those who are signed in. */
const introspectionForSignedIn: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        if (contextValue.actor) return;
        visit(document, {
          [Kind.FIELD](field) {
            if (field.name.value === '__schema' || field.name.value === '__type')
              throw apiError('UNAUTHENTICATED', 'Sign in, or send an API token, to read the schema.', {
                http: { status: 401 },
              });
          },
        });
      },
    };
  },
};

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
