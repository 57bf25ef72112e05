import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayWords, freeText, isId, lineOfText, moroccanDay, nullIfRefused, type Actor, type Clock } from '#libs/kernel';
import { BRANCHES, MandatesService, pageFrom, RegistryService, type Condition } from '#libs/registry';
import { CLOCK, Database, isUniqueViolation, parse, type Tx } from '#libs/platform';
import { certificationErrors } from '../certification.errors.js';
import { WORKSHOP } from '../certificate/certificate.js';
import { knotsPerM2, type CarpetGrade } from '../checklist/carpet-grade.js';
import { ChecklistsService, type Centre } from '../checklist/checklists.service.js';
import { examine, type Finding } from '../checklist/examination.js';
import { countOf, gradeFrom } from '../checklist/findings.js';
import { OLDEST_YEARS, yearsBefore } from '../days.js';
import { inspectionLifecycle, type Inspection, type InspectionState } from './inspection.js';
import { InspectionLettersService } from './inspection-letters.service.js';
import { centresRead, INSPECTION, inspectsFor, InspectorsService, ofType, readsOf, WHOSE } from './inspectors.service.js';
import { moved } from './moved.js';
import { PieceMakers } from './piece-makers.port.js';

const id = z.string().refine(isId, 'a UUID');
const text = (max: number, field: string) => z.string().transform((value) => freeText(value, max, `input.${field}`));

/** An empty line is no name. */
const called = (locale: string) => z.string().nullish().transform((value) => (value?.trim() ? lineOfText(value, 200, `input.name.${locale}`) : null));

/** A code of ours; PostgreSQL's text cannot hold NUL. */
const code = z.string().regex(/^[a-z0-9-]{1,60}$/);

const request = z.object({
  id,
  centreId: code,
  /** For an inspector who takes in a maker at the counter, or an agent with her mandate. */
  artisanId: id.nullish(),
  /** The number on her card, for an inspector who has her at the counter and not her id. */
  identifier: z.string().transform((value) => lineOfText(value, 60, 'input.identifier')).nullish(),
  productType: code,
  variant: code,
  pieceId: id.nullish(),
  lotSize: z.number().int().min(1).max(100_000).nullish(),
  description: text(500, 'description'),
  name: z.object({ en: called('en'), fr: called('fr'), ar: called('ar') }).nullish(),
  materials: z.string().transform((value) => lineOfText(value, 300, 'input.materials')).nullish(),
  madeFrom: z.iso.date().nullish(),
  madeUntil: z.iso.date().nullish(),
});
const appointment = z.object({ inspectionId: id, at: z.date() });
const record = z.object({
  id,
  inspectionId: id,
  place: z.string().transform((value) => lineOfText(value, 200, 'input.place')).nullish(),
  seen: z.array(z.object({ rule: z.string(), value: z.number().nullish(), outcome: z.enum(['met', 'not_met', 'not_seen']).nullish(), text: z.string().max(2000).nullish() })).max(100),
  note: text(2000, 'note').nullish(),
});
const verdict = z.object({ inspectionId: id, reason: text(1000, 'reason') });
export type InspectionRequest = z.input<typeof request>;
export type InspectionRecord = z.input<typeof record>;

/** One look at the work: when, by whom, and what was found. */
export interface Examination {
  readonly id: string;
  readonly at: Date;
  readonly inspectorName: string;
  readonly place: string | null;
  readonly findings: readonly Finding[];
  readonly note: string | null;
  /** What the knots come to, before anybody certifies it; null for what has none. */
  readonly knotsPerM2: number | null;
  readonly grade: CarpetGrade | null;
}

/** How a maker's own are narrowed and ordered. */
export interface InspectionsAsked {
  readonly states?: readonly InspectionState[] | null;
  readonly productType?: string | null;
  readonly oldest?: boolean;
}

export interface InspectionPage {
  readonly nodes: readonly Inspection[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

@Injectable()
export class InspectionsService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly checklists: ChecklistsService,
    private readonly inspectors: InspectorsService,
    private readonly mandates: MandatesService,
    private readonly pieces: PieceMakers,
    private readonly letters: InspectionLettersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A maker asks for her own work to be looked at, or an inspector takes it in at the counter. */
  async request(actor: Actor, input: InspectionRequest): Promise<Inspection> {
    const asked = parse(request, input);
    refuseScope(asked);
    if (asked.lotSize && !asked.pieceId) throw certificationErrors.LOT_WITHOUT_PIECE({}, 'input.pieceId');
    refuseDays(asked, moroccanDay(this.clock.now()));
    const centre = await this.checklists.centre(asked.centreId);
    await this.checklists.variant(asked.productType, asked.variant);
    if (!centre.productTypes.includes(asked.productType)) throw certificationErrors.PRODUCT_TYPE_UNKNOWN({ productType: asked.productType, variant: asked.variant }, 'input.productType');
    return this.db.write(actor, async (tx) => {
      const { artisanId, mandateId } = await this.whoseWork(tx, centre.id, asked.artisanId ?? (await this.atCounter(tx, actor, centre.id, asked.identifier ?? null)));
      if (asked.pieceId && !(await this.pieces.madeBy(tx, asked.pieceId, artisanId))) throw certificationErrors.INSPECTION_PIECE_UNKNOWN({}, 'input.pieceId');
      if (asked.productType === WORKSHOP) refuseCraft((await this.registry.artisan(artisanId, tx)).branch, centre);
      await refuseTwice(tx, asked, artisanId);
      const added = await tx.query(
        `insert into certification.inspection (id, centre_id, artisan_id, product_type, variant, piece_id, lot_size, description, state, requested_by, requested_at, materials, made_from, made_until, name)
         values ($1,$2,$3,$4,$5,$6,$7,$8,'requested',$9,$10,$11,$12,$13,$14) on conflict (id) do nothing returning id`,
        [asked.id, centre.id, artisanId, asked.productType, asked.variant, asked.pieceId ?? null, asked.lotSize ?? null, asked.description, actor.accountId, tx.now, asked.materials ?? null, asked.madeFrom ?? null, asked.madeUntil ?? null, nameOf(asked.name)],
      );
      const inspection = await this.byId(asked.id, tx);
      if (inspection.artisanId !== artisanId || inspection.centreId !== centre.id) throw certificationErrors.INSPECTION_ID_TAKEN({}, 'input.id');
      if (added.length > 0) await audit(tx, 'request', inspection, mandateId);
      return inspection;
    });
  }

  /** Whose card it is; for anybody but an inspector of the centre a number finds nobody. */
  private async atCounter(tx: Tx, actor: Actor, centreId: string, identifier: string | null): Promise<string | null> {
    if (identifier === null) return null;
    const her = inspectsFor(actor, centreId) ? await this.registry.seller(identifier, tx).catch(nullIfRefused) : null;
    if (her === null) throw certificationErrors.INSPECTION_NOBODY({}, 'input.identifier');
    return her.id;
  }

  private async whoseWork(tx: Tx, centreId: string, given: string | null): Promise<{ artisanId: string; mandateId: string | null }> {
    const { actor } = tx;
    const artisanId = given ?? actor.artisanId;
    if (artisanId === null) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'input.artisanId');
    if (artisanId === actor.artisanId) return { artisanId, mandateId: null };
    if (inspectsFor(actor, centreId)) {
      await this.inspectors.refuseOwnWork(actor, artisanId, tx);
      return { artisanId: (await this.registry.artisan(artisanId, tx)).id, mandateId: null };
    }
    const mandateId = await this.mandates.allowing(tx, artisanId, 'inspection.request');
    if (mandateId === null) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'input.artisanId');
    return { artisanId, mandateId };
  }

  appoint(actor: Actor, input: z.input<typeof appointment>): Promise<Inspection> {
    const { inspectionId, at } = parse(appointment, input);
    return this.decide(actor, inspectionId, 'appoint', async (tx, inspection) => {
      if (at < tx.now || at.getTime() > tx.now.getTime() + 366 * 86_400_000) throw certificationErrors.INSPECTION_APPOINTMENT_DAY({}, 'input.at');
      // The same hour again is the same appointment, and no second letter.
      if (inspection.appointedFor?.getTime() === at.getTime()) return;
      await tx.query('update certification.inspection set appointed_for = $2 where id = $1', [inspectionId, at]);
      await this.letters.tell(tx, inspection, inspection.appointedFor === null ? 'appointed' : 'moved', { when: at });
    });
  }

  /** What the inspector saw, rule by rule. May be repeated: the last look counts, the earlier ones stay on record. */
  async record(actor: Actor, input: InspectionRecord): Promise<Inspection> {
    const seen = parse(record, input);
    return this.db.write(actor, async (tx) => {
      const inspection = await this.inspectors.take(tx, actor, seen.inspectionId);
      // Asked under the lock of the inspection: the same look sent twice at once is one look.
      const [known] = await tx.query<{ inspectionId: string }>('select inspection_id as "inspectionId" from certification.examination where id = $1', [seen.id]);
      if (known && known.inspectionId !== inspection.id) throw certificationErrors.INSPECTION_ID_TAKEN({}, 'input.id');
      if (known) return inspection;
      if (!inspectionLifecycle.can(inspection.state, 'examine')) throw moved(inspection.state);
      // A visit at which nothing could be looked at is one too; then its note says so.
      if (seen.seen.length === 0 && !seen.note) throw certificationErrors.INSPECTION_NOTHING_SEEN({}, 'input.seen');
      const rules = await this.checklists.rules(inspection.productType, inspection.variant, moroccanDay(tx.now), tx, inspection.centreId);
      const findings = examine(rules, seen.seen);
      await tx.query(`insert into certification.examination (id, inspection_id, at, account_id, inspector_name, place, findings, note) values ($1,$2,$3,$4,$5,$6,$7,$8)`, [
        seen.id, inspection.id, tx.now, actor.accountId, actor.name, seen.place ?? null, JSON.stringify(findings), seen.note ?? null,
      ]);
      return this.advance(tx, inspection, 'examine');
    });
  }

  /** Sent back with what must be mended; the maker resubmits. */
  sendBack(actor: Actor, input: z.input<typeof verdict>): Promise<Inspection> {
    return this.judge(actor, 'return', parse(verdict, input));
  }

  refuse(actor: Actor, input: z.input<typeof verdict>): Promise<Inspection> {
    return this.judge(actor, 'refuse', parse(verdict, input));
  }

  private judge(actor: Actor, verb: 'return' | 'refuse', { inspectionId, reason }: z.output<typeof verdict>): Promise<Inspection> {
    return this.decide(actor, inspectionId, verb, async (tx, inspection) => {
      await tx.query('update certification.inspection set decision_reason = $2, decided_by = $3 where id = $1', [inspectionId, reason, actor.accountId]);
      await this.letters.tell(tx, inspection, verb === 'return' ? 'returned' : 'refused', { reason });
    });
  }

  private async decide(actor: Actor, inspectionId: string, verb: 'appoint' | 'examine' | 'return' | 'refuse', write: (tx: Tx, inspection: Inspection) => Promise<unknown>): Promise<Inspection> {
    return this.db.write(actor, async (tx) => {
      const inspection = await this.inspectors.take(tx, actor, inspectionId);
      if (!inspectionLifecycle.can(inspection.state, verb)) throw moved(inspection.state);
      await write(tx, inspection);
      return this.advance(tx, inspection, verb);
    });
  }

  /** The maker's own steps, hers or under her mandate: bring mended work back, or give up the request. */
  async follow(actor: Actor, inspectionId: string, verb: 'resubmit' | 'cancel'): Promise<Inspection> {
    return this.db.write(actor, async (tx) => {
      const [inspection] = isId(inspectionId) ? await tx.query<Inspection>(`select ${INSPECTION} from certification.inspection where id = $1 for update`, [inspectionId]) : [];
      const own = inspection?.artisanId === actor.artisanId;
      const mandateId = inspection && !own ? await this.mandates.allowing(tx, inspection.artisanId, 'inspection.follow') : null;
      if (!inspection || (!own && mandateId === null)) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'id');
      if (!inspectionLifecycle.can(inspection.state, verb)) throw moved(inspection.state);
      // Mended work waits for a visit of its own: the one before is over.
      if (verb === 'resubmit') await tx.query('update certification.inspection set appointed_for = null where id = $1', [inspection.id]);
      return this.advance(tx, inspection, verb, mandateId);
    });
  }

  /** Refused work may be looked at once more, by an inspector who had no part in the refusal; she asks, or her agent under a mandate. */
  async secondLook(actor: Actor, input: { id: string; inspectionId: string }): Promise<Inspection> {
    const asked = parse(z.object({ id, inspectionId: id }), input);
    try {
      return await this.db.write(actor, async (tx) => {
        const [first] = await tx.query<Inspection>(`select ${INSPECTION} from certification.inspection where id = $1 for update`, [asked.inspectionId]);
        const own = first?.artisanId === actor.artisanId;
        const mandateId = first && !own ? await this.mandates.allowing(tx, first.artisanId, 'inspection.follow') : null;
        if (!first || (!own && mandateId === null)) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'input.inspectionId');
        // Once more is once: the refusal of a second look stands.
        if (first.secondLookOf !== null) throw certificationErrors.INSPECTION_LOOKED_TWICE({}, 'input.inspectionId');
        if (first.state !== 'refused') throw moved(first.state);
        const added = await tx.query(
          `insert into certification.inspection (id, centre_id, artisan_id, product_type, variant, piece_id, lot_size, description, name, materials, made_from, made_until, state, requested_by, requested_at, second_look_of)
           select $1, centre_id, artisan_id, product_type, variant, piece_id, lot_size, description, name, materials, made_from, made_until, 'requested', $3, $4, id from certification.inspection where id = $2 on conflict (id) do nothing returning id`,
          [asked.id, first.id, actor.accountId, tx.now],
        );
        const second = await this.byId(asked.id, tx);
        if (second.secondLookOf !== first.id) throw certificationErrors.INSPECTION_ID_TAKEN({}, 'input.id');
        if (added.length > 0) {
          await audit(tx, 'second-look', second, mandateId);
          await this.letters.tell(tx, second, 'second-look');
        }
        return second;
      });
    } catch (error) {
      if (isUniqueViolation(error, 'second_look_once')) throw certificationErrors.INSPECTION_LOOKED_TWICE({}, 'input.inspectionId');
      throw error;
    }
  }

  private async advance(tx: Tx, inspection: Inspection, verb: Parameters<typeof inspectionLifecycle.next>[1], mandateId: string | null = null): Promise<Inspection> {
    await tx.query('update certification.inspection set state = $2 where id = $1', [inspection.id, inspectionLifecycle.next(inspection.state, verb)]);
    await audit(tx, verb, inspection, mandateId);
    return this.byId(inspection.id, tx);
  }

  private async byId(inspectionId: string, tx: Tx): Promise<Inspection> {
    const [inspection] = await tx.query<Inspection>(`select ${INSPECTION} from certification.inspection where id = $1`, [inspectionId]);
    return inspection!;
  }

  /** For its maker, the inspectors of its centre and the administration; for others it is not there. */
  async one(actor: Actor, inspectionId: string): Promise<Inspection & { readonly whose: object }> {
    const [inspection] = isId(inspectionId) ? await this.db.prepared<Inspection & { readonly whose: object }>('certification.inspection', `select ${INSPECTION}, ${WHOSE} from certification.inspection where id = $1`, [inspectionId]) : [];
    if (!inspection || (actor.artisanId !== inspection.artisanId && !readsOf(actor, inspection.centreId))) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'id');
    return inspection;
  }

  /** Every look, with what its knots come to. */
  async examinations({ id: inspectionId, variant }: Pick<Inspection, 'id' | 'variant'>): Promise<Examination[]> {
    const looks = await this.db.prepared<Omit<Examination, 'knotsPerM2' | 'grade'>>('certification.examinations', `select id, at, inspector_name as "inspectorName", place, findings, note from certification.examination where inspection_id = $1 order by at, id`, [inspectionId]);
    const counts = looks.map(({ findings }) => countOf(findings));
    const table = counts.some((count) => count !== null) ? await this.checklists.grades(moroccanDay(this.clock.now())) : [];
    return looks.map((look, i) => ({ ...look, knotsPerM2: counts[i] ? knotsPerM2(counts[i]) : null, grade: gradeFrom(variant, look.findings, table) }));
  }

  /** What waits at the inspector's own centres, at every one for the administration; oldest first, or as she asks. */
  async queue(actor: Actor, states: readonly InspectionState[], first: number, after: string | null, more: { productType?: string | null; centreId?: string | null; newest?: boolean } = {}): Promise<InspectionPage> {
    const centres = centresRead(actor, await this.checklists.centres(), more.centreId ?? null);
    const where: readonly Condition[] = more.productType ? [ofType('product_type', more.productType)] : [];
    // What waits, and all there is, of every kind or of one, have an index of their own in the order of the list.
    const whole = WHOLE.find(([, some]) => some.length === new Set(states).size && some.every((state) => states.includes(state)))?.[0];
    const list = whole === undefined ? { where, among: [['centre_id', centres], ['state', states]] as const } : { where: [...where, [whole] as const], among: [['centre_id', centres]] as const };
    return pageFrom<Inspection>(this.db, { ...LIST, ...list, newest: more.newest ?? false }, first, after);
  }

  mine(actor: Actor, first: number, after: string | null, asked: InspectionsAsked = {}): Promise<InspectionPage> {
    return this.asked(actor.artisanId, first, after, asked);
  }

  /** Those of an artisan, for an agent who may ask or follow for her today; for others she has none. */
  async of(actor: Actor, artisanId: string, first: number, after: string | null, asked: InspectionsAsked = {}): Promise<InspectionPage> {
    const may = isId(artisanId) && (await this.mandates.mayRead(actor, artisanId, ['inspection.request', 'inspection.follow'], this.clock.now()));
    if (!may) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'artisanId');
    return this.asked(artisanId, first, after, asked);
  }

  private asked(artisanId: string | null, first: number, after: string | null, { states, productType, oldest = false }: InspectionsAsked): Promise<InspectionPage> {
    const where: Condition[] = [['artisan_id = $', artisanId]];
    if (productType) where.push(ofType('product_type', productType));
    return pageFrom<Inspection>(this.db, { ...LIST, where, among: states ? [['state', states]] : [], newest: !oldest, foundFirst: true }, first, after);
  }

  /** The second look at each of these, where there is one. */
  async secondLooks(inspectionIds: readonly string[]): Promise<Map<string, string>> {
    const looks = await this.db.prepared<{ id: string; first: string }>('certification.second-looks', 'select id, second_look_of as first from certification.inspection where second_look_of = any($1)', [inspectionIds]);
    return new Map(looks.map(({ id, first }) => [first, id]));
  }
}

const WHOLE: readonly (readonly [sql: string, states: readonly InspectionState[]])[] = [
  [`state in ('requested', 'appointed', 'examined')`, ['requested', 'appointed', 'examined']],
  ['true', inspectionLifecycle.states],
];
const LIST = { columns: INSPECTION, from: 'certification.inspection', key: 'requested_at', of: 'time', id: 'id' } as const;

function nameOf(name: z.output<typeof request>['name']): string | null {
  return name && Object.values(name).some((one) => one !== null) ? JSON.stringify(name) : null;
}

/** A workshop is looked at whole: what is made there is named by no piece. */
function refuseScope({ productType, pieceId, lotSize }: z.output<typeof request>): void {
  if (productType === WORKSHOP && (pieceId || lotSize)) throw certificationErrors.WORKSHOP_NO_PIECE({}, pieceId ? 'input.pieceId' : 'input.lotSize');
}

/** Whoever judges a workshop knows the craft its maker is registered for. */
function refuseCraft(branch: string, centre: Centre): void {
  const words = BRANCHES.find(({ code }) => code === branch)!;
  if (!centre.productTypes.includes(branch)) throw certificationErrors.WORKSHOP_OTHER_CRAFT({ branch }, 'input.centreId').worded({ branch: words });
}

/** One piece is looked at once at a time, by one centre. Lots of a listing come one after the other, and may wait together. */
async function refuseTwice(tx: Tx, asked: z.output<typeof request>, artisanId: string): Promise<void> {
  if (!asked.pieceId || asked.lotSize) return;
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`inspection:${asked.pieceId}`]);
  const open = await tx.query(
    `select from certification.inspection where artisan_id = $1 and piece_id = $2 and lot_size is null and id <> $3 and state in ('requested', 'appointed', 'examined', 'returned') limit 1`,
    [artisanId, asked.pieceId, asked.id],
  );
  if (open.length > 0) throw certificationErrors.INSPECTION_ALREADY_ASKED({}, 'input.pieceId');
}

/** Work is brought once it is made, and within a lifetime of that. */
function refuseDays({ madeFrom, madeUntil }: z.output<typeof request>, today: string): void {
  const first = yearsBefore(today, OLDEST_YEARS);
  const absurd = (day: string | null | undefined): boolean => day != null && (day < first || day > today);
  const field = absurd(madeUntil) ? 'input.madeUntil' : absurd(madeFrom) || (madeFrom ?? '') > (madeUntil ?? today) ? 'input.madeFrom' : null;
  if (field !== null) throw certificationErrors.INSPECTION_MADE_DAYS({ first, day: today }, field).worded({ first: dayWords(first), day: dayWords(today) });
}

/** Under a mandate both names stand on the record: the agent's as the actor's, the artisan's with the mandate used. */
function audit(tx: Tx, verb: string, inspection: Inspection, mandateId: string | null): Promise<void> {
  const { id, artisanId, pieceId } = inspection;
  return tx.audit({ action: `inspection.${verb}`, subject: { type: 'inspection', id }, detail: { artisanId, pieceId, ...(mandateId === null ? {} : { mandateId }) } });
}
