import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/platform';
import type { GradeRow } from './carpet-grade.js';
import type { Scheme } from '../certificate/certificate.js';
import { certificationErrors } from '../certification.errors.js';
import type { Rule } from './examination.js';

export interface Named {
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
}

export interface Centre extends Named {
  readonly id: string;
  readonly prefix: string;
  readonly regionCode: string;
  readonly productTypes: readonly string[];
}

export interface Variant extends Named {
  readonly productType: string;
  readonly code: string;
  readonly foodContact: boolean;
  readonly pieceYears: number;
  readonly typeYears: number;
}

/** A mark a certificate may be issued under. */
export interface Mark extends Named {
  readonly code: string;
  readonly scheme: Scheme;
  readonly level: number | null;
  readonly source: string;
  readonly confidence: 'sourced' | 'general';
}

export const RULE = `code, kind, en, fr, ar, unit, required, plausible_min as "plausibleMin", plausible_max as "plausibleMax", limit_max as "limitMax", limit_exclusive as "limitExclusive",
  form, flagged, lifted_by as "liftedBy", centre_id as "centreId", source, checked_on as "checkedOn", confidence, greatest(valid_from::timestamp at time zone 'Africa/Casablanca', published_at) as since`;

const CENTRE = `id, prefix, en, fr, ar, region_code as "regionCode", product_types as "productTypes"`;

/** Reference data: centres, what they inspect, and the rules in force on a day. */
@Injectable()
export class ChecklistsService {
  private known: Promise<Centre[]> | undefined;

  constructor(private readonly db: Database) {}

  /** Read once: a centre comes or changes by a migration alone. */
  centres(): Promise<Centre[]> {
    return (this.known ??= this.readCentres().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    }));
  }

  private readCentres(): Promise<Centre[]> {
    return this.db.prepared('certification.centres', `select ${CENTRE} from certification.centre order by id`);
  }

  async centre(id: string, tx?: Tx): Promise<Centre> {
    const [centre] = await this.rows<Centre>(tx, `select ${CENTRE} from certification.centre where id = $1`, [id]);
    if (!centre) throw certificationErrors.CENTRE_UNKNOWN({}, 'input.centreId');
    return centre;
  }

  variants(): Promise<Variant[]> {
    return this.db.prepared('certification.variants', `${VARIANT} order by v.position`);
  }

  /** Every type of work that is inspected: the branches of the register, and the workshop as a whole. */
  productTypes(): Promise<(Named & { readonly code: string })[]> {
    return this.db.prepared(
      'certification.product-types',
      `select t.code, coalesce(t.en, b.en) as en, coalesce(t.fr, b.fr) as fr, coalesce(t.ar, b.ar) as ar from certification.product_type t left join registry.branch b on b.code = t.branch
       order by (select min(v.position) from certification.variant v where v.product_type = t.code), t.code`,
    );
  }

  async variant(productType: string, variant: string, tx?: Tx): Promise<Variant> {
    const [found] = await this.rows<Variant>(tx, `${VARIANT} where v.product_type = $1 and v.code = $2`, [productType, variant]);
    if (!found) throw certificationErrors.PRODUCT_TYPE_UNKNOWN({ productType: productType.slice(0, 40), variant: variant.slice(0, 40) }, 'input.productType');
    return found;
  }

  /** The rules in force on a day: the law's, and the centre's own where a centre is named. */
  rules(productType: string, variant: string, day: string, tx?: Tx, centreId: string | null = null): Promise<Rule[]> {
    return this.rows<Rule>(
      tx,
      `select ${RULE} from certification.rule
       where product_type = $1 and (variants is null or $2 = any(variants)) and valid_from <= $3 and (valid_until is null or valid_until >= $3) and (centre_id is null or centre_id = $4)
       order by (centre_id is not null), position, code`,
      [productType.replaceAll('\0', ''), variant.replaceAll('\0', ''), day, centreId?.replaceAll('\0', '') ?? null],
    );
  }

  /** The marks that a centre may give to a type of work on a day. */
  marks(productType: string, centreId: string, day: string, tx?: Tx): Promise<Mark[]> {
    return this.rows<Mark>(
      tx,
      `select code, scheme, level, en, fr, ar, source, confidence from certification.mark
       where (product_type is null or product_type = $1) and (centre_id is null or centre_id = $2) and valid_from <= $3 and (valid_until is null or valid_until >= $3) order by scheme, level, fr`,
      [productType.replaceAll('\0', ''), centreId.replaceAll('\0', ''), day],
    );
  }

  /** A mark by whichever of its names somebody wrote, also one that is given no more. */
  async markNamed(name: string): Promise<Named | null> {
    const [mark] = await this.db.prepared<Named>('certification.mark-named', 'select en, fr, ar from certification.mark where $1 in (en, fr, ar) order by code limit 1', [name]);
    return mark ?? null;
  }

  grades(day: string, tx?: Tx): Promise<GradeRow[]> {
    return this.rows<GradeRow>(
      tx,
      `select family, grade, min_knots_per_m2 as "minKnotsPerM2", min_knots_width as "minKnotsWidth", min_knots_height as "minKnotsHeight",
         over_knots_per_m2 as "overKnotsPerM2", over_warps_per_dm as "overWarpsPerDm", over_wefts_per_cm as "overWeftsPerCm", over_grams_per_m2 as "overGramsPerM2"
       from certification.carpet_grade where valid_from <= $1 and (valid_until is null or valid_until >= $1)`,
      [day],
    );
  }

  private rows<T>(tx: Tx | undefined, sql: string, params: readonly unknown[]): Promise<T[]> {
    // A handful of statements, each planned once.
    return tx ? tx.query<T>(sql, params) : this.db.shaped<T>(sql, params);
  }
}

const VARIANT = `select v.product_type as "productType", v.code, v.en, v.fr, v.ar, v.food_contact as "foodContact", t.piece_years as "pieceYears", t.type_years as "typeYears"
  from certification.variant v join certification.product_type t on t.code = v.product_type`;
