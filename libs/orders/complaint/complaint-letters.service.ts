import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { ExporterLettersService } from '../letters/exporter-letters.service.js';
import { LettersService } from '../letters/letters.service.js';
import { OrdersService } from '../orders.service.js';
import type { ProForma } from '../pro-forma.js';
import { buyerComplaintLetter, creditNoteLetter, exporterComplaintLetter, newsForBuyer, newsForExporter, type ComplaintNews } from './complaint-letters.js';
import { COMPLAINT, type ComplaintRow } from './complaint.rows.js';

interface Told {
  complaintId: string;
  news: ComplaintNews;
  words: string | null;
}

const tellExporter = errand<Told>('orders.tell-exporter-complaint', { attempts: 6 });

/** Each side hears in her language what the other, or the desk, said. */
@Injectable()
export class ComplaintLettersService {
  constructor(
    private readonly db: Database,
    private readonly orders: OrdersService,
    private readonly letters: LettersService,
    private readonly exporters: ExporterLettersService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whom it concerns of the state a complaint is in now; who spoke needs no letter but for the decision that ends it. */
  async tell(tx: Tx, complaint: ComplaintRow, order: ProForma, words: string | null): Promise<void> {
    const forBuyer = newsForBuyer(complaint.state);
    if (forBuyer) await this.letters.about(tx, order, (link) => buyerComplaintLetter(order, complaint, forBuyer, words, link));
    const forExporter = newsForExporter(complaint.state);
    if (forExporter) await this.toExporter(tx, complaint.id, forExporter, words);
  }

  async toExporter(tx: Tx, complaintId: string, news: ComplaintNews, words: string | null): Promise<void> {
    await tx.send(tellExporter, { complaintId, news, words }, { key: `${complaintId}:${news}` });
  }

  async creditNote(tx: Tx, complaint: ComplaintRow, order: ProForma, note: { number: string; amountMinor: number; goodsMinor: number }): Promise<void> {
    await this.letters.about(tx, order, (link) => creditNoteLetter(order, complaint, note, link));
  }

  @OnErrand(tellExporter)
  async told({ complaintId, news, words }: Told): Promise<void> {
    const [complaint] = await this.db.read<ComplaintRow>(`select ${COMPLAINT} from orders.complaint c where c.id = $1`, [complaintId]);
    const order = await this.orders.proForma(complaint!.orderId);
    const people = await this.exporters.peopleOf(order.exporter);
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`orders.tell-exporter-complaint:${complaintId}:${news}`, { complaintId, news }, async () => {
        for (const { email, locale } of people) await this.mail.post(tx, { to: email, ...exporterComplaintLetter(order, complaint!, news, locale, words, `${this.config.publicUrl}/${locale}/workshop/orders/${order.orderId}`) });
      }),
    );
  }
}
