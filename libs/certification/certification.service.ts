import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayWords, freeText, isId, lineOfText, listWords, moroccanDay, SYSTEM, type Actor } from '#libs/kernel';
import { RegistryService } from '#libs/registry';
import { Database, errand, isUniqueViolation, parse, type Tx } from '#libs/platform';
import { certificateNumber, endOfDay, labelNumber, normaliseNumber, SCHEMES, WORKSHOP, yearsAfter, type Certificate } from './certificate/certificate.js';
import { SuccessorsService } from './certificate/successors.service.js';
import { CARPET_GRADES, isWithin, type CarpetGrade } from './checklist/carpet-grade.js';
import { certificationErrors } from './certification.errors.js';
import { ChecklistsService, type Centre, type Mark, type Variant } from './checklist/checklists.service.js';
import { EditionsService } from './passport/editions.service.js';
import { heldAgainst, shortcomings, type Finding, type Rule } from './checklist/examination.js';
import { gradeFrom, statement } from './checklist/findings.js';
import { inspectionLifecycle, type Inspection } from './inspection/inspection.js';
import { InspectionLettersService } from './inspection/inspection-letters.service.js';
import { INSPECTION, inspectsFor, InspectorsService } from './inspection/inspectors.service.js';
import { moved } from './inspection/moved.js';
import { GRADES, NO_GRADE } from './words.js';

const id = z.string().refine(isId, 'a UUID');
const issue = z.object({
  /** The caller's id of the certificate: sent again, it is the same certificate. */
  id,
  inspectionId: id,
  /** The look she decides on: somebody else's that came since is not hers to sign. */
  examinationId: id.nullish(),
  scheme: z.enum(SCHEMES).default('centre'),
  schemeName: z.string().transform((text) => lineOfText(text, 120, 'input.schemeName')).nullish(),
  schemeLevel: z.number().int().min(1).max(3).nullish(),
  labelNumber: z.string().transform((text) => sealed(lineOfText(text, 60, 'input.labelNumber'))).nullish(),
  grade: z.enum(CARPET_GRADES).nullish(),
  validUntil: z.iso.date().nullish(),
});
function sealed(text: string): string {
  const number = labelNumber(text);
  if (number === null) throw certificationErrors.CERTIFICATE_LABEL_NUMBER({}, 'input.labelNumber');
  return number;
}

const withdrawal = z.object({ certificateId: id, reason: z.string().transform((text) => freeText(text, 1000, 'input.reason')) });
export type IssueInput = z.input<typeof issue>;
type Issue = z.output<typeof issue>;

/** What a piece may be sold under on a day. */
export interface LiveCertificate {
  readonly id: string;
  readonly number: string;
  readonly scheme: string;
  readonly grade: CarpetGrade | null;
  readonly foodContact: boolean;
  readonly validUntil: string;
  /** Null for one that covers all its maker makes of the type, or in the crafts of the centre that saw her workshop. */
  readonly pieceId: string | null;
  /** Pieces presented together under one listing; null for one piece, or a whole type. */
  readonly lotSize: number | null;
}

/** The look that decides. */
interface Look {
  readonly id: string;
  readonly who: string;
  readonly findings: Finding[];
  readonly at: Date;
  readonly place: string | null;
}

export interface CertificateScope {
  readonly artisanId: string;
  readonly productId: string;
  /** The branch of the piece; product types are branches. */
  readonly productType: string | null;
  readonly day: string;
  /** True asks for a certificate that covers contact with food. */
  readonly foodContact?: boolean;
}

const CERTIFICATE = `select c.id, c.number, c.centre_id as "centreId", c.inspection_id as "inspectionId", c.artisan_id as "artisanId", c.product_type as "productType", c.variant,
    c.piece_id as "pieceId", c.lot_size as "lotSize", c.description, c.name, c.materials, c.made_from as "madeFrom", c.made_until as "madeUntil", c.inspected_on as "inspectedOn", c.inspected_at as "inspectedAt", c.scheme, c.scheme_name as "schemeName", c.scheme_level as "schemeLevel", c.label_number as "labelNumber", c.grade,
    c.food_contact as "foodContact", c.facts, c.inspector_name as "inspectorName", c.issued_at as "issuedAt", c.valid_from as "validFrom", c.valid_until as "validUntil",
    e.at as "endedAt", e.ended_for as "endedFor", e.reason as "endReason"
  from certification.certificate c left join certification.certificate_end e on e.certificate_id = c.id`;

const EXPIRY_BATCH = 500;

/** Runs at the first moment of the day after, in Morocco: one errand for all that end on a day. The timer is the net under it. */
export const expireDay = errand<{ lastDay: string }>('certification.expire-day');

/** Some weeks before its last day a maker hears of it, while there is time for another look (house policy, 2026-11-24). */
export const remindOfEnd = errand<{ certificateId: string }>('certification.remind-of-end');
const REMIND_BEFORE_MS = 45 * 86_400_000;

async function expireAfter(tx: Tx, lastDay: string): Promise<void> {
  await tx.send(expireDay, { lastDay }, { key: lastDay, runAt: endOfDay(lastDay) });
}

@Injectable()
export class CertificationService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly checklists: ChecklistsService,
    private readonly inspectors: InspectorsService,
    private readonly letters: InspectionLettersService,
    private readonly editions: EditionsService,
    private readonly successors: SuccessorsService,
  ) {}

  /** Turns a passed inspection into a certificate. The number is taken in the same transaction, so none is skipped or doubled. */
  async issue(actor: Actor, input: IssueInput): Promise<Certificate> {
    const asked = parse(issue, input);
    return this.db.write(actor, async (tx) => {
      const inspection = await this.inspectors.take(tx, actor, asked.inspectionId);
      const [issued] = await tx.query<Certificate>(`${CERTIFICATE} where c.id = $1 or c.inspection_id = $2`, [asked.id, inspection.id]);
      if (issued?.id === asked.id && issued.inspectionId === inspection.id) return issued;
      if (!inspectionLifecycle.can(inspection.state, 'certify')) throw moved(inspection.state);
      if (!(await this.registry.maySell(inspection.artisanId, tx))) throw certificationErrors.CERTIFICATE_ARTISAN_MAY_NOT_SELL();
      await this.write(tx, asked, inspection);
      await tx.query('update certification.inspection set state = $2, decision_reason = null where id = $1', [inspection.id, inspectionLifecycle.next(inspection.state, 'certify')]);
      const certificate = await this.byId(tx, asked.id);
      await this.announce(tx, certificate);
      await this.editions.first(tx, certificate.id);
      await this.letters.tell(tx, inspection, 'certified', { number: certificate.number, validUntil: certificate.validUntil });
      await expireAfter(tx, certificate.validUntil);
      const remindAt = new Date(endOfDay(certificate.validUntil).getTime() - REMIND_BEFORE_MS);
      if (remindAt > tx.now) await tx.send(remindOfEnd, { certificateId: certificate.id }, { key: certificate.id, runAt: remindAt });
      return certificate;
    });
  }

  private async write(tx: Tx, asked: Issue, inspection: Inspection): Promise<void> {
    const day = moroccanDay(tx.now);
    const [rules, centre, variant, look] = [
      await this.checklists.rules(inspection.productType, inspection.variant, day, tx, inspection.centreId),
      await this.checklists.centre(inspection.centreId, tx),
      await this.checklists.variant(inspection.productType, inspection.variant, tx),
      await this.lastLook(tx, inspection.id),
    ];
    const findings = heldAgainst(rules, look.findings, look.at);
    if (asked.examinationId && asked.examinationId !== look.id) throw certificationErrors.CERTIFICATE_OTHER_LOOK({ who: look.who });
    refuseShortcomings(rules, findings);
    refuseScheme(asked, await this.checklists.marks(inspection.productType, inspection.centreId, day, tx));
    const computed = gradeFrom(inspection.variant, findings, await this.checklists.grades(day, tx));
    if (asked.grade && !isWithin(asked.grade, computed)) throw tooHigh(asked.grade, computed);
    const grade = asked.grade ?? computed;
    if (asked.labelNumber && (inspection.pieceId === null || (inspection.lotSize ?? 1) > 1)) throw certificationErrors.CERTIFICATE_LABEL_ONE_PIECE({}, 'input.labelNumber');
    if (asked.scheme === 'estampillage' && !(asked.labelNumber && grade)) throw certificationErrors.CERTIFICATE_NOT_STAMPED({}, 'input.labelNumber');
    const number = certificateNumber(centre.prefix, day.slice(0, 4), await tx.nextNumber(`certificate:${centre.id}:${day.slice(0, 4)}`));
    await this.insert(tx, { asked, inspection, centre, variant, number, day, validUntil: validity(asked, inspection, variant, day), grade, facts: statement(rules, findings), look });
  }

  private async insert(tx: Tx, c: { asked: Issue; inspection: Inspection; centre: Centre; variant: Variant; number: string; day: string; validUntil: string; grade: CarpetGrade | null; facts: unknown; look: Look }): Promise<void> {
    const { asked, inspection } = c;
    const maker = await this.registry.artisan(inspection.artisanId, tx);
    try {
      await tx.query(
        `insert into certification.certificate (id, number, centre_id, inspection_id, artisan_id, product_type, variant, piece_id, lot_size, description, scheme, scheme_name, scheme_level, label_number,
           grade, food_contact, facts, account_id, inspector_name, issued_at, valid_from, valid_until, maker_name_latin, maker_name_arabic,
           materials, made_from, made_until, inspected_on, inspected_at, name)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30)`,
        [
          asked.id, c.number, c.centre.id, inspection.id, inspection.artisanId, inspection.productType, inspection.variant, inspection.pieceId, inspection.lotSize, inspection.description,
          asked.scheme, asked.schemeName ?? null, asked.schemeLevel ?? null, asked.labelNumber ?? null, c.grade, c.variant.foodContact, JSON.stringify(c.facts),
          tx.actor.accountId, tx.actor.name, tx.now, c.day, c.validUntil, maker.nameLatin, maker.nameArabic,
          inspection.materials, inspection.madeFrom, inspection.madeUntil, moroccanDay(c.look.at), c.look.place, inspection.name && JSON.stringify(inspection.name),
        ],
      );
    } catch (error) {
      if (isUniqueViolation(error, 'label_once') || isUniqueViolation(error, 'label_sealed_once')) throw certificationErrors.CERTIFICATE_LABEL_USED({ label: asked.labelNumber! }, 'input.labelNumber');
      if (isUniqueViolation(error)) throw certificationErrors.INSPECTION_ID_TAKEN({}, 'input.id');
      throw error;
    }
  }

  private async announce(tx: Tx, certificate: Certificate): Promise<void> {
    const { artisanId, number, pieceId, productType, lotSize, validFrom, validUntil } = certificate;
    await tx.publish('CertificateIssued', { certificateId: certificate.id, number, artisanId, pieceId, productType, ...(lotSize === null ? {} : { lotSize }), validFrom, validUntil });
    await tx.audit({ action: 'certificate.issue', subject: { type: 'certificate', id: certificate.id }, detail: { number, artisanId, pieceId } });
  }

  /** Takes a certificate back, by an inspector of the centre that issued it. */
  async withdraw(actor: Actor, input: z.input<typeof withdrawal>): Promise<Certificate> {
    const { certificateId, reason } = parse(withdrawal, input);
    return this.db.write(actor, async (tx) => {
      const certificate = await this.byId(tx, certificateId, true);
      if (!inspectsFor(actor, certificate.centreId)) throw certificationErrors.CERTIFICATE_NOT_FOUND({}, 'input.certificateId');
      if (certificate.endedFor === 'withdrawn' && certificate.endReason === reason) return certificate;
      if (certificate.endedFor !== null) throw certificationErrors.CERTIFICATE_NOT_LIVE();
      await this.end(tx, certificate, 'withdrawn', reason);
      await this.tell(tx, certificate, 'withdrawn', reason);
      return this.byId(tx, certificateId);
    });
  }

  /** Nothing to say of one that has ended, or that a longer one already follows, be it a wider one. */
  async remind(certificateId: string): Promise<void> {
    await this.db.write(SYSTEM, async (tx) => {
      const certificate = await this.byId(tx, certificateId);
      const { artisanId, pieceId, productType, validUntil, foodContact, centreId } = certificate;
      const renewed = await tx.query(RENEWED, [artisanId, pieceId, productType, validUntil, foodContact, centreId]);
      if (certificate.endedFor !== null || renewed.length > 0) return;
      // An errand may run twice; the letter goes out once.
      await tx.once(certificateId, { occasion: 'ending' }, async () => {
        await this.tell(tx, certificate, 'ending');
        return {};
      });
    });
  }

  private async tell(tx: Tx, { inspectionId, number, validUntil }: Certificate, occasion: 'ending' | 'withdrawn', reason?: string): Promise<void> {
    const [inspection] = await tx.query<Inspection>(`select ${INSPECTION} from certification.inspection where id = $1`, [inspectionId]);
    await this.letters.tell(tx, inspection!, occasion, { number, validUntil, ...(reason === undefined ? {} : { reason }) });
  }

  /** Ends what has passed its last day, some hundreds per transaction. Answers how many. */
  async expireEnded(now: Date): Promise<number> {
    for (let expired = 0; ; ) {
      const batch = await this.db.write(SYSTEM, async (tx) => {
        const ended = await tx.query<Certificate>(`${CERTIFICATE} where c.valid_until < $1 and e.certificate_id is null order by c.valid_until, c.id limit ${EXPIRY_BATCH} for update of c skip locked`, [moroccanDay(now)]);
        for (const certificate of ended) await this.end(tx, certificate, 'expired', `Valid until ${certificate.validUntil}`);
        return ended.length;
      });
      expired += batch;
      if (batch < EXPIRY_BATCH) return expired;
    }
  }

  /** Once: the errand of the day and the timer may come upon it together. */
  private async end(tx: Tx, certificate: Certificate, endedFor: 'expired' | 'withdrawn', reason: string): Promise<void> {
    const ended = await tx.query('insert into certification.certificate_end (certificate_id, ended_for, at, account_id, actor_name, reason) values ($1,$2,$3,$4,$5,$6) on conflict (certificate_id) do nothing returning certificate_id', [
      certificate.id, endedFor, tx.now, tx.actor.accountId, tx.actor.name, reason,
    ]);
    if (ended.length === 0) return;
    const followedBy = await this.successors.ofEnding(tx, certificate);
    await tx.publish('CertificateLapsed', { certificateId: certificate.id, number: certificate.number, artisanId: certificate.artisanId, pieceId: certificate.pieceId, reason: endedFor, ...(followedBy !== null && { followedBy }) });
    await tx.audit({ action: `certificate.${endedFor}`, subject: { type: 'certificate', id: certificate.id }, detail: { number: certificate.number } });
  }

  /** The certificates that cover a piece on a day: the piece's own, then those for all its maker makes of the type, then her workshop's; of each the longest valid first. */
  async liveCertificatesFor(tx: Tx, scope: CertificateScope): Promise<LiveCertificate[]> {
    return tx.query<LiveCertificate>(LIVE, [scope.artisanId, scope.productId, scope.productType, scope.day, scope.foodContact ?? false]);
  }

  /** Whether it was withdrawn or has run out; if not, it holds at least until the caller's transaction is over. */
  async hasEnded(tx: Tx, number: string): Promise<boolean> {
    await tx.query('select from certification.certificate where number = $1 for share', [number]);
    return (await tx.query('select from certification.certificate c join certification.certificate_end e on e.certificate_id = c.id where c.number = $1', [number])).length > 0;
  }

  /** By its number as people type it; null when nobody issued it. */
  async byNumber(number: string, tx?: Tx): Promise<Certificate | null> {
    const [sql, params] = [`${CERTIFICATE} where c.number = $1`, [normaliseNumber(number)]];
    const [found] = tx ? await tx.query<Certificate>(sql, params) : await this.db.prepared<Certificate>('certification.by-number', sql, params);
    return found ?? null;
  }

  private async byId(tx: Tx, certificateId: string, lock = false): Promise<Certificate> {
    if (lock) await tx.query('select id from certification.certificate where id = $1 for update', [certificateId]);
    const [found] = await tx.query<Certificate>(`${CERTIFICATE} where c.id = $1`, [certificateId]);
    if (!found) throw certificationErrors.CERTIFICATE_NOT_FOUND({}, 'input.certificateId');
    return found;
  }

  private async lastLook(tx: Tx, inspectionId: string): Promise<Look> {
    const [last] = await tx.query<Look>('select id, inspector_name as who, findings, at, place from certification.examination where inspection_id = $1 order by at desc, id desc limit 1', [inspectionId]);
    return last!;
  }
}

const LIVE = `
select c.id, c.number, c.scheme, c.grade, c.food_contact as "foodContact", c.valid_until as "validUntil", c.piece_id as "pieceId", c.lot_size as "lotSize"
from certification.certificate c
where c.artisan_id = $1
  and (c.piece_id = $2 or (c.piece_id is null and (c.product_type = $3 or (c.product_type = '${WORKSHOP}' and exists (select from certification.centre s where s.id = c.centre_id and $3 = any(s.product_types))))))
  and c.valid_from <= $4 and c.valid_until >= $4 and (c.food_contact or not $5)
  and not exists (select from certification.certificate_end e where e.certificate_id = c.id)
order by (c.piece_id is not null) desc, (c.product_type = '${WORKSHOP}'), c.valid_until desc, c.id`;

/** One that covers, longer, all that one which ends did: the same again, or a wider one. A workshop's reaches as far as the crafts of its centre. */
const RENEWED = `
select from certification.certificate c
where c.artisan_id = $1 and c.valid_until > $4 and (c.food_contact or not $5)
  and (c.piece_id is not distinct from $2 or c.piece_id is null)
  and case when c.product_type = '${WORKSHOP}' and $3 <> '${WORKSHOP}' then exists (select from certification.centre s where s.id = c.centre_id and $3 = any(s.product_types))
    else c.product_type = $3 and ($3 <> '${WORKSHOP}' or c.centre_id = $6) end
  and not exists (select from certification.certificate_end e where e.certificate_id = c.id)
limit 1`;

function refuseShortcomings(rules: readonly Rule[], findings: readonly Finding[]): void {
  const failing = shortcomings(rules, findings).map((finding) => finding.rule);
  if (failing.length === 0) return;
  const named = failing.map((code) => rules.find((rule) => rule.code === code) ?? { en: code, fr: code, ar: code });
  throw certificationErrors.CERTIFICATE_RULES_NOT_MET({ rules: failing.join(', ') }).worded({ rules: listWords(named) });
}

function tooHigh(claimed: CarpetGrade, computed: CarpetGrade | null): Error {
  return certificationErrors.CERTIFICATE_GRADE_TOO_HIGH({ claimed, computed: computed ?? '—' }, 'input.grade').worded({ claimed: GRADES[claimed], computed: computed === null ? NO_GRADE : GRADES[computed] });
}

function refuseScheme(asked: Issue, marks: readonly Mark[]): void {
  const { scheme, schemeLevel, schemeName } = asked;
  const complete = scheme === 'morocco_handmade' ? !!schemeLevel : scheme !== 'collective_mark' || !!schemeName;
  if (!complete) throw certificationErrors.CERTIFICATE_SCHEME({}, scheme === 'morocco_handmade' ? 'input.schemeLevel' : 'input.schemeName');
  const given = marks.filter((mark) => mark.scheme === scheme);
  const known = scheme === 'morocco_handmade' ? given.some((mark) => mark.level === schemeLevel) : scheme === 'collective_mark' ? given.some((mark) => [mark.en, mark.fr, mark.ar].includes(schemeName!)) : given.length > 0;
  if (!known) throw certificationErrors.CERTIFICATE_MARK_UNKNOWN({}, 'input.schemeName');
}

function validity(asked: Issue, inspection: Inspection, variant: Variant, day: string): string {
  const latest = yearsAfter(day, inspection.pieceId === null ? variant.typeYears : variant.pieceYears);
  const until = asked.validUntil ?? latest;
  if (until < day || until > latest) throw certificationErrors.CERTIFICATE_VALIDITY({ from: day, until: latest }, 'input.validUntil').worded({ from: dayWords(day), until: dayWords(latest) });
  return until;
}
