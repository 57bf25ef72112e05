import { DomainError, type Locale } from '#libs/kernel';
import { platformErrors } from '#libs/platform';

const WORDS: Readonly<Record<'codes' | 'tries' | 'mandates' | 'proposals', Readonly<Record<Locale, string>>>> = {
  codes: { en: '{most} codes an hour at most. Use the last one that came, or ask again in an hour.', fr: '{most} codes par heure au plus. Utilisez le dernier reçu, ou redemandez-en un dans une heure.', ar: 'الحد الأقصى للرموز في الساعة {most}. استعمل آخر رمز وصلك، أو اطلب رمزاً آخر بعد ساعة.' },
  tries: { en: '{most} tries an hour at most. Check your card, and try again in an hour.', fr: '{most} essais par heure au plus. Vérifiez votre carte et réessayez dans une heure.', ar: 'الحد الأقصى للمحاولات في الساعة {most}. تحقق من بطاقتك وأعد المحاولة بعد ساعة.' },
  mandates: { en: 'An artisan is asked {most} times a day at most. Ask again tomorrow.', fr: 'On ne demande pas plus de {most} fois par jour à un artisan. Redemandez demain.', ar: 'لا يُطلب من الصانع أكثر من {most} مرات في اليوم. أعد الطلب غداً.' },
  proposals: { en: 'An artisan is asked {most} times a day at most. Propose it tomorrow.', fr: 'On ne propose pas plus de {most} choses par jour à un artisan. Proposez-le demain.', ar: 'لا يُقترح على الصانع أكثر من {most} أمور في اليوم. قدّم الاقتراح غداً.' },
};

/** Too many requests as a person would say it: nobody waits for 86400 seconds. */
export function tooOften(what: keyof typeof WORDS, most: number, seconds: number): DomainError {
  const { code, definition } = platformErrors.TOO_MANY_REQUESTS({ seconds });
  return new DomainError(code, { ...definition, ...WORDS[what] }, { most, seconds });
}
