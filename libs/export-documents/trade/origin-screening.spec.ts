import { SCREENING_PAPERS } from '#libs/shipping';
import { PAPER_KINDS } from '../papers/paper.js';

describe('what screening asks for', () => {
  const of = (from: 'export_file' | 'maker') => Object.entries(SCREENING_PAPERS).filter(([, paper]) => paper.from === from).map(([kind]) => kind);

  it('names a paper this file draws up, or says that the maker brings it', () => {
    expect(of('export_file').filter((kind) => !(PAPER_KINDS as readonly string[]).includes(kind))).toEqual([]);
    expect(of('maker').filter((kind) => (PAPER_KINDS as readonly string[]).includes(kind))).toEqual([]);
    expect(of('export_file').length).toBeGreaterThan(3);
  });
});
