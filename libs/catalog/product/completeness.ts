import { catalogErrors } from '../catalog.errors.js';
import { materials as materialWords } from '../trade-words/materials.js';
import type { Product } from './product.js';

/**
 * What the export of a piece still needs, as field names in the order a maker meets them. A commercial invoice asks for
 * description, material percentages, HS code, origin, weights and value; a listing asks for a photograph besides.
 */
export function missing(product: Product, photographs: number): string[] {
  const gaps: [string, boolean][] = [
    ['photographs', photographs === 0],
    ['title', !product.title.en && !product.title.fr && !product.title.ar],
    ['price', product.priceMinor === null],
    ['branch', product.branch === null],
    ['materials', percentages(product) !== 100],
    ...product.materials.flatMap((material, i): [string, boolean][] => [
      [`materials.${i}.name`, material.code.startsWith('other') && material.name === null],
      // Customs and plant-protection rules ask for the species of any wood.
      [`materials.${i}.scientificName`, materialWords.get(material.code)?.wood === true && material.scientificName === null],
    ]),
    ['hsCode', product.hsCode === null],
    ['netWeightGrams', product.netWeightGrams === null],
    ['grossWeightGrams', product.grossWeightGrams === null],
    ['lengthMm', product.lengthMm === null],
    ['widthMm', product.widthMm === null],
    ['heightMm', product.heightMm === null],
  ];
  return gaps.filter(([, gap]) => gap).map(([field]) => field);
}

/** Refuses a piece that is not ready for sale, naming the first thing it lacks. */
export function requireComplete(product: Product, photographs: number, root = ''): void {
  const [first] = missing(product, photographs);
  if (first === 'photographs') throw catalogErrors.CATALOG_PHOTOGRAPH_MISSING({}, 'photographs');
  const total = percentages(product);
  if (first === 'materials' && total > 0) throw catalogErrors.CATALOG_MATERIALS_TOTAL({ total }, `${root}materials`);
  if (first !== undefined) throw catalogErrors.CATALOG_FIELD_MISSING({}, `${root}${first}`);
}

function percentages(product: Product): number {
  return product.materials.reduce((sum, material) => sum + material.percent, 0);
}
