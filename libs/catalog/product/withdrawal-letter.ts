import type { Locale } from '#libs/kernel';

/** What a maker reads when her piece leaves the shop because no certificate covers it any more: it ended, or its lot is sold. */
export function withdrawalLetter(locale: Locale, piece: { title: string; page: string }): { subject: string; body: string } {
  const { title, page } = piece;
  return {
    en: {
      subject: `"${title}" has left the shop`,
      body: `"${title}" is no longer under a certificate: it has ended, or every piece it spoke for is sold. What is left has been taken off the shop. Orders already placed go on.\n\nAsk your centre for a new inspection: as soon as a certificate covers it again, the piece comes back by itself.\n\n${page}`,
    },
    fr: {
      subject: `« ${title} » n’est plus en vente`,
      body: `« ${title} » n’est plus sous certificat : il a pris fin, ou toutes les pièces qu’il couvrait sont vendues. Ce qui reste a été retiré de la boutique. Les commandes déjà passées suivent leur cours.\n\nDemandez un nouveau contrôle à votre centre : dès qu’un certificat la couvre de nouveau, la pièce revient d’elle-même.\n\n${page}`,
    },
    ar: {
      subject: `«${title}» لم تعد معروضة للبيع`,
      body: `لم تعد «${title}» مشمولة بشهادة: إما انتهت الشهادة أو بيعت كل القطع التي كانت تشملها. لذلك سُحب الباقي من المتجر. أما الطلبيات السابقة فتستمر.\n\nاطلب معاينة جديدة من مركزك: فور صدور شهادة تشملها من جديد تعود القطعة تلقائياً.\n\n${page}`,
    },
  }[locale];
}
