import { z } from 'zod';
import type { DomainError } from '#libs/kernel';
import { parse } from './parse.js';

function refusal(schema: z.ZodType, value: unknown): DomainError {
  try {
    parse(z.object({ box: schema }), { box: value });
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('it was taken');
}

const isId = (value: string): boolean => value.length === 36;

describe('a refused input', () => {
  it.each<[z.ZodType, unknown, string, string, string]>([
    [z.iso.date(), '2026-13-01', 'Write a day of the calendar as year-month-day, such as 2026-11-24.', 'Écrivez un jour du calendrier en année-mois-jour, par exemple 2026-11-24.', 'اكتب يوماً من التقويم على شكل سنة-شهر-يوم، مثل 2026-11-24.'],
    [z.iso.date(), '', 'Fill this in.', 'Remplissez ce champ.', 'املأ هذه الخانة.'],
    [z.date(), undefined, 'Choose a day and an hour.', 'Choisissez un jour et une heure.', 'اختر يوماً وساعة.'],
    [z.string().regex(/^[a-z]{2}$/), 'X Y', 'This cannot be read as it is. Check it.', 'Ceci ne peut pas être lu tel quel. Vérifiez-le.', 'لا يمكن قراءة هذا كما هو. تحقق منه.'],
    [z.string(), undefined, 'Fill this in.', 'Remplissez ce champ.', 'املأ هذه الخانة.'],
    [z.string().refine(isId, 'a UUID'), 'nope', 'This is not an id. Reload the page and try again.', 'Ceci n’est pas un identifiant. Rechargez la page et réessayez.', 'هذا ليس معرّفاً. أعد تحميل الصفحة وحاول من جديد.'],
    [z.string().min(8), 'short', 'Write 8 characters at least.', 'Écrivez au moins 8 caractères.', 'يجب ألا يقل عدد الأحرف عن 8.'],
    [z.number().int().min(1), 0, 'Not less than 1.', 'Pas moins de 1.', 'لا أقل من 1.'],
    [z.number().int(), 1.5, 'Write a whole number.', 'Écrivez un nombre entier.', 'اكتب عدداً صحيحاً.'],
    [z.number(), 'two', 'Write a number.', 'Écrivez un nombre.', 'اكتب عدداً.'],
    [z.number().max(3), 9, 'Not more than 3.', 'Pas plus de 3.', 'لا أكثر من 3.'],
    [z.number().lt(3), 3, 'Less than 3.', 'Moins de 3.', 'أقل من 3.'],
    [z.enum(['a', 'b']), 'c', 'Choose one of the answers offered.', 'Choisissez une des réponses proposées.', 'اختر أحد الأجوبة المقترحة.'],
    [z.array(z.string()).min(1), [], 'Choose one at least.', 'Choisissez-en au moins un.', 'اختر واحداً على الأقل.'],
    [z.email(), 'nobody', 'Write an e-mail address, such as name@example.ma.', 'Écrivez une adresse électronique, par exemple nom@exemple.ma.', 'اكتب عنوان بريد إلكتروني، مثل name@example.ma.'],
    [z.number().refine(() => false, { error: 'Odd.', params: { fr: 'Impair.', ar: 'فردي.' } }), 1, 'Odd.', 'Impair.', 'فردي.'],
  ])('says what is wrong as a person would, in three languages (%#)', (schema, value, en, fr, ar) => {
    const refused = refusal(schema, value);
    expect(refused).toMatchObject({ code: 'INPUT_INVALID', field: 'input.box' });
    expect([refused.say('en'), refused.say('fr'), refused.say('ar')]).toEqual([en, fr, ar]);
  });
});
