import { PASSWORD } from '../../apps/seed/world.js';

interface Answer<T> {
  readonly data?: T;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code?: string; readonly field?: string } }[];
}

/** Somebody outside with a cookie jar, who speaks to the house over HTTP as a browser does. */
export class Visitor {
  private cookie = '';

  constructor(
    readonly url: string,
    readonly locale: 'en' | 'fr' | 'ar',
  ) {}

  async signIn(email: string): Promise<this> {
    return this.enter('/auth/sign-in/email', { email, password: PASSWORD });
  }

  /** Somebody who buys without an account. */
  async asGuest(): Promise<this> {
    return this.enter('/auth/sign-in/anonymous', {});
  }

  /** Asks over GraphQL; a refusal is thrown as `CODE: message`. */
  async ask<T = Record<string, never>>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.send('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await answer.json()) as Answer<T>;
    if (errors) throw new Error(errors.map((error) => `${error.extensions.code}${error.extensions.field ? ` at ${error.extensions.field}` : ''}: ${error.message}`).join('\n'));
    return data!;
  }

  async upload(path: string, name: string, bytes: Buffer): Promise<{ id: string }> {
    const form = new FormData();
    form.set('photograph', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name);
    const answer = await this.send(path, { method: 'POST', body: form });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.url), {
      redirect: 'manual',
      ...init,
      headers: { origin: this.url, 'accept-language': this.locale, ...(this.cookie ? { cookie: this.cookie } : {}), ...(init.headers as Record<string, string> | undefined) },
      signal: AbortSignal.timeout(20_000),
    });
  }

  private async enter(path: string, body: object): Promise<this> {
    const answer = await this.send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    this.cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    return this;
  }
}
