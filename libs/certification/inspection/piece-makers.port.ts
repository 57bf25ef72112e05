import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';

/** Who made a piece, or null where there is no such piece. */
export type MakerOf = (tx: Tx, pieceId: string) => Promise<string | null>;

/** What this room asks of the room with the pieces, which stands above it and answers once it is there. */
@Injectable()
export class PieceMakers {
  private makerOf: MakerOf | null = null;

  answeredBy(makerOf: MakerOf): void {
    this.makerOf = makerOf;
  }

  /** In a house without pieces a request names what nobody else knows. */
  async madeBy(tx: Tx, pieceId: string, artisanId: string): Promise<boolean> {
    return this.makerOf === null || (await this.makerOf(tx, pieceId)) === artisanId;
  }
}
