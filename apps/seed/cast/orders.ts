import type { CastOrder, CastRequest } from './cast.js';

/** At least one order for each place an order can be in. Every basket holds the pieces of one exporter. */
export const orders: readonly CastOrder[] = [
  { key: 'settled', buyer: 'claire', lines: [{ piece: 'azilal-saffron', quantity: 1 }], end: 'paid_out' },
  {
    key: 'arrived', buyer: 'amelia', lines: [{ piece: 'babouche-yellow', quantity: 2 }, { piece: 'babouche-embroidered', quantity: 1 }], end: 'delivered',
    complaints: [
      {
        piece: 'babouche-embroidered', quantity: 1, kind: 'not_as_described', end: 'with_desk', photograph: true,
        words: 'The embroidery is looser than in the pictures, and a thread has come out on the left toe.',
        answer: 'هذا طرز يدوي، ولا تتشابه فيه قطعتان. كان الخيط محكما حين غلّفت الزوج.',
      },
    ],
  },
  {
    key: 'complained', buyer: 'claire', lines: [{ piece: 'pouf-tan', quantity: 2 }, { piece: 'bag-walnut', quantity: 1 }], end: 'delivered',
    complaints: [
      { piece: 'pouf-tan', quantity: 1, kind: 'damaged', end: 'open', photograph: true, words: 'Un des deux poufs est arrivé fendu le long d’une couture. L’autre est parfait.' },
      {
        piece: 'bag-walnut', quantity: 1, kind: 'not_as_described', end: 'refunded', offerMinor: 1_500,
        words: 'Le sac est très beau, mais plus foncé que sur la photographie.', answer: 'Le tannage végétal fonce d’une peau à l’autre. Je vous propose ce geste, et vous gardez le sac.',
      },
    ],
  },
  { key: 'disputed', buyer: 'jonas', lines: [{ piece: 'babouche-white', quantity: 4 }], end: 'delivered', disputed: true },
  { key: 'under-way', buyer: 'claire', lines: [{ piece: 'pouf-saffron', quantity: 2 }], end: 'dispatched' },
  { key: 'papers-done', buyer: 'daniel', lines: [{ piece: 'basket-deep', quantity: 2 }, { piece: 'basket-bread', quantity: 1 }], end: 'documented' },
  // Above EUR 6,000 an exporter may not declare the origin himself: these papers wait for the number of an EUR.1.
  { key: 'papers-wanted', buyer: 'jonas', lines: [{ piece: 'fibula-plain', quantity: 66 }], end: 'ready' },
  {
    key: 'being-made', buyer: 'jonas', lines: [{ piece: 'safi-bowl', quantity: 12 }, { piece: 'safi-tagine', quantity: 4 }], end: 'in_production',
    lots: [
      { piece: 'safi-bowl', maker: 'khadija', quantity: 8, accepted: true },
      { piece: 'safi-bowl', maker: 'lahcen', quantity: 4, accepted: false },
      { piece: 'safi-tagine', maker: 'lahcen', quantity: 4, accepted: false },
    ],
  },
  { key: 'to-accept', buyer: 'amelia', lines: [{ piece: 'boujaad-small', quantity: 1 }], end: 'funded' },
  { key: 'given-back', buyer: 'jonas', lines: [{ piece: 'chefchaouen-panel', quantity: 2 }], end: 'declined' },
  { key: 'changed-mind', buyer: 'daniel', lines: [{ piece: 'walnut-box', quantity: 1 }], end: 'cancelled' },
  { key: 'to-pay', buyer: 'amelia', lines: [{ piece: 'lantern-nickel', quantity: 2 }], end: 'placed' },
];

/** What waits for the inspectors of the two centres. */
export const requests: readonly CastRequest[] = [
  { piece: 'boujaad-violet', variant: 'middle-atlas' },
  { piece: 'beni-ourain-runner', variant: 'middle-atlas' },
  { piece: 'safi-plate', variant: 'not-fillable' },
  { piece: 'tamegroute-vase', variant: 'decorative' },
];
