import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayWords, lineOfText, moroccanDay, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { ITEM_KINDS, type ClaimItem } from './claim.js';
import { claimsErrors } from './claims.errors.js';

export interface ChecklistLine extends ClaimItem {
  readonly position: number;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

const words = (field: string) => z.string().transform((text) => lineOfText(text, 200, `input.${field}`));
const line = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  kind: z.enum(ITEM_KINDS),
  en: words('en'),
  fr: words('fr'),
  ar: words('ar'),
  required: z.boolean(),
  position: z.number().int().min(1).max(99),
  validFrom: z.iso.date().nullish(),
});
export type ChecklistInput = z.input<typeof line>;
const ending = z.object({ code: z.string().max(40), lastDay: z.iso.date() });

const LINE = `code, kind, en, fr, ar, required, position, valid_from as "validFrom", valid_until as "validUntil"`;
/** What was, is or will be asked for on a day. */
export const itemsOn = (day: string): string => `select code, kind, en, fr, ar, required from registry.claim_item where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by position, code`;

/** The checklist of a claim, composed by the operator: dated lines, so that each claim is read by the list of its day. */
@Injectable()
export class ChecklistService {
  constructor(private readonly db: Database) {}

  items(at: Date, tx?: Tx): Promise<ClaimItem[]> {
    const sql = itemsOn('$1');
    return tx ? tx.query<ClaimItem>(sql, [moroccanDay(at)]) : this.db.prepared<ClaimItem>('registry.claim-items', sql, [moroccanDay(at)]);
  }

  /** Every line that was, is or will be asked for, the newest of each first. */
  versions(): Promise<ChecklistLine[]> {
    return this.db.prepared<ChecklistLine>('registry.claim-lines', `select ${LINE} from registry.claim_item order by (valid_until is null) desc, position, code, valid_from desc limit 500`);
  }

  /** Adds a line, or gives one a successor from a day on. What was asked for before that day stays as it was. */
  async save(actor: Actor, input: ChecklistInput): Promise<ChecklistLine> {
    const { validFrom, ...asked } = parse(line, input);
    return this.db.write(actor, async (tx) => {
      const from = notBefore(validFrom ?? moroccanDay(tx.now), tx, 'input.validFrom');
      const [before] = await tx.query<ChecklistLine>(`select ${LINE} from registry.claim_item where code = $1 order by valid_from desc limit 1 for update`, [asked.code]);
      // Answers were given to a kind: a box that becomes a paper is another line.
      if (before && before.kind !== asked.kind) throw claimsErrors.CHECKLIST_KIND_FIXED({ code: asked.code, kind: before.kind }, 'input.kind');
      await tx.query('delete from registry.claim_item where code = $1 and valid_from > $2', [asked.code, from]);
      await tx.query(`update registry.claim_item set valid_until = $2::date - 1 where code = $1 and valid_from < $2 and (valid_until is null or valid_until >= $2)`, [asked.code, from]);
      const [saved] = await tx.query<ChecklistLine>(
        `insert into registry.claim_item (code, kind, en, fr, ar, required, position, valid_from) values ($1,$2,$3,$4,$5,$6,$7,$8)
         on conflict (code, valid_from) do update set en = excluded.en, fr = excluded.fr, ar = excluded.ar, required = excluded.required, position = excluded.position, valid_until = null returning ${LINE}`,
        [asked.code, asked.kind, asked.en, asked.fr, asked.ar, asked.required, asked.position, from],
      );
      await tx.audit({ action: 'checklist.save', subject: { type: 'checklist', id: asked.code }, detail: { ...asked, validFrom: from } });
      return saved!;
    });
  }

  /** Asks for a line until a day and no longer. */
  async end(actor: Actor, input: z.input<typeof ending>): Promise<ChecklistLine> {
    const { code, lastDay } = parse(ending, input);
    return this.db.write(actor, async (tx) => {
      notBefore(lastDay, tx, 'input.lastDay');
      const [ended] = await tx.query<ChecklistLine>(`update registry.claim_item set valid_until = $2 where code = $1 and valid_from <= $2 and (valid_until is null or valid_until > $2) returning ${LINE}`, [code, lastDay]);
      if (!ended) throw claimsErrors.CLAIM_ITEM_UNKNOWN({ item: code }, 'input.code');
      await tx.query('delete from registry.claim_item where code = $1 and valid_from > $2', [code, lastDay]);
      await tx.audit({ action: 'checklist.end', subject: { type: 'checklist', id: code }, detail: { lastDay } });
      return ended;
    });
  }
}

/** A list that was in force is evidence: nobody changes what claims of yesterday were asked. */
function notBefore(day: string, tx: Tx, field: string): string {
  const today = moroccanDay(tx.now);
  if (day < today) throw claimsErrors.CHECKLIST_DAY_PAST({ today }, field).worded({ today: dayWords(today) });
  return day;
}
