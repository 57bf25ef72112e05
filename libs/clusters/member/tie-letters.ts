import type { Locale } from '#libs/kernel';
import { MEMBERSHIP_SIDE, type MembershipVerb } from './membership.js';

/** What is taken back before it was answered needs no letter. */
export type TieNews = Exclude<MembershipVerb, 'retract'>;

/** What the register says of a member, and with it of what the cluster offers and shares out. */
export type StandingNews = 'barred' | 'restored' | 'taken_back';

export interface TieLetter {
  readonly subject: string;
  readonly body: string;
}

type Words = Readonly<Record<Locale, { readonly subject: string; readonly text: string }>>;

const LETTERS: Readonly<Record<TieNews | StandingNews, Words>> = {
  invite: {
    en: { subject: '{cluster} invites you to join', text: '{cluster} invites you to be a member. Read what it would take on top of your price before you answer; nothing changes until you say yes.' },
    fr: { subject: '{cluster} vous invite à le rejoindre', text: '{cluster} vous invite à devenir membre. Lisez ce qu’il prendrait en plus de votre prix avant de répondre ; rien ne change tant que vous n’avez pas dit oui.' },
    ar: { subject: 'يدعوك {cluster} إلى الانضمام', text: 'يدعوك {cluster} إلى العضوية فيه. اقرأ ما سيأخذه فوق ثمنك قبل أن تجيب، ولا يتغير شيء ما لم توافق.' },
  },
  request: {
    en: { subject: '{artisan} asks to join {cluster}', text: '{artisan} has read the fee of {cluster} and asks to be a member. Admit or refuse.' },
    fr: { subject: '{artisan} demande à rejoindre {cluster}', text: '{artisan} a lu la commission de {cluster} et demande à devenir membre. Admettez ou refusez.' },
    ar: { subject: 'طلب انضمام {artisan} إلى {cluster}', text: 'اطلع {artisan} على عمولة {cluster} ويطلب العضوية فيه. اقبل الطلب أو ارفضه.' },
  },
  accept: {
    en: { subject: '{artisan} has joined {cluster}', text: '{artisan} has accepted the fee and is now a member of {cluster}.' },
    fr: { subject: '{artisan} a rejoint {cluster}', text: '{artisan} a accepté la commission et est maintenant membre de {cluster}.' },
    ar: { subject: 'انضم {artisan} إلى {cluster}', text: 'قبل {artisan} العمولة وأصبح عضواً في {cluster}.' },
  },
  decline: {
    en: { subject: '{artisan} declines to join {cluster}', text: '{artisan} has declined the invitation of {cluster}.' },
    fr: { subject: '{artisan} décline l’invitation de {cluster}', text: '{artisan} a décliné l’invitation de {cluster}.' },
    ar: { subject: 'اعتذر {artisan} عن الانضمام إلى {cluster}', text: 'اعتذر {artisan} عن دعوة {cluster}.' },
  },
  approve: {
    en: { subject: 'You are a member of {cluster}', text: '{cluster} has admitted you. What it may do with your pieces is yours to allow, one thing at a time.' },
    fr: { subject: 'Vous êtes membre de {cluster}', text: '{cluster} vous a admis. Ce qu’il peut faire de vos pièces, c’est à vous de l’autoriser, chose par chose.' },
    ar: { subject: 'أصبحت عضواً في {cluster}', text: 'قبلك {cluster} عضواً. لا يفعل بقطعك شيئاً إلا بإذنك، ولكل أمر إذنه.' },
  },
  refuse: {
    en: { subject: '{cluster} has not admitted you', text: '{cluster} has refused your request to join. Your listings and prices are as they were.' },
    fr: { subject: '{cluster} ne vous a pas admis', text: '{cluster} a refusé votre demande d’adhésion. Vos annonces et vos prix sont inchangés.' },
    ar: { subject: 'لم يقبل {cluster} انضمامك', text: 'رفض {cluster} طلب انضمامك. تبقى قطعك المعروضة وأثمانك كما كانت.' },
  },
  leave: {
    en: { subject: '{artisan} has left {cluster}', text: '{artisan} is no longer a member of {cluster}. Her pieces are hers alone again; what she had not made of shared orders is offered to others.' },
    fr: { subject: '{artisan} a quitté {cluster}', text: '{artisan} n’est plus membre de {cluster}. Ses pièces sont de nouveau à son seul nom ; ce qui n’était pas réalisé des commandes partagées est proposé à d’autres.' },
    ar: { subject: 'غادر {artisan} {cluster}', text: 'لم يعد {artisan} عضواً في {cluster}. عادت قطعه إلى اسمه وحده، وما لم يُنجز من الطلبيات المشتركة يُعرض على غيره.' },
  },
  remove: {
    en: { subject: 'You are no longer a member of {cluster}', text: '{cluster} has ended your membership. Your pieces are yours alone again, at your price; do not go on with what you had not made of its shared orders.' },
    fr: { subject: 'Vous n’êtes plus membre de {cluster}', text: '{cluster} a mis fin à votre adhésion. Vos pièces sont de nouveau à votre seul nom, à votre prix ; ne poursuivez pas ce qui n’était pas réalisé de ses commandes partagées.' },
    ar: { subject: 'لم تعد عضواً في {cluster}', text: 'أنهى {cluster} عضويتك. عادت قطعك إلى اسمك وحدك وبثمنك، ولا تواصل ما لم تنجزه من طلبياته المشتركة.' },
  },
  barred: {
    en: { subject: '{artisan} of {cluster} may not sell', text: 'The registration of {artisan} is no longer in force. Her pieces have left the shelf; what was offered to her of shared orders and not yet answered is offered to others. What she has accepted she may finish: take it back if you cannot wait for it. Her pieces come back on the shelf once she is registered again.' },
    fr: { subject: '{artisan}, de {cluster}, ne peut plus vendre', text: 'L’inscription de {artisan} n’est plus en vigueur. Ses pièces ont quitté la boutique ; ce qui lui était proposé des commandes partagées, sans réponse, est proposé à d’autres. Ce qui est déjà accepté peut être terminé : reprenez-le si vous ne pouvez pas attendre. Ses pièces reviendront en boutique dès sa réinscription.' },
    ar: { subject: '{artisan} من {cluster}: لا يحق له البيع حالياً', text: 'لم يعد تسجيل {artisan} سارياً. غادرت قطعه المتجر، وما عُرض عليه من الطلبيات المشتركة دون جواب يُعرض على غيره. أما ما قبله فله أن يتمه: استرجعوه إن تعذر عليكم الانتظار. تعود قطعه إلى المتجر حالما يُسجَّل من جديد.' },
  },
  taken_back: {
    en: { subject: 'The account of {artisan}, of {cluster}, was not hers', text: 'The chamber has undone an approval: the account that stood for {artisan} was somebody else’s. Her pieces have left the shelf, your offers of them have ended, what that account let you do no longer holds, and parts of shared orders not yet answered are offered to others. What was accepted goes on: take it back if you cannot wait. Once the chamber knows the artisan, agree with her anew, or end her membership.' },
    fr: { subject: 'Le compte de {artisan}, de {cluster}, n’était pas le bon', text: 'La chambre est revenue sur une acceptation : le compte qui représentait {artisan} était celui d’une autre personne. Ses pièces ont quitté la boutique, vos offres de ces pièces ont pris fin, ce que ce compte vous permettait ne vaut plus, et les parts de commandes partagées sans réponse sont proposées à d’autres. Ce qui était accepté se poursuit : reprenez-le si vous ne pouvez pas attendre. Une fois l’artisan connu de la chambre, convenez de tout à nouveau, ou mettez fin à son adhésion.' },
    ar: { subject: 'حساب {artisan} من {cluster} لم يكن حسابه', text: 'تراجعت الغرفة عن قبول: الحساب الذي كان يمثل {artisan} يعود إلى شخص آخر. غادرت قطعه المتجر، وانتهت عروضكم لها، ولم يعد سارياً ما سمح لكم به ذلك الحساب، وتُعرض على غيره حصص الطلبيات المشتركة التي لم يُجب عنها. أما ما قُبل فيستمر: استرجعوه إن تعذر عليكم الانتظار. حين تتعرف الغرفة على الصانع اتفقوا معه من جديد، أو أنهوا عضويته.' },
  },
  restored: {
    en: { subject: '{artisan} of {cluster} may sell again', text: 'The registration of {artisan} is in force again. Her pieces that were hidden are back on the shelf, on the terms you offer them, and parts of shared orders can be offered to her.' },
    fr: { subject: '{artisan}, de {cluster}, peut de nouveau vendre', text: 'L’inscription de {artisan} est de nouveau en vigueur. Ses pièces masquées sont revenues en boutique, aux conditions de votre offre, et des parts de commandes partagées peuvent lui être proposées.' },
    ar: { subject: '{artisan} من {cluster}: يحق له البيع من جديد', text: 'أصبح تسجيل {artisan} سارياً من جديد. عادت قطعه المحجوبة إلى المتجر بشروط عرضكم، ويمكن أن تُعرض عليه حصص من الطلبيات المشتركة.' },
  },
};

/** Whoever did not do it is told: what the cluster does, the artisan reads; what she does, who speaks for the cluster. Of her standing the register writes to her. */
export function toldTo(news: TieNews | StandingNews): 'artisan' | 'cluster' {
  if (news === 'barred' || news === 'restored' || news === 'taken_back') return 'cluster';
  return MEMBERSHIP_SIDE[news] === 'coordinator' ? 'artisan' : 'cluster';
}

export function tieLetter(news: TieNews | StandingNews, names: { readonly cluster: string; readonly artisan: string }, locale: Locale, link: string): TieLetter {
  const fill = (text: string): string => text.replaceAll('{cluster}', () => names.cluster).replaceAll('{artisan}', () => names.artisan);
  const { subject, text } = LETTERS[news][locale];
  return { subject: fill(subject), body: `${fill(text)}\n\n${link}\n\nDar Sanaa` };
}
