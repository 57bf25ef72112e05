import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, newId, type ErrorKind } from '#libs/kernel';
import { localeOf, platformErrors, type Carrier, type Log } from '#libs/platform';

const STATUS: Record<ErrorKind, number> = { invalid: 400, not_found: 404, conflict: 409, forbidden: 403, unavailable: 503 };

/** Says a refusal over REST as GraphQL does: code, field and words in the caller's language. Bugs are logged and masked. */
@Catch()
export class RestErrors implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL says its own errors.
    if (host.getType<string>() === 'graphql') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest & Partial<Carrier>>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, said } = this.translate(error, request);
    if (reply.sent) return;
    const locale = request.actor?.locale ?? localeOf(request.headers);
    void reply.code(status).send({ error: { code: said.code, kind: said.kind, message: said.say(locale), ...(said.field ? { field: said.field } : {}) } });
  }

  private translate(error: unknown, request: FastifyRequest): { status: number; said: DomainError } {
    if (error instanceof DomainError) return { status: error.code === 'SIGN_IN_REQUIRED' ? 401 : STATUS[error.kind], said: error };
    const code = (error as { code?: string }).code;
    if (code === 'FST_REQ_FILE_TOO_LARGE') return { status: 413, said: platformErrors.FILE_TOO_LARGE({ max: 15 }) };
    const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
    if (status === 413) return { status, said: platformErrors.REQUEST_TOO_LARGE() };
    if (status === 404) return { status, said: platformErrors.NOT_FOUND({ what: request.url.split('?')[0] ?? '' }) };
    if (typeof status === 'number' && status >= 400 && status < 500) return { status, said: platformErrors.QUERY_INVALID() };
    const incident = newId();
    this.log.error({ err: error, incident, route: request.routeOptions.url }, 'a request failed on our side');
    return { status: 500, said: platformErrors.INTERNAL({ incident }) };
  }
}
