import { Injectable } from '@nestjs/common';
import { fold } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { stem } from '../find/search-words.js';

export interface HandicraftCode {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
  readonly source: string;
  readonly confidence: string;
}

const MOST = 120;
const LINES = `select hs6 as code, description_en as en, description_fr as fr, description_ar as ar, source, confidence from catalog.hs_code order by hs6`;

/** The lines of the Harmonized System that handicraft is exported under. A hundred rows that change once a year: read once. */
@Injectable()
export class HandicraftCodesService {
  private lines?: Promise<ReadonlyMap<string, HandicraftCode>>;

  constructor(private readonly db: Database) {}

  /** Asked inside a transaction, the first reading takes no second connection. */
  async get(code: string, tx?: Tx): Promise<HandicraftCode | undefined> {
    return (await this.all(tx)).get(code);
  }

  /** Lines whose code or words begin as typed, in any of the three languages. */
  async search(query: string): Promise<HandicraftCode[]> {
    const words = fold(query.slice(0, 200)).split(' ').filter(Boolean).map(stem);
    const found = [...(await this.all()).values()].filter((line) => {
      const text = ` ${line.code} ${fold(`${line.en} ${line.fr} ${line.ar}`)}`;
      return words.every((word) => text.includes(` ${word}`) || text.includes(` ال${word}`));
    });
    return found.slice(0, MOST);
  }

  private all(tx?: Tx): Promise<ReadonlyMap<string, HandicraftCode>> {
    this.lines ??= (tx ? tx.query<HandicraftCode>(LINES) : this.db.read<HandicraftCode>(LINES))
      .then((rows) => new Map(rows.map((row) => [row.code, row])))
      .catch((error: unknown) => {
        this.lines = undefined;
        throw error;
      });
    return this.lines;
  }
}
