import type { Locale } from '#libs/kernel';

/** What a maker reads when her piece leaves the shop because its certificate no longer holds. */
export function withdrawalLetter(locale: Locale, piece: { title: string; page: string }): { subject: string; body: string } {
  const { title, page } = piece;
  return {
    en: {
      subject: `"${title}" has left the shop`,
      body: `The certificate of "${title}" no longer holds, so the piece has been taken off the shop. Orders already placed go on.\n\nAsk your centre for a new inspection: as soon as a certificate holds again, the piece comes back by itself.\n\n${page}`,
    },
    fr: {
      subject: `« ${title} » n’est plus en vente`,
      body: `Le certificat de « ${title} » n’est plus valable : la pièce a été retirée de la boutique. Les commandes déjà passées suivent leur cours.\n\nDemandez un nouveau contrôle à votre centre : dès qu’un certificat est de nouveau valable, la pièce revient d’elle-même.\n\n${page}`,
    },
    ar: {
      subject: `«${title}» لم تعد معروضة للبيع`,
      body: `شهادة «${title}» لم تعد سارية، لذلك سُحبت القطعة من المتجر. الطلبيات السابقة تتابع طريقها.\n\nاطلب معاينة جديدة من مركزك: فور سريان شهادة من جديد تعود القطعة تلقائياً.\n\n${page}`,
    },
  }[locale];
}
