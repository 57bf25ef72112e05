import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { documentLimits, errorsPlugin, JitDriver, MAX_TOKENS, operationLimits, type Carrier, type Config, type Log } from '#libs/platform';

/** Bytes of one GraphQL request: a page's query is under 4 kB. */
export const GRAPHQL_BODY = 64 * 1024;

/** GraphQL at `/graphql`: code first, compiled, and limited from the first day. */
export function graphqlModule(config: Config, log: Log): DynamicModule {
  const { plugins, validationRules } = documentLimits();
  // The demo world shows its schema to whoever comes to look; a real shop does not.
  const open = config.NODE_ENV !== 'production' || config.DEMO;
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: JitDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: open && config.NODE_ENV !== 'test',
    introspection: open,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    // Our own plugin says errors; Nest's translation of HTTP exceptions would say them first.
    autoTransformHttpErrors: false,
    // Apollo prints with indentation, and its cache hints instrument every field: together a third of a listing's time.
    stringifyResult: (value) => JSON.stringify(value),
    plugins: [ApolloServerPluginCacheControlDisabled(), ...plugins, operationLimits, errorsPlugin(log)] as ApolloDriverConfig['plugins'],
    validationRules,
    parseOptions: { maxTokens: MAX_TOKENS },
    context: (request: FastifyRequest & Partial<Carrier>): Carrier => ({ actor: request.actor! }),
  });
}
