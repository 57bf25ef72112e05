import { defineErrors } from '#libs/kernel';

export const exportDocumentsErrors = defineErrors({
  EXPORT_FILE_NOT_FOUND: {
    kind: 'not_found',
    en: 'There is no export file for this order yet. It is opened when every piece is made.',
    fr: 'Cette commande n’a pas encore de dossier d’export. Il s’ouvre quand toutes les pièces sont faites.',
    ar: 'لا ملف تصدير لهذه الطلبية بعد. يُفتح حين تُنجز كل القطع.',
  },
  EXPORT_EXPORTER_NOT_FOUND: { kind: 'not_found', en: 'This exporter does not exist.', fr: 'Cet exportateur n’existe pas.', ar: 'هذا المصدّر غير موجود.' },
  EXPORT_LINE_NOT_FOUND: { kind: 'not_found', en: 'The order has no line {line}.', fr: 'La commande n’a pas de ligne {line}.', ar: 'ليس في الطلبية سطر رقمه {line}.' },
  EXPORT_PAPER_NOT_FOUND: { kind: 'not_found', en: 'This paper does not exist.', fr: 'Ce document n’existe pas.', ar: 'هذه الوثيقة غير موجودة.' },
  EXPORT_PAPER_NOT_READY: {
    kind: 'conflict',
    en: '{number} is not printed yet.',
    fr: '{number} n’est pas encore imprimé.',
    ar: 'لم تُطبع {number} بعد.',
  },
  EXPORT_PAPER_NOT_FAILED: {
    kind: 'conflict',
    en: '{number} has not failed; there is nothing to try again.',
    fr: '{number} n’a pas échoué ; il n’y a rien à réessayer.',
    ar: 'لم يفشل تحرير {number}؛ فلا داعي إلى إعادته.',
  },
  EXPORT_PAPER_NOT_ASKED: {
    kind: 'conflict',
    en: 'Nobody asked for {paper}: if it is in the file, a rule requires it.',
    fr: 'Personne n’a demandé {paper} : s’il est au dossier, une règle l’exige.',
    ar: 'لم يطلب أحد {paper}: إن كانت في الملف فلأن قاعدة تشترطها.',
  },
  EXPORT_FILE_NOT_READY: {
    kind: 'conflict',
    en: 'The commercial invoice is not printed yet; the file can be fetched when it is.',
    fr: 'La facture commerciale n’est pas encore imprimée ; le dossier sera disponible ensuite.',
    ar: 'لم تُطبع الفاتورة التجارية بعد؛ يمكن تنزيل الملف بعد ذلك.',
  },
  EXPORT_MATERIALS_UNREADABLE: {
    kind: 'invalid',
    en: 'Give each material with its share, a hundred in all: “60 % viscose, 40 % cotton”.',
    fr: 'Indiquez chaque matière avec sa part, cent en tout : « 60 % viscose, 40 % coton ».',
    ar: 'اذكر كل مادة ونسبتها، والمجموع مئة: «60 % viscose, 40 % cotton».',
  },
  EXPORT_CARRIAGE_NUMBER: {
    kind: 'invalid',
    en: 'This number is not right: {reason}.',
    fr: 'Ce numéro n’est pas correct : {reason}.',
    ar: 'هذا الرقم غير صحيح: {reason}.',
  },
  EXPORT_FILE_SENT: {
    kind: 'conflict',
    en: 'The goods have left with these papers: the file is closed.',
    fr: 'Les marchandises sont parties avec ces documents : le dossier est clos.',
    ar: 'غادرت البضائع بهذه الوثائق: الملف مغلق.',
  },
});
