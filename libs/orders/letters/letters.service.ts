import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Mail, type Config, type Tx } from '#libs/platform';
import { letterOf, type Letter, type Occasion } from './letters.js';
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

  /** A letter that is not about the order's own road; `say` is given the link that opens the order. */
  async about(tx: Tx, proForma: ProForma, say: (link: string) => Letter): Promise<void> {
    await this.mail.post(tx, { to: proForma.buyer.email, ...say(this.link(proForma)) });
  }

  private link(proForma: ProForma): string {
    return `${this.config.publicUrl}/${proForma.buyer.locale}/track/${orderKey(this.config.SECRET, proForma.orderId)}`;
  }
}
