import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isId, type Actor, type Locale } from '#libs/kernel';
import { Database, Mail, parse, type Tx } from '#libs/platform';
import { identityErrors } from '../identity.errors.js';
import { contactLetter, newPhoneLetter } from './contact.letters.js';
import { OneTimeCodes, type CodeSecret } from './one-time-codes.service.js';
import { maskedNumber, mobileNumber } from './phone.js';
import { tooOften } from './too-often.refusal.js';
import { Texts } from './texts.service.js';

/** What an account can be reached by, as its holder has proved it. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
  readonly emailConfirmed: boolean;
  /** What letters and texts are written in. */
  readonly language: Locale;
}

export interface ContactCheck {
  readonly id: string;
  readonly kind: 'phone' | 'mail';
  /** Where the code went, by its ends: it may be read over a shoulder. */
  readonly sentTo: string;
}

/** The same words as a letter and as a text of a telephone. */
export interface Said {
  readonly subject: string;
  readonly body: string;
  readonly text: string;
}

const asking = z.object({ id: z.string().refine(isId, 'a UUID'), kind: z.enum(['phone', 'mail']), phone: z.string().max(100).nullish() });
const confirming = z.object({ id: z.string().refine(isId, 'a UUID'), code: z.string().max(40) });
export type ContactAsking = z.input<typeof asking>;

/** Policy of the house: a code for a contact holds a quarter of an hour, and five an hour go to one account or one number. */
const HOLDS_MS = 15 * 60_000;
const CODES_AN_HOUR = 5;

interface CheckRow extends CodeSecret {
  readonly kind: 'phone' | 'mail';
  readonly address: string;
  readonly confirmedAt: Date | null;
}

/** Telephones and letter boxes that people have proved to be theirs, and the way to them. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly db: Database,
    private readonly codes: OneTimeCodes,
    private readonly mail: Mail,
    private readonly texts: Texts,
  ) {}

  /** Sends a code to the telephone named, or to the account's own address. Sent again with the same id, it is not sent twice. */
  async ask(actor: Actor, input: ContactAsking): Promise<ContactCheck> {
    const asked = parse(asking, input);
    const accountId = holder(actor);
    return this.db.write(actor, async (tx) => {
      if (asked.kind === 'phone' && !this.texts.carried) throw identityErrors.CONTACT_NO_TEXTS({}, 'input.phone');
      const person = await this.personOf(tx, accountId);
      if (person.email === null) throw identityErrors.CONTACT_NEEDS_ACCOUNT();
      const address = asked.kind === 'phone' ? mobileNumber(asked.phone ?? '') : person.email;
      if (address === null) throw identityErrors.PHONE_NUMBER_WRONG({}, 'input.phone');
      const sentTo = asked.kind === 'phone' ? maskedNumber(address) : address;
      await this.hold(tx, accountId, address, asked.id);
      const { code, hash } = this.codes.fresh(`contact:${asked.id}`);
      const added = await tx.query(
        `insert into identity.contact_check (id, account_id, kind, address, code_hash, code_until, asked_at) values ($1,$2,$3,$4,$5,$6,$7) on conflict (id) do nothing returning id`,
        [asked.id, accountId, asked.kind, address, hash, new Date(tx.now.getTime() + HOLDS_MS), tx.now],
      );
      if (added.length > 0) {
        const letter = contactLetter(actor.locale, code);
        if (asked.kind === 'phone') await this.texts.post(tx, address, letter.body);
        else await this.mail.post(tx, { to: address, ...letter });
      }
      return { id: asked.id, kind: asked.kind, sentTo };
    });
  }

  /** The code that came proves the contact. Five wrong ones end it. */
  async confirm(actor: Actor, input: z.input<typeof confirming>): Promise<Contact> {
    const { id, code } = parse(confirming, input);
    const accountId = holder(actor);
    const left = await this.db.write(actor, async (tx) => {
      const [check] = await tx.query<CheckRow>(
        `select kind, address, code_hash as hash, code_tries as tries, code_until as until, confirmed_at as "confirmedAt" from identity.contact_check where id = $1 and account_id = $2 for update`,
        [id, accountId],
      );
      if (!check) throw identityErrors.CONTACT_CHECK_UNKNOWN({}, 'input.id');
      if (check.confirmedAt) return null;
      const verdict = this.codes.judge(check, `contact:${id}`, code, tx.now);
      if (verdict === 'over') throw identityErrors.CONTACT_CODE_OVER({}, 'input.code');
      if (verdict === 'right') {
        await this.keep(tx, accountId, id, check);
        return null;
      }
      await tx.query('update identity.contact_check set code_tries = code_tries + 1 where id = $1', [id]);
      return verdict;
    });
    // Thrown after the commit, so that the try is counted.
    if (left !== null) throw identityErrors.CONTACT_CODE_WRONG({ left }, 'input.code');
    return this.of(accountId);
  }

  private async keep(tx: Tx, accountId: string, id: string, check: CheckRow): Promise<void> {
    await tx.query('update identity.contact_check set confirmed_at = $2 where id = $1', [id, tx.now]);
    if (check.kind === 'mail') await tx.query(`update identity."user" set "emailVerified" = true where id = $1 and email = $2`, [accountId, check.address]);
    else await this.keepPhone(tx, accountId, check.address);
    await tx.audit({ action: 'contact.confirm', subject: { type: 'account', id: accountId }, detail: { kind: check.kind } });
  }

  private async keepPhone(tx: Tx, accountId: string, number: string): Promise<void> {
    const { phone, email, locale } = await this.personOf(tx, accountId);
    await tx.query(`insert into identity.phone (account_id, number, confirmed_at) values ($1,$2,$3) on conflict (account_id) do update set number = excluded.number, confirmed_at = excluded.confirmed_at`, [accountId, number, tx.now]);
    if (phone !== number && email !== null) await this.mail.post(tx, { to: email, ...newPhoneLetter(locale, maskedNumber(number)) });
  }

  async of(accountId: string, tx?: Tx): Promise<Contact> {
    const { phone, email, emailConfirmed, locale } = await this.personOf(tx ?? null, accountId);
    return { phone, email, emailConfirmed, language: locale };
  }

  /**
   * Says something to an account: by telephone where its holder has proved one, else by letter. Answers how, or null
   * for an account that cannot be reached. What is said is in the language of the account.
   */
  async tell(tx: Tx, accountId: string, say: (locale: Locale) => Said): Promise<'phone' | 'mail' | null> {
    const person = await this.personOf(tx, accountId);
    const { subject, body, text } = say(person.locale);
    const way = person.phone !== null && this.texts.carried ? 'phone' : person.email !== null ? 'mail' : null;
    if (way === 'phone') await this.texts.post(tx, person.phone!, text);
    else if (way === 'mail') await this.mail.post(tx, { to: person.email!, subject, body });
    return way;
  }

  /** Floods are stopped at the account and at the number: nobody's telephone rings all day because a stranger typed it. */
  private async hold(tx: Tx, accountId: string, address: string, id: string): Promise<void> {
    // One after the other: of many sent at the same moment each would count none of the rest.
    for (const key of [accountId, address].sort()) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [key]);
    const [row] = await tx.query<{ mine: number; here: number }>(
      `select (count(*) filter (where account_id = $1))::int as mine, (count(*) filter (where address = $2))::int as here
       from identity.contact_check where (account_id = $1 or address = $2) and asked_at > $3 and id <> $4`,
      [accountId, address, new Date(tx.now.getTime() - 3_600_000), id],
    );
    if (row!.mine >= CODES_AN_HOUR || row!.here >= CODES_AN_HOUR) throw tooOften('codes', CODES_AN_HOUR, 3600);
  }

  /** Letters and texts to this account are written in this language from now on. */
  async writeIn(actor: Actor, language: Locale): Promise<Contact> {
    const accountId = holder(actor);
    await this.db.write(actor, async (tx) => {
      await tx.query('update identity."user" set locale = $2 where id = $1', [accountId, language]);
      await tx.audit({ action: 'contact.language', subject: { type: 'account', id: accountId }, detail: { language } });
    });
    return this.of(accountId);
  }

  private async personOf(tx: Tx | null, accountId: string): Promise<Omit<Contact, 'language'> & { locale: Locale }> {
    const sql = `select p.number as phone, case when u."isAnonymous" is true then null else u.email end as email, u."emailVerified" as "emailConfirmed", coalesce(u.locale, 'en') as locale
      from identity."user" u left join identity.phone p on p.account_id = u.id where u.id = $1`;
    type Row = Omit<Contact, 'language'> & { locale: Locale };
    const [row] = tx ? await tx.query<Row>(sql, [accountId]) : await this.db.prepared<Row>('identity.contact-of', sql, [accountId]);
    return row ?? { phone: null, email: null, emailConfirmed: false, locale: 'en' };
  }
}

function holder(actor: Actor): string {
  if (actor.accountId === null) throw identityErrors.CONTACT_NEEDS_ACCOUNT();
  return actor.accountId;
}
