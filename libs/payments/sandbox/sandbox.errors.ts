/** An error in Stripe's own shape: `{ error: { type, code, message, param } }` with its HTTP status. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error',
    message: string,
    readonly code?: string,
    readonly param?: string,
  ) {
    super(message);
  }

  get body(): object {
    return { error: { type: this.type, message: this.message, ...(this.code ? { code: this.code } : {}), ...(this.param ? { param: this.param } : {}) } };
  }
}

export function invalid(param: string, message: string, code = 'parameter_invalid'): StripeRefusal {
  return new StripeRefusal(400, 'invalid_request_error', message, code, param);
}

export function missing(kind: string, id: string): StripeRefusal {
  return new StripeRefusal(404, 'invalid_request_error', `No such ${kind}: '${id.slice(0, 80)}'`, 'resource_missing', 'id');
}
