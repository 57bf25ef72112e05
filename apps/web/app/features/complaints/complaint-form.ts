/** What a buyer sent with the form of a complaint. */
export function photographsIn(form: FormData): File[] {
  return form.getAll('photographs').filter((file): file is File => file instanceof File && file.size > 0);
}

/** The form for more photographs, under the complaint: where a refused one is said, since the form it came with is gone. */
export function photographsScope(complaintId: string): string {
  return `photographs-${complaintId}`;
}

/** What the page says once it is done: photographs send nobody a letter. */
export function complaintDone(form: FormData): string {
  return form.get('intent') === 'complaint-photographs' ? 'complaintShown' : 'complaint';
}
