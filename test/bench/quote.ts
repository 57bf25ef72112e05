import { readReferenceFile, shippedFiles } from '../../libs/shipping/reference/reference.files.js';
import { ReferenceBook } from '../../libs/shipping/reference/book.js';
import type { ReferenceRows } from '../../libs/shipping/reference/row.js';
import { Dec } from '../../libs/shipping/quotes/decimal.js';
import { landedCost } from '../../libs/shipping/quotes/landed-cost.js';
import type { QuoteRequest } from '../../libs/shipping/quotes/quote.js';

/**
 * Delivered prices a second on one core, over one-piece requests to six countries as a listing asks them.
 * The ceiling, measured in the same run on the same inputs: one exact multiplication of the value by one rate.
 * A card of 48 pieces must fit well inside a page's budget: 20,000 quotes a second is the floor.
 */
const ROUNDS = 5;
const FLOOR = 20_000;

const files = await Promise.all((await shippedFiles()).map(readReferenceFile));
const rows = Object.fromEntries(files.map((file) => [file.table.name, file.rows.map(({ row }) => row)])) as unknown as ReferenceRows;
const book = new ReferenceBook(rows, 'bench');
const codes = ['570110', '640359', '741810', '691200', '420221', '711311', '630120', '940550'];
const countries = ['FR', 'DE', 'GB', 'US', 'CH', 'CA'];

const requests: QuoteRequest[] = Array.from({ length: 6_000 }, (_, i) => ({
  country: countries[i % countries.length]!,
  buyerKind: 'consumer',
  incoterm: 'DDP',
  asOf: '2026-11-24',
  lines: [
    {
      key: String(i), hsCode: codes[i % codes.length]!, quantity: 1 + (i % 3), goodsValueMadMinor: 100_00 + ((i * 7919) % 900_000), netWeightGrams: 900, grossWeightGrams: 1_100,
      lengthMm: 400, widthMm: 300, heightMm: 60, originRegion: 'MA-03', materials: [{ name: 'wool', percent: 100, originCountry: 'MA' }], foodContact: false,
    },
  ],
}));

function perSecond(work: (request: QuoteRequest) => number): { best: number; sum: number } {
  let best = 0;
  let sum = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const from = process.cpuUsage();
    for (const request of requests) sum += work(request);
    const spent = process.cpuUsage(from);
    best = Math.max(best, requests.length / ((spent.user + spent.system) / 1e6));
  }
  return { best, sum };
}

const rate = new Dec('8');
const ceiling = (request: QuoteRequest): number => rate.times(request.lines[0]!.goodsValueMadMinor).div(100).toDecimalPlaces(0).toNumber();
const quote = (request: QuoteRequest): number => {
  const answer = landedCost(book.market(request.country, request.asOf), request, 'bench');
  return answer.known ? answer.total.amountMinor : 1;
};

perSecond(quote);
perSecond(ceiling);
const bare = perSecond(ceiling);
const full = perSecond(quote);
const known = requests.filter((request) => landedCost(book.market(request.country, request.asOf), request, 'bench').known).length;
console.log(`${known} of ${requests.length} requests have an answer`);
console.log(`one multiplication  ${Math.round(bare.best).toLocaleString('en')} a second of CPU`);
console.log(`one delivered price ${Math.round(full.best).toLocaleString('en')} a second of CPU (floor ${FLOOR.toLocaleString('en')})`);
console.log(`a delivered price costs ${(bare.best / full.best).toFixed(1)} multiplications`);
if (full.best < FLOOR) process.exitCode = 1;
