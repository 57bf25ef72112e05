import type { Locale } from '#libs/kernel';
import type { TieLetter } from './tie-letters.js';

/** A cluster that nobody speaks for, as its members and as the administration read it; and the end of that. */
export type RestNews = 'resting' | 'woken' | 'resting_told_admin';
/** What is done to one member's coordination by somebody else. */
export type NamedNews = 'named' | 'unnamed';

type Words = Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>;

const LETTERS: Readonly<Record<RestNews | NamedNews, Words>> = {
  resting: {
    en: { subject: 'Nobody speaks for {cluster} any more', text: 'Nobody who coordinates {cluster} may sell today, so nobody can act for it. Your pieces are on sale under your own name, at your price, until somebody coordinates it again. Parts of orders that you have accepted go on, and those that wait for you can be answered; what only a coordinator can do waits. Members can name another by agreement: once more than half of you name the same one, she coordinates. The administration can name somebody too.' },
    fr: { subject: 'Plus personne ne représente {cluster}', text: 'Aucune des personnes qui coordonnent {cluster} ne peut vendre aujourd’hui : plus personne ne peut agir pour lui. Vos pièces sont en vente sous votre propre nom, à votre prix, jusqu’à ce que quelqu’un le coordonne de nouveau. Les parts de commandes que vous avez acceptées se poursuivent et celles qui vous attendent peuvent recevoir une réponse ; ce que seule la coordination peut faire attend. Les membres peuvent désigner quelqu’un d’un commun accord : dès que plus de la moitié d’entre vous désignent la même personne, elle coordonne. L’administration peut aussi désigner quelqu’un.' },
    ar: { subject: 'لم يعد أحد يمثل {cluster}', text: 'لا يحق البيع اليوم لأي من منسقي {cluster}، فلم يعد أحد يتصرف باسمه. قطعك معروضة للبيع باسمك وبثمنك إلى أن يتولى أحد التنسيق من جديد. تستمر حصص الطلبيات التي قبلتها، ويمكنك الجواب عما ينتظرك منها؛ أما ما لا يقوم به إلا المنسق فينتظر. يمكن للأعضاء تعيين منسق بالتوافق: حين يختار أكثر من نصفكم الشخص نفسه يصبح منسقاً. ويمكن للإدارة أيضاً أن تعين أحداً.' },
  },
  resting_told_admin: {
    en: { subject: 'Nobody speaks for {cluster}', text: 'Nobody who coordinates {cluster} may sell today, and it has no agent. Its offers rest, and what needs a coordinator waits. Its members have been told and may agree on somebody; you may name one of them.' },
    fr: { subject: 'Plus personne ne représente {cluster}', text: 'Aucune des personnes qui coordonnent {cluster} ne peut vendre aujourd’hui, et il n’a pas d’agent. Ses propositions sont suspendues et ce qui demande une coordination attend. Ses membres ont été informés et peuvent s’accorder ; vous pouvez désigner l’un d’eux.' },
    ar: { subject: 'لا أحد يمثل {cluster}', text: 'لا يحق البيع اليوم لأي من منسقي {cluster}، وليس له وكيل. عروضه معلقة، وما يحتاج إلى منسق ينتظر. أُخبر أعضاؤه ولهم أن يتوافقوا على أحدهم، ويمكنكم تعيين واحد منهم.' },
  },
  woken: {
    en: { subject: '{cluster} is coordinated again', text: 'Somebody speaks for {cluster} again. The pieces it offered stand under its name again, on the terms they had, as far as their makers still allow it.' },
    fr: { subject: '{cluster} est de nouveau coordonné', text: 'Quelqu’un représente de nouveau {cluster}. Les pièces qu’il proposait sont de nouveau en vente sous son nom, aux mêmes conditions, dans la mesure où leurs artisans le permettent encore.' },
    ar: { subject: 'عاد التنسيق إلى {cluster}', text: 'أصبح هناك من يمثل {cluster} من جديد. عادت القطع التي كان يعرضها إلى البيع باسمه وبالشروط نفسها، ما دام صناعها يأذنون بذلك.' },
  },
  named: {
    en: { subject: 'You coordinate {cluster}', text: 'You have been named to coordinate {cluster}: you answer requests, offer pieces, share out large orders and answer for its sales. If you do not want to, another member has to be named first.' },
    fr: { subject: 'Vous coordonnez {cluster}', text: 'Il vous revient de coordonner {cluster} : vous répondez aux demandes, proposez des pièces, répartissez les grandes commandes et répondez de ses ventes. Si vous ne le souhaitez pas, un autre membre doit d’abord être désigné.' },
    ar: { subject: 'أنت منسق {cluster}', text: 'عُيّنت منسقاً لـ{cluster}: تجيب عن الطلبات وتعرض القطع وتوزع الطلبيات الكبيرة وتتولى مبيعاته. إذا لم ترغب في ذلك، يجب أولاً تعيين عضو آخر.' },
  },
  unnamed: {
    en: { subject: 'You no longer coordinate {cluster}', text: 'Your coordination of {cluster} has ended. You are still its member, and what you let it do with your pieces has not changed.' },
    fr: { subject: 'Vous ne coordonnez plus {cluster}', text: 'Votre coordination de {cluster} a pris fin. Vous en restez membre, et ce que vous lui permettez de faire de vos pièces ne change pas.' },
    ar: { subject: 'لم تعد منسق {cluster}', text: 'انتهت مهمتك في تنسيق {cluster}. تبقى عضواً فيه، ولا يتغير ما تسمح له به في قطعك.' },
  },
};

export function coordinationLetter(news: RestNews | NamedNews, cluster: string, locale: Locale, link: string): TieLetter {
  const { subject, text } = LETTERS[news][locale];
  const fill = (words: string): string => words.replaceAll('{cluster}', () => cluster);
  return { subject: fill(subject), body: `${fill(text)}\n\n${link}\n\nDar Sanaa` };
}
