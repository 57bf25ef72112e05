import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Mail, type Config, type Tx } from '#libs/platform';
import { letterOf, type Occasion } from './letters.js';
import { orderKey } from '../order/order-key.js';
import type { ProForma } from '../pro-forma.js';

/** Letters to the buyer, posted in the transaction that gave her the news. */
@Injectable()
export class LettersService {
  constructor(
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async write(tx: Tx, proForma: ProForma, occasion: Occasion): Promise<void> {
    await this.mail.post(tx, { to: proForma.buyer.email, ...letterOf(proForma, occasion, this.link(proForma)) });
  }

  private link(proForma: ProForma): string {
    return `${this.config.publicUrl}/${proForma.buyer.locale}/track/${orderKey(this.config.SECRET, proForma.orderId)}`;
  }
}
