import { pieceBox, pieceInput, unreadBoxes } from './piece-form.js';

function formOf(boxes: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(boxes)) form.set(name, value);
  return form;
}

describe('the maker’s form', () => {
  it('turns centimetres and kilograms into what the house keeps', () => {
    const input = pieceInput('p', formOf({ length: '250', width: '160,5', netWeight: '9.45' }));
    expect(input).toMatchObject({ lengthMm: 2500, widthMm: 1605, heightMm: null, netWeightGrams: 9450 });
  });

  it('reads the digits of either script, and names the boxes it cannot read', () => {
    const form = formOf({ length: '٢٥٠', netWeight: '٩٫٤٥', stock: '٢٤', leadTimeDays: ' ', hsCode: '٥٧٠١١٠', 'material-0': 'wool', 'percent-0': '١٠٠' });
    expect(pieceInput('p', form)).toMatchObject({ lengthMm: 2500, netWeightGrams: 9450, stock: 24, leadTimeDays: 0, hsCode: '570110', materials: [{ percent: 100 }] });
    expect(unreadBoxes(form)).toEqual([]);
    expect(unreadBoxes(formOf({ stock: 'a dozen', width: '2 m', 'percent-1': '80 %' }))).toEqual(['width', 'stock', 'percent-1']);
  });

  it('keeps the code of a customs line that was chosen with its words', () => {
    expect(pieceInput('p', formOf({ hsCode: '570110 Carpets of wool' })).hsCode).toBe('570110');
  });

  it('says Morocco where no origin was written, and leaves empty rows out', () => {
    const { materials } = pieceInput('p', formOf({ 'material-0': 'wool', 'percent-0': '100', 'material-1': '' }));
    expect(materials).toEqual([{ code: 'wool', name: null, percent: 100, originCountry: 'MA', scientificName: null, hsCode: null, cost: null, originProof: false }]);
  });

  it('sends how it is made: each operation that is ticked, what the material costs and proves', () => {
    const form = formOf({ 'material-0': 'wool', 'percent-0': '100', 'materialHs-0': '5101', 'materialCost-0': '120,50', 'materialProof-0': 'on', workCost: '300' });
    form.append('operation', 'spinning');
    form.append('operation', 'knotting');
    expect(pieceInput('p', form)).toMatchObject({ operations: ['spinning', 'knotting'], workCost: '300', materials: [{ hsCode: '5101', cost: '120,50', originProof: true }] });
  });

  it('has one of a unique piece', () => expect(pieceInput('p', formOf({ unique: 'on', stock: '7' }))).toMatchObject({ unique: true, stock: 1 }));

  it.each([
    ['title.fr', 'titleFr'],
    ['materials.2.percent', 'percent-2'],
    ['materials', 'material-0'],
    ['netWeightGrams', 'netWeight'],
    ['hsCode', 'hsCode'],
    ['materials.1.hsCode', 'materialHs-1'],
    ['workCost', 'workCost'],
  ])('was typed in: %s is %s', (field, box) => expect(pieceBox(field)).toBe(box));
});
