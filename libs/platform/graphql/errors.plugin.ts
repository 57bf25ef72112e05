import type { ApolloServerPlugin } from '@apollo/server';
import { HttpException } from '@nestjs/common';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { DomainError, newId, type Locale } from '#libs/kernel';
import type { Carrier } from '../auth/allow.js';
import type { Log } from '../http/log.js';
import { platformErrors } from '../platform.errors.js';

const SERVER_SIDE = new Set(['INTERNAL_SERVER_ERROR', undefined]);

/** The one translation of errors: code, kind and field in `extensions`, words in the caller's language. A bug is logged with an id and masked. */
export function errorsPlugin(log: Log): ApolloServerPlugin<Carrier> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue, operationName }) {
          const locale = contextValue?.actor?.locale ?? 'en';
          for (const error of errors) translate(error, locale, log, operationName ?? undefined);
        },
        // A document that does not parse is refused before its error object reaches us; its words quote the query.
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          singleResult.errors = singleResult.errors?.map((error) => (isSaid(error) ? error : unread(error, contextValue?.actor?.locale ?? 'en')));
        },
      };
    },
  };
}

function translate(error: GraphQLError, locale: Locale, log: Log, operation?: string): void {
  const cause = domainErrorOf(error);
  if (cause) return write(error, cause, locale);
  const code = error.extensions['code'] as string | undefined;
  if (!SERVER_SIDE.has(code) && !(error.originalError instanceof HttpException)) {
    // Parse, validation, variable and armor refusals: our words, since theirs can quote the schema.
    return write(error, platformErrors.QUERY_INVALID(), locale, code);
  }
  if (error.originalError === undefined && code === undefined) return write(error, platformErrors.QUERY_INVALID(), locale);
  const incident = newId();
  log.error({ err: error.originalError ?? error, incident, operation }, 'a request failed on our side');
  write(error, platformErrors.INTERNAL({ incident }), locale);
}

/** A syntax error keeps quoting the query whatever its message is set to. */
function isSaid(error: GraphQLFormattedError): boolean {
  return error.extensions?.['kind'] !== undefined && error.extensions['code'] !== 'QUERY_INVALID';
}

function unread(error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError {
  const said = platformErrors.QUERY_INVALID();
  return { message: said.say(locale), extensions: { code: said.code, kind: said.kind, ...(error.extensions?.['reason'] ? { reason: error.extensions['reason'] } : {}) } };
}

function domainErrorOf(error: GraphQLError): DomainError | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = (cause as GraphQLError).originalError ?? cause.cause) {
    if (cause instanceof DomainError) return cause;
  }
  return undefined;
}

function write(error: GraphQLError, as: DomainError, locale: Locale, reason?: string): void {
  Object.assign(error, { message: as.say(locale) });
  for (const key of Object.keys(error.extensions)) if (key !== 'http') delete error.extensions[key];
  Object.assign(error.extensions, { code: as.code, kind: as.kind, ...(as.field ? { field: as.field } : {}), ...(reason ? { reason } : {}) });
}
