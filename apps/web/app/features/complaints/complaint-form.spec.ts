import { complaintDone, photographsIn, photographsScope } from './complaint-form.js';

function form(intent: string, files: readonly File[] = []): FormData {
  const filled = new FormData();
  filled.set('intent', intent);
  for (const file of files) filled.append('photographs', file);
  return filled;
}

describe('the form of a complaint', () => {
  it('holds every photograph that was chosen; an empty box holds none', () => {
    const chosen = [new File(['one'], 'a.jpg'), new File(['two'], 'b.jpg')];
    expect(photographsIn(form('complaint-open', chosen)).map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
    // What a browser sends for a box of files that nobody touched.
    expect(photographsIn(form('complaint-open', [new File([], '')]))).toEqual([]);
  });

  it('tells of a letter only where one goes out', () => expect([complaintDone(form('complaint-photographs')), complaintDone(form('complaint-open'))]).toEqual(['complaintShown', 'complaint']));

  it('has a place for each complaint’s photographs', () => expect(photographsScope('c1')).not.toBe(photographsScope('c2')));
});
