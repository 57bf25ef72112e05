import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { newId, SYSTEM, visitor, type Actor, type Locale, type Membership, type Role } from '#libs/kernel';
import { CONFIG, Database, isUniqueViolation, localeOf, Sessions, type Config, type Headers, type Tx } from '#libs/platform';
import { createAuth, type Auth } from './better-auth.js';
import { identityErrors } from './identity.errors.js';

export interface Grant {
  readonly role: Exclude<Role, 'buyer' | 'system'>;
  readonly organisation?: Membership;
  readonly artisanId?: string;
}

interface GrantRow {
  role: Role;
  organisation_kind: Membership['kind'] | null;
  organisation_id: string | null;
  artisan_id: string | null;
}

const GRANTS = `select role, organisation_kind, organisation_id, artisan_id from identity.grant where account_id = $1 and revoked_at is null`;

@Injectable()
export class IdentityService extends Sessions implements OnApplicationShutdown {
  readonly auth: Auth;
  private readonly closeAuth: () => Promise<void>;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly db: Database,
  ) {
    super();
    const made = createAuth(config);
    this.auth = made.auth;
    this.closeAuth = made.close;
  }

  /** The person behind a request's cookie. Grants are read each time, so a revoked right ends with the next request. */
  async actorOf(headers: Headers): Promise<Actor> {
    const locale = localeOf(headers);
    const cookie = headers['cookie'];
    if (typeof cookie !== 'string' || !cookie.includes('session_token=')) return visitor(locale);
    const session = await this.auth.api.getSession({ headers: new globalThis.Headers({ cookie }) });
    if (!session) return visitor(locale);
    return this.actorFor(session.user.id, session.user.name, headers['x-locale'] || headers['accept-language'] ? locale : ((session.user.locale ?? 'en') as Locale));
  }

  async actorFor(accountId: string, name: string, locale: Locale, tx?: Tx): Promise<Actor> {
    const rows = tx ? await tx.query<GrantRow>(GRANTS, [accountId]) : await this.db.prepared<GrantRow>('identity.grants', GRANTS, [accountId]);
    const memberships = rows.filter((r) => r.organisation_kind !== null).map((r) => ({ kind: r.organisation_kind!, organisationId: r.organisation_id! }));
    return { accountId, name, roles: [...new Set<Role>(['buyer', ...rows.map((r) => r.role)])], memberships, artisanId: rows.find((r) => r.artisan_id)?.artisan_id ?? null, locale };
  }

  async whoIs(actor: Actor): Promise<{ accountId: string; name: string; roles: string[]; memberships: Membership[]; artisanId: string | null; guest: boolean } | null> {
    if (actor.accountId === null) return null;
    const { accountId, name, roles, memberships, artisanId } = actor;
    return { accountId, name, roles: [...roles], memberships: [...memberships], artisanId, guest: (await this.addressOf(accountId)) === null };
  }

  /** Signs somebody up without a browser: the demo world and tests. Answers the account's id; an existing address is found again. */
  async createPerson(person: { email: string; password: string; name: string; locale: Locale }): Promise<string> {
    const [existing] = await this.db.read<{ id: string }>(`select id from identity."user" where email = $1`, [person.email.toLowerCase()]);
    if (existing) return existing.id;
    const answer = await this.auth.api.signUpEmail({ body: person });
    return answer.user.id;
  }

  async accountByEmail(email: string): Promise<{ id: string; name: string }> {
    const [row] = await this.db.read<{ id: string; name: string }>(`select id, name from identity."user" where email = $1`, [email.trim().toLowerCase()]);
    if (!row) throw identityErrors.IDENTITY_NO_ACCOUNT({}, 'email');
    return row;
  }

  /** Where to write to an account, and in which language. Null for a guest. */
  async addressOf(accountId: string, tx?: Tx): Promise<{ email: string; name: string; locale: Locale } | null> {
    type Row = { email: string; name: string; locale: Locale | null; isAnonymous: boolean | null };
    const [row] = await this.reading<Row>(tx, `select email, name, locale, "isAnonymous" from identity."user" where id = $1`, [accountId]);
    return row && !row.isAnonymous ? { email: row.email, name: row.name, locale: row.locale ?? 'en' } : null;
  }

  /** The accounts that hold a role in an organisation, stand for an artisan, or have a role: whom to tell. */
  async accountsOf(of: { organisation: Membership } | { artisanId: string } | { role: Grant['role'] }, tx?: Tx): Promise<string[]> {
    const [where, values]: [string, string[]] =
      'role' in of ? ['role = $1', [of.role]] : 'artisanId' in of ? ['artisan_id = $1', [of.artisanId]] : ['organisation_kind = $1 and organisation_id = $2', [of.organisation.kind, of.organisation.organisationId]];
    const rows = await this.reading<{ account_id: string }>(tx, `select account_id from identity.grant where ${where} and revoked_at is null`, values);
    return rows.map((r) => r.account_id);
  }

  /** Inside a transaction, by its own connection: a second one for each writer, and as many writers as the pool is deep wait for each other. */
  private reading<T>(tx: Tx | undefined, sql: string, params: readonly unknown[]): Promise<T[]> {
    return tx ? tx.query<T>(sql, params) : this.db.read<T>(sql, params);
  }

  /** Adds a grant inside the caller's transaction. The same grant again changes nothing. */
  async grant(tx: Tx, accountId: string, grant: Grant): Promise<void> {
    try {
      await tx.query('savepoint granting');
      await tx.query(
        `insert into identity.grant (id, account_id, role, organisation_kind, organisation_id, artisan_id, granted_at, granted_by)
         select $1, $2, $3, $4, $5, $6, $7, $8
         where not exists (select 1 from identity.grant g where g.account_id = $2 and g.role = $3 and g.revoked_at is null
           and g.organisation_id is not distinct from $5 and g.artisan_id is not distinct from $6::uuid)`,
        [newId(), accountId, grant.role, grant.organisation?.kind ?? null, grant.organisation?.organisationId ?? null, grant.artisanId ?? null, tx.now, tx.actor.accountId ?? SYSTEM.name],
      );
      await tx.query('release savepoint granting');
    } catch (error) {
      if (isUniqueViolation(error, 'one_account_per_artisan')) throw identityErrors.IDENTITY_ARTISAN_TAKEN();
      throw error;
    }
    await tx.audit({ action: 'identity.grant', subject: { type: 'account', id: accountId }, detail: { ...grant } });
  }

  async revoke(tx: Tx, accountId: string, grant: Grant): Promise<void> {
    await tx.query(
      `update identity.grant set revoked_at = $5 where account_id = $1 and role = $2 and revoked_at is null
       and organisation_id is not distinct from $3 and artisan_id is not distinct from $4::uuid`,
      [accountId, grant.role, grant.organisation?.organisationId ?? null, grant.artisanId ?? null, tx.now],
    );
    await tx.audit({ action: 'identity.revoke', subject: { type: 'account', id: accountId }, detail: { ...grant } });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.closeAuth();
  }
}
