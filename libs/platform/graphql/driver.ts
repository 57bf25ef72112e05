import type { GatewayInterface, GatewayExecutor } from '@apollo/server-gateway-interface';
import { Injectable } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { inputDefaults } from './input-defaults.js';

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

interface Prepared {
  readonly run: CompiledQuery | { errors: readonly unknown[] };
  readonly fill: ReturnType<typeof inputDefaults>;
}

function compiled(schema: GraphQLSchema): GatewayInterface {
  const cache = new Map<string, Prepared>();
  const executor: GatewayExecutor = async (request) => {
    const key = `${request.queryHash}\0${request.operationName ?? ''}`;
    let query = cache.get(key);
    if (!query) {
      query = { run: compileQuery(schema, request.document, request.operationName ?? undefined) as Prepared['run'], fill: inputDefaults(schema, request.document) };
      if (cache.size >= 1000) cache.delete(cache.keys().next().value!);
      cache.set(key, query);
    }
    const given = request.request.variables ?? {};
    const { run, fill } = query;
    const result = (isCompiledQuery(run as never) ? await (run as CompiledQuery).query(undefined, request.context, fill ? fill(given) : given) : run) as ExecutionResult;
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
