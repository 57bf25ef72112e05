import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PieceMakers } from '#libs/certification';

/** A centre is asked to look at a piece by whoever made it: certification asks the catalog whose it is. */
@Injectable()
export class CatalogPieceMakers implements OnModuleInit {
  constructor(private readonly makers: PieceMakers) {}

  onModuleInit(): void {
    this.makers.answeredBy(async (tx, pieceId) => {
      const [piece] = await tx.query<{ artisanId: string }>('select artisan_id as "artisanId" from catalog.product where id = $1', [pieceId]);
      return piece?.artisanId ?? null;
    });
  }
}
