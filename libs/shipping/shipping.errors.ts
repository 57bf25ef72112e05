import { defineErrors } from '#libs/kernel';

export const shippingErrors = defineErrors({
  SHIPPING_REFERENCE_FILE: {
    kind: 'invalid',
    en: 'The file {file} cannot be used: {reason}.',
    fr: 'Le fichier {file} est inutilisable : {reason}.',
    ar: 'تعذّر استعمال الملف {file}: {reason}.',
  },
  SHIPPING_REFERENCE_REFUSED: {
    kind: 'invalid',
    en: '{count} rows cannot be taken in, so nothing was changed. The first: {file} line {line}, {field}: {reason}.',
    fr: '{count} lignes sont inutilisables ; rien n’a été modifié. La première : {file}, ligne {line}, {field} : {reason}.',
    ar: 'تعذّر قبول {count} من الصفوف فلم يتغيّر شيء. أولها: {file} السطر {line}، {field}: {reason}.',
  },
  SHIPPING_REFERENCE_EMPTY: {
    kind: 'unavailable',
    en: 'No customs data is loaded yet. Load it with "npm run reference:import".',
    fr: 'Aucune donnée douanière n’est chargée. Lancez « npm run reference:import ».',
    ar: 'لم تُحمّل أي بيانات جمركية بعد. حمّلها بالأمر «npm run reference:import».',
  },
  SHIPPING_ORDER_NOT_FOUND: {
    kind: 'not_found',
    en: 'This order is not waiting to be packed.',
    fr: 'Cette commande n’attend pas d’être emballée.',
    ar: 'هذا الطلب ليس في انتظار التغليف.',
  },
  SHIPPING_CONSIGNMENT_NOT_FOUND: {
    kind: 'not_found',
    en: 'There is no such consignment.',
    fr: 'Cet envoi n’existe pas.',
    ar: 'هذه الإرسالية غير موجودة.',
  },
  SHIPPING_ORDER_PACKED: {
    kind: 'conflict',
    en: 'Order {order} is already packed in another consignment.',
    fr: 'La commande {order} est déjà emballée dans un autre envoi.',
    ar: 'الطلب {order} مُغلّف من قبل في إرسالية أخرى.',
  },
  SHIPPING_DESTINATIONS_DIFFER: {
    kind: 'conflict',
    en: 'One consignment goes to one consignee: these orders go to different ones.',
    fr: 'Un envoi a un seul destinataire : ces commandes en ont plusieurs.',
    ar: 'للإرسالية الواحدة مرسَل إليه واحد، وهذه الطلبات لأكثر من واحد.',
  },
  SHIPPING_WEIGHT_BELOW_NET: {
    kind: 'invalid',
    en: 'The packages weigh {gross} g together, less than the {net} g of the goods inside.',
    fr: 'Les colis pèsent {gross} g au total, moins que les {net} g de marchandises.',
    ar: 'تزن الطرود معاً {gross} غ، أي أقل من {net} غ وزن البضاعة.',
  },
  SHIPPING_PAPERS_MISSING: {
    kind: 'conflict',
    en: 'The export file of order {order} is not complete. Missing: {missing}.',
    fr: 'Le dossier d’exportation de la commande {order} est incomplet. Il manque : {missing}.',
    ar: 'ملف تصدير الطلب {order} غير مكتمل. الناقص: {missing}.',
  },
  SHIPPING_PAPERS_OTHER_WAY: {
    kind: 'conflict',
    en: 'The papers of order {order} are not those of this carrier’s way. Record how it travels on its export file, and dispatch when they are drawn.',
    fr: 'Les documents de la commande {order} ne sont pas ceux de ce mode de transport. Enregistrez comment elle voyage dans son dossier d’exportation, puis expédiez quand ils sont prêts.',
    ar: 'وثائق الطلب {order} لا توافق طريقة هذا الناقل. سجل طريقة الإرسال في ملف التصدير، ثم أرسل بعد تحريرها.',
  },
  SHIPPING_PAPERS_OTHER_NUMBER: {
    kind: 'conflict',
    en: 'The papers of order {order} quote the number {number}. Dispatch under it, or record the right one on the export file.',
    fr: 'Les documents de la commande {order} portent le numéro {number}. Expédiez sous ce numéro, ou enregistrez le bon dans le dossier d’exportation.',
    ar: 'تحمل وثائق الطلب {order} الرقم {number}. أرسل به، أو سجل الرقم الصحيح في ملف التصدير.',
  },
  SHIPPING_CARRIER_UNKNOWN: {
    kind: 'invalid',
    en: 'The carrier "{carrier}" is not one of ours: {known}.',
    fr: 'Le transporteur « {carrier} » n’est pas connu : {known}.',
    ar: 'الناقل «{carrier}» غير معروف: {known}.',
  },
  SHIPPING_TRACKING_INVALID: {
    kind: 'invalid',
    en: 'This tracking number cannot be right: {reason}. Copy it again from the label.',
    fr: 'Ce numéro de suivi ne peut pas être exact : {reason}. Recopiez-le depuis l’étiquette.',
    ar: 'رقم التتبع هذا غير صحيح: {reason}. انسخه من جديد من الملصق.',
  },
  SHIPPING_TRACKING_USED: {
    kind: 'conflict',
    en: 'This tracking number is already on another consignment.',
    fr: 'Ce numéro de suivi figure déjà sur un autre envoi.',
    ar: 'رقم التتبع هذا مستعمل في إرسالية أخرى.',
  },
  SHIPPING_DELIVERY_DAY: {
    kind: 'invalid',
    en: 'The day of delivery lies between the dispatch ({from}) and today ({to}).',
    fr: 'Le jour de livraison se situe entre l’expédition ({from}) et aujourd’hui ({to}).',
    ar: 'يقع يوم التسليم بين الإرسال ({from}) واليوم ({to}).',
  },
  SHIPPING_PRODUCT_NOT_FOUND: {
    kind: 'not_found',
    en: 'This piece is no longer in the catalogue.',
    fr: 'Cette pièce n’est plus au catalogue.',
    ar: 'لم تعد هذه القطعة في الكتالوج.',
  },
  SHIPPING_OTHER_ORDERS: {
    kind: 'conflict',
    en: 'This consignment already holds other orders. Make a new one for these.',
    fr: 'Cet envoi contient déjà d’autres commandes. Créez-en un autre pour celles-ci.',
    ar: 'تضم هذه الإرسالية طلبات أخرى. أنشئ إرسالية جديدة لهذه الطلبات.',
  },
});
