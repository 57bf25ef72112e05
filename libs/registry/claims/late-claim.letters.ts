import { dayInWords, moroccanDay, type Locale } from '#libs/kernel';

interface Blanks {
  readonly name: string;
  readonly due: Date;
  readonly region: string;
}
type Letters = Readonly<Record<Locale, { readonly subject: string; readonly body: string }>>;

const CHAMBER: Letters = {
  en: { subject: 'Past its deadline: the request of {name}', body: '{name} waits for your chamber’s answer, which was due by {due}. It stands first among the requests to join. Approve it, send it back with what is missing, or refuse it with the reason.' },
  fr: { subject: 'En retard : la demande de {name}', body: '{name} attend la réponse de votre chambre, due pour le {due}. Sa demande est la première de la liste. Acceptez-la, renvoyez-la avec ce qui manque, ou refusez-la avec le motif.' },
  ar: { subject: 'تجاوز الأجل: طلب {name}', body: 'ينتظر {name} جواب غرفتكم الذي كان أجله {due}. طلبه في رأس اللائحة. وافقوا عليه أو أعيدوه مع بيان ما ينقص أو ارفضوه مع ذكر السبب.' },
};

const APPLICANT: Letters = {
  en: { subject: 'Your request is late at the chamber', body: 'The chamber of handicrafts of {region} should have answered by {due}. It has been reminded. Your request is complete and keeps its place: you have nothing to send again.' },
  fr: { subject: 'Votre demande a pris du retard à la chambre', body: 'La chambre d’artisanat de {region} devait répondre pour le {due}. Elle vient d’être relancée. Votre demande est complète et garde sa place : vous n’avez rien à renvoyer.' },
  ar: { subject: 'تأخر طلبك لدى الغرفة', body: 'كان على غرفة الصناعة التقليدية لجهة {region} أن تجيب قبل {due}، وقد تم تذكيرها. طلبك كامل ويحتفظ برتبته: لا يلزمك إرسال شيء من جديد.' },
};

export const lateForChamber = (locale: Locale, blanks: Blanks): { subject: string; body: string } => fill(CHAMBER[locale], locale, blanks);
export const lateForApplicant = (locale: Locale, blanks: Blanks): { subject: string; body: string } => fill(APPLICANT[locale], locale, blanks);

function fill({ subject, body }: Letters[Locale], locale: Locale, { due, ...rest }: Blanks): { subject: string; body: string } {
  const filled = { ...rest, due: dayInWords(moroccanDay(due), locale) };
  const say = (text: string): string => text.replace(/\{(name|due|region)\}/g, (_, blank: keyof Blanks) => filled[blank]);
  return { subject: say(subject).slice(0, 150), body: say(body) };
}
