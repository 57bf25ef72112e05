import type { GatewayInterface, GatewayExecutor } from '@apollo/server-gateway-interface';
import { Injectable } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';

/**
 * Apollo's server with graphql-jit as its executor: each operation is compiled once. Handing the executor
 * over as a gateway keeps Apollo's whole pipeline (plugins, errors, CSRF) in place. See docs/adr/0004.
 */
@Injectable()
export class JitDriver extends ApolloDriver {
  override async registerServer(options: ApolloDriverConfig): Promise<void> {
    const { schema, typeDefs: _typeDefs, resolvers: _resolvers, ...rest } = options as ApolloDriverConfig & { schema: GraphQLSchema };
    await super.registerServer({ ...rest, gateway: compiled(schema) } as never);
  }
}

function compiled(schema: GraphQLSchema): GatewayInterface {
  const cache = new Map<string, CompiledQuery | { errors: readonly unknown[] }>();
  const executor: GatewayExecutor = async (request) => {
    const key = `${request.queryHash}\0${request.operationName ?? ''}`;
    let query = cache.get(key);
    if (!query) {
      query = compileQuery(schema, request.document, request.operationName ?? undefined) as CompiledQuery | { errors: readonly unknown[] };
      if (cache.size >= 1000) cache.delete(cache.keys().next().value!);
      cache.set(key, query);
    }
    const result = (isCompiledQuery(query as never) ? await (query as CompiledQuery).query(undefined, request.context, request.request.variables ?? {}) : query) as ExecutionResult;
    return (result.errors ? { ...result, errors: result.errors.map(thawed) } : result) as never;
  };
  let announce: ((schema: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void) | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback as typeof announce;
      return () => undefined;
    },
    async load() {
      announce?.({ apiSchema: schema, coreSupergraphSdl: '' });
      return { executor };
    },
    async stop() {
      cache.clear();
    },
  };
}

/** The compiled executor freezes its errors; the house still has to say them in the caller's language. */
function thawed(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { nodes: error.nodes, path: error.path, originalError: error.originalError ?? null, extensions: { ...error.extensions } });
}
