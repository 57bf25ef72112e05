import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayWords, freeText, hasRole, isId, moroccanDay, SYSTEM, type Actor } from '#libs/kernel';
import { Database, pageSize, parse, platformErrors, type Tx } from '#libs/platform';
import { actBetween, maySellWith, normaliseIdentifier, STANDINGS, type Artisan, type Standing } from './artisan.js';
import { oversees } from './chamber.js';
import { ARTISAN, hasSound, HELD, pageOf, pageStatement, searchedBy, type ArtisanFilter, type ArtisanPage, type ArtisanSort } from './registry.queries.js';
import { registryErrors } from './registry.errors.js';
import { STANDING_WORDS } from './state-words.js';

/** A change of standing as it was decided: by whom, when and why. */
export interface StandingChange {
  readonly from: Standing | null;
  readonly to: Standing;
  readonly at: Date;
  readonly actorName: string;
  readonly why: string;
  readonly evidence: string | null;
  /** By whom: a person of the chamber, an extract of the register, or the end of its validity. The last two have no words of a person. */
  readonly cause: StandingCause;
}

export type StandingCause = 'officer' | 'extract' | 'end';

/** Whether CNSS and AMO cover the artisan; null where nobody said. Never logged, never in a fact. */
export interface SocialStanding {
  readonly cnss: boolean | null;
  readonly amo: boolean | null;
}

const decision = z
  .object({
    /** The caller's id of this act: sent again, it is the same act. */
    id: z.string().refine(isId, 'a UUID'),
    artisanId: z.string().refine(isId, 'a UUID'),
    /** The standing the officer saw, so that two who decide at once do not overrule each other unseen. */
    from: z.enum(STANDINGS),
    to: z.enum(STANDINGS),
    why: z.string().transform((text) => freeText(text, 1000, 'input.why')),
    evidence: z.string().transform((text) => freeText(text, 500, 'input.evidence')).nullish(),
    /** The last day of a registration that is given anew. */
    validUntil: z.iso.date().nullish(),
  })
  .transform((act) => {
    if (act.validUntil && !maySellWith(act.to)) throw registryErrors.STANDING_NO_LAST_DAY({}, 'input.validUntil');
    return act;
  });
export type StandingDecision = z.input<typeof decision>;

const LAST_DAY = z.iso.date().nullish();
const LAPSE_BATCH = 500;

@Injectable()
export class RegistryService {
  constructor(private readonly db: Database) {}

  /** One entry of the register, or ARTISAN_NOT_FOUND. */
  async artisan(id: string, tx?: Tx): Promise<Artisan> {
    const sql = `select ${ARTISAN} from registry.artisan where id = $1`;
    const [found] = !isId(id) ? [] : tx ? await tx.query<Artisan>(sql, [id]) : await this.db.prepared<Artisan>('registry.artisan', sql, [id]);
    if (!found) throw registryErrors.ARTISAN_NOT_FOUND();
    return found;
  }

  /** Those of the ids that are in the register, in no order. */
  async artisans(ids: readonly string[]): Promise<Artisan[]> {
    return this.db.prepared<Artisan>('registry.artisans', `select ${ARTISAN} from registry.artisan where id = any($1)`, [ids.filter(isId)]);
  }

  /** Who may sell and has this number on her card, however it was typed, or ARTISAN_NOT_FOUND. */
  async seller(identifier: string, tx?: Tx): Promise<Artisan> {
    const number = normaliseIdentifier(identifier.slice(0, 200).replaceAll('\0', ''));
    const sql = `select ${ARTISAN} from registry.artisan where identifier = $1 and ${HELD}`;
    const [found] = tx ? await tx.query<Artisan>(sql, [number]) : await this.db.prepared<Artisan>('registry.seller', sql, [number]);
    if (!found || !maySellWith(found.standing)) throw registryErrors.ARTISAN_NOT_FOUND();
    return found;
  }

  /** Who may sell, by name, in every region: for the rooms above, which decide what of an entry they show and to whom. */
  async sellers(query: string, first: number, after: string | null): Promise<ArtisanPage> {
    const size = pageSize(first);
    const statement = pageStatement({ query, standing: 'registered', held: true }, null, { first: size, after, by: 'letters', sort: 'name' });
    return pageOf(await this.db.shaped(statement.sql, statement.params), size, 'letters');
  }

  /** Those of the ids who may sell. */
  async sellersAmong(tx: Tx | null, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = `select id, standing from registry.artisan where id = any($1) and ${HELD}`;
    type Row = Pick<Artisan, 'id' | 'standing'>;
    const found = ids.length === 0 ? [] : tx ? await tx.query<Row>(sql, [ids]) : await this.db.prepared<Row>('registry.sellers-among', sql, [ids]);
    return new Set(found.filter(({ standing }) => maySellWith(standing)).map(({ id }) => id));
  }

  /** Her standing decides, and that somebody is known to hold the entry: after a wrong approval was undone nobody sells under it. */
  async maySell(id: string, tx?: Tx): Promise<boolean> {
    const sql = `select standing, ${HELD} as held from registry.artisan where id = $1`;
    type Row = Pick<Artisan, 'standing'> & { readonly held: boolean };
    const [found] = !isId(id) ? [] : tx ? await tx.query<Row>(sql, [id]) : await this.db.prepared<Row>('registry.may-sell', sql, [id]);
    if (!found) throw registryErrors.ARTISAN_NOT_FOUND();
    return found.held && maySellWith(found.standing);
  }

  /** What the public may know of a maker who may sell. */
  async maker(id: string): Promise<Artisan> {
    const [artisan] = isId(id) ? await this.db.prepared<Artisan>('registry.maker', `select ${ARTISAN} from registry.artisan where id = $1 and ${HELD}`, [id]) : [];
    if (!artisan || !maySellWith(artisan.standing)) throw registryErrors.ARTISAN_NOT_FOUND();
    return artisan;
  }

  /** The entry for its holder and for the officers of its chamber; for anybody else it is not there. */
  async entry(actor: Actor, id: string): Promise<Artisan> {
    const artisan = await this.artisan(id);
    if (actor.artisanId !== id && !oversees(actor, artisan.regionCode)) throw registryErrors.ARTISAN_NOT_FOUND();
    return artisan;
  }

  async history(artisanId: string): Promise<StandingChange[]> {
    return this.db.prepared<StandingChange>(
      'registry.history',
      `select standing_from as "from", standing_to as "to", at, actor_name as "actorName", why, evidence, case when import_id is not null then 'extract' when account_id is not null then 'officer' else 'end' end as cause
       from registry.standing_change where artisan_id = $1 order by id`,
      [artisanId],
    );
  }

  /** For the holder and the officers of the chamber, as the entry itself is. */
  async socialStanding(actor: Actor, { id, regionCode }: Pick<Artisan, 'id' | 'regionCode'>): Promise<SocialStanding> {
    if (actor.artisanId !== id && !oversees(actor, regionCode)) throw registryErrors.ARTISAN_NOT_FOUND();
    const [row] = await this.db.prepared<SocialStanding>('registry.social-standing', 'select cnss, amo from registry.social_standing where artisan_id = $1', [id]);
    return row ?? { cnss: null, amo: null };
  }

  /** The register of the officer's own regions. A search that finds nobody by letters tries by sound. */
  async list(actor: Actor, filter: ArtisanFilter, first: number, after: string | null, sort: ArtisanSort = 'name'): Promise<ArtisanPage> {
    const size = pageSize(first);
    parse(LAST_DAY, filter.endingBy, 'filter.endingBy');
    const regions = this.regionsOf(actor, filter.region ?? null);
    const page = async (by: 'letters' | 'sound'): Promise<ArtisanPage> => {
      const statement = pageStatement(filter, regions, { first: size, after, by, sort });
      return pageOf(await this.db.shaped(statement.sql, statement.params), size, by);
    };
    if (after !== null) return page(searchedBy(after));
    const written = await page('letters');
    return written.nodes.length === 0 && hasSound(filter) ? page('sound') : written;
  }

  private regionsOf(actor: Actor, asked: string | null): readonly string[] | null {
    if (hasRole(actor, 'admin')) return asked === null ? null : [asked];
    const own = actor.memberships.filter((m) => m.kind === 'chamber').map((m) => m.organisationId);
    if (asked !== null && !own.includes(asked)) throw platformErrors.NOT_ALLOWED({}, 'filter.region');
    return asked === null ? own : [asked];
  }

  /** An officer of that region moves an artisan's standing. The fact takes listings down or lets them back. */
  async setStanding(actor: Actor, input: StandingDecision): Promise<Artisan> {
    const { id: commandId, ...act } = parse(decision, input);
    return this.db.write(actor, (tx) =>
      tx.once(commandId, act, async () => {
        const [artisan] = await tx.query<Artisan>(`select ${ARTISAN} from registry.artisan where id = $1 for update`, [act.artisanId]);
        if (!artisan || !oversees(actor, artisan.regionCode)) throw registryErrors.ARTISAN_NOT_FOUND({}, 'input.artisanId');
        if (actor.artisanId === artisan.id) throw registryErrors.STANDING_OWN();
        if (artisan.standing !== act.from) throw registryErrors.STANDING_MOVED({ standing: artisan.standing }, 'input.from').worded({ standing: STANDING_WORDS[artisan.standing] });
        if (actBetween(act.from, act.to) === null) throw registryErrors.STANDING_REFUSED({ from: act.from, to: act.to }, 'input.to').worded({ from: STANDING_WORDS[act.from], to: STANDING_WORDS[act.to] });
        const validUntil = await this.lastDay(tx, artisan, act);
        await this.move(tx, artisan, act.to, act.why, act.evidence ?? null);
        return { ...artisan, standing: act.to, validUntil };
      }),
    );
  }

  /** A registration that has ended is not given back without a new end: it would lapse again within minutes. */
  private async lastDay(tx: Tx, { id, validUntil }: Artisan, act: Pick<StandingDecision, 'to' | 'validUntil'>): Promise<string | null> {
    const today = moroccanDay(tx.now);
    const given = act.validUntil ?? null;
    if ((given ?? today) < today || (given === null && maySellWith(act.to) && validUntil !== null && validUntil < today)) throw registryErrors.STANDING_LAST_DAY({ today }, 'input.validUntil').worded({ today: dayWords(today) });
    if (given === null) return validUntil;
    await tx.query('update registry.artisan set extract_valid_until = coalesce(extract_valid_until, valid_until), valid_until = $2 where id = $1', [id, given]);
    await tx.audit({ action: 'register.last-day', subject: { type: 'artisan', id }, detail: { from: validUntil, to: given } });
    return given;
  }

  /** Entries whose validity has passed lapse, some hundreds per transaction. Answers how many. */
  async lapseEnded(now: Date): Promise<number> {
    const today = moroccanDay(now);
    for (let lapsed = 0; ; ) {
      const batch = await this.db.write(SYSTEM, async (tx) => {
        const ended = await tx.query<Artisan>(
          `select ${ARTISAN} from registry.artisan where standing = 'registered' and valid_until < $1 order by id limit ${LAPSE_BATCH} for update skip locked`,
          [today],
        );
        for (const artisan of ended) await this.move(tx, artisan, 'lapsed', `Valid until ${artisan.validUntil}`, null);
        return ended.length;
      });
      lapsed += batch;
      if (batch < LAPSE_BATCH) return lapsed;
    }
  }

  private async move(tx: Tx, artisan: Artisan, to: Standing, why: string, evidence: string | null): Promise<void> {
    const [moved] = await tx.query<{ held: boolean }>(`update registry.artisan set standing = $2 where id = $1 returning ${HELD} as held`, [artisan.id, to]);
    await tx.query(
      `insert into registry.standing_change (artisan_id, standing_from, standing_to, at, account_id, actor_name, why, evidence) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [artisan.id, artisan.standing, to, tx.now, tx.actor.accountId, tx.actor.name, why, evidence],
    );
    await tx.publish('StandingChanged', { artisanId: artisan.id, standing: to, maySell: moved!.held && maySellWith(to) });
    await tx.audit({ action: 'register.standing', subject: { type: 'artisan', id: artisan.id }, detail: { from: artisan.standing, to } });
  }
}
