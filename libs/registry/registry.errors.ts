import { defineErrors } from '#libs/kernel';

export const registryErrors = defineErrors({
  REGISTER_FILE_MISSING: {
    kind: 'not_found',
    en: 'There is no readable file at {path}.',
    fr: 'Aucun fichier lisible à {path}.',
    ar: 'لا يوجد ملف مقروء في {path}.',
  },
  REGISTER_FILE_EMPTY: {
    kind: 'invalid',
    en: 'This extract has no rows. Nothing was changed.',
    fr: 'Cet extrait ne contient aucune ligne. Rien n’a été modifié.',
    ar: 'لا يحتوي هذا المستخرج على أي سطر. لم يتغير شيء.',
  },
  REGISTER_FILE_BINARY: {
    kind: 'invalid',
    en: 'This is not a CSV text file (byte {offset} cannot be text). Export the register as CSV. Nothing was changed.',
    fr: 'Ce n’est pas un fichier CSV (l’octet {offset} n’est pas du texte). Exportez le registre en CSV. Rien n’a été modifié.',
    ar: 'هذا ليس ملف CSV نصياً (البايت {offset} ليس نصاً). صدّر السجل بصيغة CSV. لم يتغير شيء.',
  },
  REGISTER_LINE_TOO_LONG: {
    kind: 'invalid',
    en: 'Line {line} is longer than {max} KiB; a register row never is. Check the line ends of the file. Nothing was changed.',
    fr: 'La ligne {line} dépasse {max} Kio, ce qu’une ligne du registre ne fait jamais. Vérifiez les fins de ligne. Rien n’a été modifié.',
    ar: 'السطر {line} أطول من {max} كيبيبايت، وهذا لا يكون في السجل. تحقق من نهايات الأسطر. لم يتغير شيء.',
  },
  REGISTER_QUOTE_OPEN: {
    kind: 'invalid',
    en: 'A quotation mark opened near line {line} is never closed. Nothing was changed.',
    fr: 'Un guillemet ouvert vers la ligne {line} n’est jamais fermé. Rien n’a été modifié.',
    ar: 'علامة اقتباس فُتحت قرب السطر {line} ولم تُغلق. لم يتغير شيء.',
  },
  REGISTER_HEADER_WRONG: {
    kind: 'invalid',
    en: 'The first line must name the columns; these are missing: {missing}. Nothing was changed.',
    fr: 'La première ligne doit nommer les colonnes ; il manque : {missing}. Rien n’a été modifié.',
    ar: 'يجب أن يسمّي السطر الأول الأعمدة؛ ينقص: {missing}. لم يتغير شيء.',
  },
  REGISTER_HEADER_TWICE: {
    kind: 'invalid',
    en: 'The column {column} stands twice in the first line. Nothing was changed.',
    fr: 'La colonne {column} figure deux fois dans la première ligne. Rien n’a été modifié.',
    ar: 'العمود {column} مكرر في السطر الأول. لم يتغير شيء.',
  },
  REGISTER_NOTHING_USABLE: {
    kind: 'invalid',
    en: 'All {refused} rows were refused; the report says why. Nothing was changed.',
    fr: 'Les {refused} lignes ont toutes été refusées ; le rapport dit pourquoi. Rien n’a été modifié.',
    ar: 'رُفضت كل الأسطر ({refused})؛ التقرير يبيّن السبب. لم يتغير شيء.',
  },
  REGISTER_IMPORT_RUNNING: {
    kind: 'conflict',
    en: 'Another register import is running. Wait for it to end.',
    fr: 'Un autre import du registre est en cours. Attendez sa fin.',
    ar: 'عملية استيراد أخرى للسجل جارية. انتظر حتى تنتهي.',
  },
  ARTISAN_NOT_FOUND: {
    kind: 'not_found',
    en: 'This artisan is not in the register you may see.',
    fr: 'Cet artisan ne figure pas dans le registre que vous pouvez voir.',
    ar: 'هذا الصانع غير موجود في السجل المتاح لك.',
  },
  STANDING_OWN: { kind: 'forbidden', en: 'Nobody decides on her own standing. Ask a colleague.', fr: 'On ne décide pas de sa propre situation. Demandez à une ou un collègue.', ar: 'لا يقرر أحد في وضعيته الخاصة. اطلب ذلك من زميل.' },
  STANDING_REFUSED: {
    kind: 'conflict',
    en: 'An artisan who is {from} cannot become {to} directly.',
    fr: 'On ne passe pas directement de « {from} » à « {to} ».',
    ar: 'لا يمكن الانتقال مباشرة من «{from}» إلى «{to}».',
  },
  STANDING_LAST_DAY: {
    kind: 'invalid',
    en: 'This registration has ended. Give its new last day, from {today} on.',
    fr: 'Cette inscription a pris fin. Donnez son nouveau dernier jour, à partir du {today}.',
    ar: 'انتهى هذا التسجيل. حدّد آخر يوم جديد له، ابتداءً من {today}.',
  },
  STANDING_NO_LAST_DAY: { kind: 'invalid', en: 'Only somebody who is registered has a last day. Leave it empty.', fr: 'Seule une inscription a un dernier jour. Laissez cette case vide.', ar: 'وضعية «مسجّل» وحدها لها آخر يوم. اترك هذه الخانة فارغة.' },
  STANDING_MOVED: {
    kind: 'conflict',
    en: 'Someone changed this standing a moment ago: it is now {standing}. Look again before deciding.',
    fr: 'Quelqu’un vient de modifier cette situation, maintenant « {standing} ». Revérifiez avant de décider.',
    ar: 'غيّر شخص ما هذه الوضعية قبل لحظة، وهي الآن «{standing}». راجع قبل القرار.',
  },
});
