import { Inject, Injectable } from '@nestjs/common';
import { moroccanDay, type Clock, type Locale, type Money } from '#libs/kernel';
import { CLOCK, Database } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { isCertified } from '../catalog.trade.js';
import { branches, regions } from '../catalog.words.js';
import { FeesService } from '../price/fees.service.js';
import { goodsOfOne, priceOf } from '../price/price.js';
import { HandicraftCodesService } from '../trade-words/handicraft-codes.service.js';
import { OFFERED } from '../stock/offered.js';
import { materials } from '../trade-words/materials.js';
import { techniques } from '../trade-words/techniques.js';
import { label } from '../trade-words/word.js';
import { availableOf, minimumOf } from './orderable.js';
import { PRODUCT_COLUMNS, productOf, type ProductRow } from './product.row.js';
import type { Product as ProductShape } from './product.types.js';
import { inLocale } from './title.js';

interface PageRow extends ProductRow {
  available: number;
  photographs: { id: string; width: number; height: number; colour: string | null; ready: boolean }[];
}

/** Photographs of a piece in the order of its pages, as JSON. */
export const PHOTOGRAPHS = `coalesce((select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height, 'colour', f.colour, 'ready', f.state = 'ready')
    order by f.id <> p.cover_photograph_id, f.position, f.id) from catalog.photograph f where f.product_id = p.id), '[]')`;

const PAGE = `select ${PRODUCT_COLUMNS}, ${PHOTOGRAPHS} as photographs,
    (select count(*)::int from catalog.unit u where u.product_id = p.id and ${OFFERED}) as available
  from catalog.product p where p.slug = $1 and p.state in ('listed', 'sold')`;

/** The page of one piece. Sold pieces keep theirs; drafts, withdrawn and suspended ones have none. */
@Injectable()
export class ProductPageService {
  constructor(
    private readonly db: Database,
    private readonly fees: FeesService,
    private readonly codes: HandicraftCodesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(slug: string, locale: Locale): Promise<ProductShape> {
    const [row] = /^[a-z0-9-]{1,120}$/.test(slug) ? await this.db.prepared<PageRow>('catalog.page', PAGE, [slug]) : [];
    if (!row) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'slug');
    const product = productOf(row);
    const day = moroccanDay(this.clock.now());
    const certified = isCertified(product, day);
    const shares = priceOf(product.priceMinor!, { clusterFee: product.terms.fee, netWeightGrams: product.netWeightGrams, certified }, await this.fees.on(day));
    const title = inLocale(product.title, locale)!;
    const story = inLocale(product.story, locale);
    const words = product.terms.text && inLocale(product.terms.text, locale);
    const line = await this.codes.get(product.hsCode!);
    return {
      ...product,
      slug: product.slug!,
      title: title.text,
      titleLocale: title.locale,
      story: story?.text ?? null,
      storyLocale: story?.locale ?? null,
      makerId: product.artisanId,
      makerName: (locale === 'ar' && product.makerNameAr) || product.makerName,
      exporterName: product.exporter.name,
      exporterText: words?.text ?? null,
      exporterTextLocale: words?.locale ?? null,
      minimumQuantity: minimumOf(product),
      branch: product.branch!,
      branchName: label(branches, product.branch!, locale),
      regionName: label(regions, product.regionCode, locale),
      techniques: product.techniques.map((code) => label(techniques, code, locale)),
      materials: product.materials.map((material) => ({ ...material, name: material.name ?? label(materials, material.code, locale) })),
      hsCode: product.hsCode!,
      hsDescription: line?.[locale] ?? '',
      price: dirhams(goodsOfOne(shares)),
      priceShares: { maker: dirhams(shares.makerMinor), cluster: dirhams(shares.clusterMinor + shares.clusterOrderMinor), centre: dirhams(shares.centreMinor), platform: dirhams(shares.platformMinor) },
      netWeightGrams: product.netWeightGrams!,
      grossWeightGrams: product.grossWeightGrams!,
      lengthMm: product.lengthMm!,
      widthMm: product.widthMm!,
      heightMm: product.heightMm!,
      certified,
      certificateNumber: certified ? product.certificateNumber : null,
      certificateUntil: certified ? product.certificateUntil : null,
      certificateScheme: certified ? product.certificateScheme : null,
      available: product.state === 'listed' ? availableOf(product, row.available) : 0,
      photographs: row.photographs,
      photographId: row.photographs[0]?.id ?? null,
      listedAt: product.listedAt!,
    };
  }
}

function dirhams(amountMinor: number): Money {
  return { amountMinor, currency: 'MAD' };
}
