import { knotsPerM2, type Certificate } from '#libs/certification';
import type { Evidence } from './trade.js';

type Vouched = Pick<Certificate, 'number' | 'labelNumber' | 'grade' | 'foodContact' | 'inspectorName' | 'validFrom' | 'facts'>;

/** What a centre's certificate vouches for, as papers cite it. `page` is where anybody reads it. */
export function evidenceOf(c: Vouched, page: string): Evidence {
  const found = c.facts.flatMap((f) => (f.value === null ? [] : [{ rule: f.rule, name: f.en, value: f.value, unit: f.unit ?? '' }]));
  return { number: c.number, label: c.labelNumber, grade: c.grade, foodContact: c.foodContact, inspector: c.inspectorName, validFrom: c.validFrom, page, found: [...found, ...density(found)] };
}

/** An inspector counts the knots of a decimetre each way; an invoice says those of a square metre (domain list, 1.1). */
function density(found: Evidence['found']): Evidence['found'] {
  const [knotsWidth, knotsHeight] = ['knots-width', 'knots-height'].map((rule) => found.find((f) => f.rule === rule)?.value);
  if (knotsWidth === undefined || knotsHeight === undefined) return [];
  return [{ rule: 'knots', name: 'Density', value: knotsPerM2({ knotsWidth, knotsHeight }), unit: 'knots/m²' }];
}
