import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayWords, hasRole, isId, lineOfText, moroccanDay, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { certificationErrors } from '../certification.errors.js';
import { yearsAfter } from '../certificate/certificate.js';
import { yearsBefore } from '../days.js';
import { ChecklistsService, RULE } from './checklists.service.js';
import type { Rule } from './examination.js';
import { inspectsFor, readsOf } from '../inspection/inspectors.service.js';
import { STATEMENT_FORMS } from './statement-form.js';

const id = z.string().refine(isId, 'a UUID');
const code = z.string().regex(/^[a-z0-9-]{1,60}$/);
const line = (max: number, field: string) => z.string().transform((value) => lineOfText(value, max, `input.${field}`));
const figure = z.number().min(-1e6).max(1e9).nullish();
const sheet = z.object({
  /** The caller's id of this version: sent again, it is the same version. */
  id,
  /** Null: for every centre, by the administration. */
  centreId: code.nullish(),
  productType: code,
  code,
  variants: z.array(code).min(1).max(20).nullish(),
  kind: z.enum(['measurement', 'observation', 'statement']),
  en: line(200, 'en'),
  fr: line(200, 'fr'),
  ar: line(200, 'ar'),
  unit: z.string().transform((value) => lineOfText(value, 20, 'input.unit')).nullish(),
  required: z.boolean(),
  plausibleMin: figure,
  plausibleMax: figure,
  limitMax: figure,
  limitExclusive: z.boolean().default(false),
  form: z.enum(STATEMENT_FORMS).nullish(),
  source: line(300, 'source'),
  checkedOn: z.iso.date(),
  confidence: z.enum(['sourced', 'general']).default('sourced'),
  validFrom: z.iso.date(),
});
export type RuleSheet = z.input<typeof sheet>;
type Sheet = z.output<typeof sheet>;

export interface RuleVersion extends Rule {
  readonly id: string;
  readonly productType: string;
  readonly variants: readonly string[] | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

const VERSION = `id, product_type as "productType", variants, valid_from as "validFrom", valid_until as "validUntil", ${RULE}`;
/** A centre's own rules have codes that the law's never have, so that both stand on one checklist. */
const OWN = 'own-';

/** New versions of the rules: the administration publishes what holds everywhere, a centre what it asks beyond that. */
@Injectable()
export class RulesService {
  constructor(
    private readonly db: Database,
    private readonly checklists: ChecklistsService,
  ) {}

  /** The version before gets its end on the eve: nothing that was inspected under it changes. */
  async publish(actor: Actor, input: RuleSheet): Promise<RuleVersion> {
    const asked = parse(sheet, input);
    refuseStranger(actor, asked.centreId ?? null);
    refuseShape(asked);
    return this.db.write(actor, async (tx) => {
      await this.refuseType(tx, asked);
      const [known] = await tx.query<RuleVersion>(`select ${VERSION} from certification.rule where id = $1`, [asked.id]);
      if (known) return sameOrTaken(known, asked);
      const today = moroccanDay(tx.now);
      refuseDay(asked.validFrom, today, today, 'input.validFrom');
      if (asked.checkedOn > today || asked.checkedOn < yearsBefore(today, MOST_YEARS)) throw certificationErrors.RULE_CHECKED({ day: today }, 'input.checkedOn').worded({ day: dayWords(today) });
      await this.endBefore(tx, asked);
      await insert(tx, asked);
      await tx.audit({ action: 'rule.publish', subject: { type: 'rule', id: asked.id }, detail: { productType: asked.productType, code: asked.code, centreId: asked.centreId ?? null, validFrom: asked.validFrom } });
      return one(tx, asked.id);
    });
  }

  /** A rule falls away after its last day. */
  async retire(actor: Actor, ruleId: string, lastDay: string): Promise<RuleVersion> {
    const day = parse(z.iso.date(), lastDay, 'lastDay');
    return this.db.write(actor, async (tx) => {
      const [rule] = isId(ruleId) ? await tx.query<RuleVersion>(`select ${VERSION} from certification.rule where id = $1 for update`, [ruleId]) : [];
      if (!rule) throw certificationErrors.RULE_NOT_YOURS({}, 'ruleId');
      refuseStranger(actor, rule.centreId);
      if (rule.validUntil === day) return rule;
      const today = moroccanDay(tx.now);
      refuseDay(rule.validUntil !== null && rule.validUntil < today ? '' : day, rule.validFrom > today ? rule.validFrom : today, today, 'lastDay');
      await tx.query('update certification.rule set valid_until = $2 where id = $1', [ruleId, day]);
      await tx.audit({ action: 'rule.retire', subject: { type: 'rule', id: ruleId }, detail: { code: rule.code, lastDay: day } });
      return one(tx, ruleId);
    });
  }

  /** Every version of every rule of a type: what holds everywhere, and the centre's own. */
  async versions(actor: Actor, productType: string, centreId: string | null): Promise<RuleVersion[]> {
    if (centreId !== null && !readsOf(actor, centreId)) throw certificationErrors.RULE_NOT_YOURS({}, 'centreId');
    return this.db.prepared<RuleVersion>(
      'certification.rule-versions',
      `select ${VERSION} from certification.rule where product_type = $1 and (centre_id is null or centre_id = $2) order by (centre_id is not null), position, code, valid_from desc, id limit 500`,
      [productType.replaceAll('\0', ''), centreId?.replaceAll('\0', '') ?? null],
    );
  }

  /** Its type exists, is the centre's, and stays locked: two versions published at once come one after the other. */
  private async refuseType(tx: Tx, asked: Sheet): Promise<void> {
    const [type] = await tx.query('select from certification.product_type where code = $1 for update', [asked.productType]);
    const ours = !asked.centreId || (await this.checklists.centre(asked.centreId, tx)).productTypes.includes(asked.productType);
    if (!type || !ours) throw certificationErrors.PRODUCT_TYPE_UNKNOWN({ productType: asked.productType, variant: '' }, 'input.productType');
    for (const variant of asked.variants ?? []) await this.checklists.variant(asked.productType, variant, tx);
  }

  private async endBefore(tx: Tx, asked: Sheet): Promise<void> {
    const same = await tx.query<RuleVersion>(
      `select ${VERSION} from certification.rule where product_type = $1 and code = $2 and variants is not distinct from $3 and centre_id is not distinct from $4 and (valid_until is null or valid_until >= $5)
       order by valid_from desc`,
      [asked.productType, asked.code, asked.variants ?? null, asked.centreId ?? null, asked.validFrom],
    );
    const others = await tx.query(
      `select from certification.rule where product_type = $1 and code = $2 and centre_id is not distinct from $4 and variants is distinct from $3 and (variants is null or $3::text[] is null or variants && $3)
       and (valid_until is null or valid_until >= $5) limit 1`,
      [asked.productType, asked.code, asked.variants ?? null, asked.centreId ?? null, asked.validFrom],
    );
    // Two lines of one code on a checklist would be answered by one answer.
    if (others.length > 0) throw certificationErrors.RULE_OTHER_KINDS({}, 'input.variants');
    const later = same.find((rule) => rule.validFrom >= asked.validFrom);
    if (later) throw certificationErrors.RULE_PLANNED({ day: later.validFrom }, 'input.validFrom').worded({ day: dayWords(later.validFrom) });
    for (const rule of same) await tx.query(`update certification.rule set valid_until = $2::date - 1 where id = $1`, [rule.id, asked.validFrom]);
  }
}

async function insert(tx: Tx, a: Sheet): Promise<void> {
  await tx.query(
    `insert into certification.rule (id, product_type, code, variants, kind, en, fr, ar, unit, required, plausible_min, plausible_max, limit_max, limit_exclusive, form, flagged, lifted_by, position,
       valid_from, source, checked_on, confidence, centre_id, published_by, published_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,
       -- What a word forbids, and where the line stands, follow the version before.
       (select flagged from certification.rule where product_type = $2 and code = $3 and kind = $5 order by valid_from desc limit 1),
       (select lifted_by from certification.rule where product_type = $2 and code = $3 and kind = $5 order by valid_from desc limit 1),
       coalesce((select min(position) from certification.rule where product_type = $2 and code = $3), 5000),
       $16,$17,$18,$19,$20,$21,$22)`,
    [
      a.id, a.productType, a.code, a.variants ?? null, a.kind, a.en, a.fr, a.ar, a.unit ?? null, a.required, a.plausibleMin ?? null, a.plausibleMax ?? null, a.limitMax ?? null, a.limitExclusive, a.form ?? null,
      a.validFrom, a.source, a.checkedOn, a.confidence, a.centreId ?? null, tx.actor.accountId, tx.now,
    ],
  );
}

async function one(tx: Tx, ruleId: string): Promise<RuleVersion> {
  const [rule] = await tx.query<RuleVersion>(`select ${VERSION} from certification.rule where id = $1`, [ruleId]);
  return rule!;
}

function refuseStranger(actor: Actor, centreId: string | null): void {
  if (centreId === null ? !hasRole(actor, 'admin') : !inspectsFor(actor, centreId)) throw certificationErrors.RULE_NOT_YOURS({}, 'input.centreId');
}

function sameOrTaken(known: RuleVersion, asked: Sheet): RuleVersion {
  if (known.productType !== asked.productType || known.code !== asked.code || known.centreId !== (asked.centreId ?? null)) throw certificationErrors.INSPECTION_ID_TAKEN({}, 'input.id');
  return known;
}

/** Laws are announced some years ahead, not for the year 9999 (house policy). */
const MOST_YEARS = 20;

function refuseDay(day: string, first: string, today: string, field: string): void {
  const last = yearsAfter(today, MOST_YEARS);
  if (day < first || day > last) throw certificationErrors.RULE_DAYS({ day: first, last }, field).worded({ day: dayWords(first), last: dayWords(last) });
}

function refuseShape(asked: Sheet): void {
  if (asked.code.startsWith(OWN) !== !!asked.centreId) throw certificationErrors.RULE_NOT_YOURS({}, 'input.code');
  const [low, high, limit] = [asked.plausibleMin ?? -Infinity, asked.plausibleMax ?? Infinity, asked.limitMax ?? null];
  const bare = (asked.unit ?? asked.plausibleMin ?? asked.plausibleMax ?? asked.limitMax ?? null) === null;
  const right = asked.kind === 'measurement' ? !!asked.unit && low <= high && (limit === null || (limit >= low && limit <= high)) : bare;
  if (!right || (asked.form && asked.kind !== 'statement')) throw certificationErrors.RULE_SHAPE({}, 'input.kind');
}
