import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { DomainError } from '#libs/kernel';
import type { Carrier } from '../auth/allow.js';
import { platformErrors } from '../platform.errors.js';
import { MAX_PAGE } from './pages.js';

/** What one query may cost: visitors less than people with a session. The shop's own front page, with its facets, is the measure. */
export const COST = { visitor: 2_500, session: 10_000 };
const LIMITS = { depth: 8, aliases: 15, directives: 50 };
export const MAX_TOKENS = 2000;

/** Depth, aliases, directives and tokens, checked when a document is first seen. */
export function documentLimits(): Pick<ReturnType<ApolloArmor['protect']>, 'plugins' | 'validationRules'> {
  const { plugins, validationRules } = new ApolloArmor({
    costLimit: { enabled: false },
    maxDepth: { enabled: true, n: LIMITS.depth, propagateOnRejection: true },
    // `__typename` aliases are let through by default: 800 passed in our trial.
    maxAliases: { enabled: true, n: LIMITS.aliases, allowList: [] },
    maxDirectives: { enabled: true, n: LIMITS.directives },
    // The parser counts tokens itself (graphql.ts of the api): this plugin refuses before anyone can translate.
    maxTokens: { enabled: false },
    // Our own translation says nothing of the schema; this plugin writes into errors that the compiled executor has frozen.
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return { plugins, validationRules };
}

const PAGE = 24;

/**
 * A list costs what it may return: the length of an ids argument, or ten. On a page (`first`) only `nodes` grow with
 * its size, not the total or the facets beside them.
 */
const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const ids = Object.values(args).filter(Array.isArray).map((list) => list.length);
  const first = typeof args['first'] === 'number' ? args['first'] : 0;
  if (first > MAX_PAGE || ids.some((length) => length > MAX_PAGE)) throw platformErrors.QUERY_TOO_COSTLY();
  const many = /^\[|\]!?$/.test(String(field.type));
  const times = many ? (field.name === 'nodes' ? PAGE : Math.max(10, ...ids)) : Math.ceil(first / PAGE);
  return 1 + Math.max(1, times) * childComplexity;
};

const known = new WeakMap<DocumentNode, Map<string, number>>();

function costOf(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined, variables: Record<string, unknown>): number {
  // Only numbers and the lengths of lists move the cost, so the same shape is counted once.
  const shape = `${operationName ?? ''} ${JSON.stringify(variables, (_, value: unknown) => (Array.isArray(value) ? value.length : typeof value === 'string' ? '' : value))}`;
  let costs = known.get(document);
  if (!costs) known.set(document, (costs = new Map()));
  let cost = costs.get(shape);
  if (cost === undefined) {
    cost = getComplexity({ schema, query: document, operationName, variables, estimators: [estimate] });
    if (costs.size > 500) costs.clear();
    costs.set(shape, cost);
  }
  return cost;
}

/** How many root fields an operation really has, fragments opened. */
function rootFields(operation: OperationDefinitionNode, document: DocumentNode): number {
  const count = (set: SelectionSetNode, depth: number): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (depth > 8) return sum + 100;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + count(selection.selectionSet, depth + 1);
      const fragment = document.definitions.find((d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === selection.name.value);
      return fragment && 'selectionSet' in fragment ? sum + count(fragment.selectionSet, depth + 1) : sum;
    }, 0);
  return count(operation.selectionSet, 0);
}

/** One change per request, and no query dearer than its caller may ask. */
export const operationLimits: ApolloServerPlugin<Carrier> = {
  async requestDidStart() {
    return {
      async didResolveOperation(request: GraphQLRequestContextDidResolveOperation<Carrier>) {
        const { document, operation, schema, contextValue } = request;
        if (!operation) return;
        if (operation.operation === 'mutation' && rootFields(operation, document) > 1) throw refused(platformErrors.ONE_MUTATION());
        if (operation.operation === 'query' && rootFields(operation, document) > 12) throw refused(platformErrors.QUERY_TOO_COSTLY());
        const most = contextValue.actor.accountId === null ? COST.visitor : COST.session;
        let cost: number;
        try {
          cost = costOf(schema, document, request.operationName ?? undefined, request.request.variables ?? {});
        } catch (error) {
          // A cost cannot be counted from variables that do not fit their types: the query is wrong, not dear.
          throw refused(error instanceof DomainError ? error : platformErrors.QUERY_INVALID());
        }
        if (cost > most) throw refused(platformErrors.QUERY_TOO_COSTLY());
      },
    };
  },
};

function refused(error: Error): GraphQLError {
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
}
