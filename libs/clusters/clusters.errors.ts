import { defineErrors } from '#libs/kernel';

export const clustersErrors = defineErrors({
  CLUSTER_NOT_FOUND: { kind: 'not_found', en: 'This cluster does not exist.', fr: 'Ce groupement n’existe pas.', ar: 'هذا التجمع غير موجود.' },
  CLUSTER_NAME_TAKEN: {
    kind: 'conflict',
    en: 'Another cluster already has this name.',
    fr: 'Un autre groupement porte déjà ce nom.',
    ar: 'يحمل تجمع آخر هذا الاسم.',
  },
  CLUSTER_MEMBER_NOT_FOUND: {
    kind: 'not_found',
    en: 'This artisan is not connected with this cluster.',
    fr: 'Cet artisan n’est pas lié à ce groupement.',
    ar: 'لا صلة لهذا الصانع بهذا التجمع.',
  },
  CLUSTER_FEE_CHANGED: {
    kind: 'conflict',
    en: 'The fee is now {fee} hundredths of a percent, {item} dirhams a piece, {kg} dirhams a kilogram and {order} dirhams an order, not what you read. Read it again, then accept.',
    fr: 'La commission est maintenant de {fee} centièmes de pour cent, {item} dirhams par pièce, {kg} dirhams par kilogramme et {order} dirhams par commande, et non celle que vous avez lue. Relisez, puis acceptez.',
    ar: 'العمولة الآن {fee} جزءاً من عشرة آلاف و{item} درهم للقطعة و{kg} درهم للكيلوغرام و{order} درهم للطلبية، وليست ما قرأته. أعد القراءة ثم اقبل.',
  },
  CLUSTER_FEES: {
    kind: 'invalid',
    en: 'Name each role once; together the fees come to {max} basis points, {fixed} dirhams a piece, a kilogram or an order at most.',
    fr: 'Nommez chaque rôle une seule fois ; le total ne dépasse pas {max} points de base, {fixed} dirhams par pièce, par kilogramme ou par commande.',
    ar: 'اذكر كل دور مرة واحدة، ولا يتجاوز مجموع العمولات {max} نقطة أساس و{fixed} درهم للقطعة أو الكيلوغرام أو الطلبية.',
  },
  CLUSTER_FEE_TOO_HIGH: {
    kind: 'invalid',
    en: 'Of its smallest order the cluster would take {fee} dirhams; a third of what the maker receives, {most} dirhams, is the most.',
    fr: 'Sur la plus petite commande, le groupement prendrait {fee} dirhams ; le maximum est un tiers de ce que reçoit l’artisan, soit {most} dirhams.',
    ar: 'سيأخذ التجمع عن أصغر طلبية منها {fee} درهم، والحد الأقصى ثلث ما يتلقاه الصانع، أي {most} درهم.',
  },
  CLUSTER_SEARCH_SHORT: {
    kind: 'invalid',
    en: 'Write at least {least} letters of the name.',
    fr: 'Écrivez au moins {least} lettres du nom.',
    ar: 'اكتب {least} أحرف من الاسم على الأقل.',
  },
  CLUSTER_CIRCULAR: {
    kind: 'conflict',
    en: 'This grouping already belongs to the one you would make its member. A grouping cannot be a member of itself, not even through others.',
    fr: 'Ce groupement appartient déjà à celui dont vous feriez son membre. Un groupement ne peut être membre de lui-même, même à travers d’autres.',
    ar: 'ينتمي هذا التجمع أصلاً إلى التجمع الذي تريد جعله عضواً فيه. لا يكون التجمع عضواً في نفسه ولو عبر غيره.',
  },
  CLUSTER_LAST_COORDINATOR: {
    kind: 'conflict',
    en: 'You are the last coordinator. Name another one first, then leave.',
    fr: 'Vous êtes la dernière personne à coordonner ce groupement. Nommez-en une autre, puis partez.',
    ar: 'أنت آخر منسق لهذا التجمع. عيّن منسقاً آخر أولاً ثم غادر.',
  },
  CLUSTER_PERMISSION_MISSING: {
    kind: 'forbidden',
    en: 'The artisan has not given this cluster the permission "{permission}".',
    fr: 'L’artisan n’a pas donné à ce groupement la permission « {permission} ».',
    ar: 'لم يمنح الصانع هذا التجمع الإذن «{permission}».',
  },
  CLUSTER_NOT_MEMBER: {
    kind: 'conflict',
    en: 'Only an active member can do this.',
    fr: 'Seul un membre actif peut le faire.',
    ar: 'لا يمكن ذلك إلا لعضو نشط.',
  },
  CLUSTER_OFFERED_ELSEWHERE: {
    kind: 'conflict',
    en: 'This product is already offered by another cluster.',
    fr: 'Ce produit est déjà proposé par un autre groupement.',
    ar: 'هذا المنتج معروض من تجمع آخر.',
  },
  CLUSTER_LOT_QUANTITY: {
    kind: 'invalid',
    en: 'A part is a whole number of pieces, at least one and at most {left}.',
    fr: 'Une part est un nombre entier de pièces, au moins une et au plus {left}.',
    ar: 'الحصة عدد صحيح من القطع، واحدة على الأقل و{left} على الأكثر.',
  },
  CLUSTER_SALE_NOT_FOUND: { kind: 'not_found', en: 'This sale does not exist.', fr: 'Cette vente n’existe pas.', ar: 'هذا البيع غير موجود.' },
  CLUSTER_SALE_NOT_ON: {
    kind: 'conflict',
    en: 'Pieces come in and go out once the sale has opened.',
    fr: 'Les pièces entrent et sortent une fois la vente ouverte.',
    ar: 'تدخل القطع وتخرج بعد افتتاح البيع.',
  },
  CLUSTER_SALE_NOT_HERE: {
    kind: 'conflict',
    en: 'More would go out than was brought in. Record first what came in.',
    fr: 'Il sortirait plus de pièces qu’il n’en est entré. Enregistrez d’abord les entrées.',
    ar: 'سيخرج أكثر مما دخل. سجّل أولاً ما دخل.',
  },
  CLUSTER_SALE_WINDOW: {
    kind: 'invalid',
    en: 'A sale opens in the future, lasts {days} days at most, and collects the pieces on its last day or after.',
    fr: 'Une vente ouvre dans le futur, dure {days} jours au plus, et la collecte se fait le dernier jour ou après.',
    ar: 'يفتح البيع في المستقبل ويدوم {days} يوماً على الأكثر، وتُجمع القطع في آخر يوم منه أو بعده.',
  },
  CLUSTER_OWN_LOT: {
    kind: 'forbidden',
    en: 'Nobody inspects what she made herself. Ask another coordinator.',
    fr: 'On n’inspecte pas son propre travail. Demandez à une autre personne qui coordonne.',
    ar: 'لا يفحص المرء عمله بنفسه. اطلب ذلك من منسق آخر.',
  },
  CLUSTER_ALLOTMENT_CLOSED: {
    kind: 'conflict',
    en: 'This order is no longer being shared out.',
    fr: 'Cette commande n’est plus à répartir.',
    ar: 'لم تعد هذه الطلبية قيد التوزيع.',
  },
  CLUSTER_ORDER_NOT_FOUND: {
    kind: 'not_found',
    en: 'There is no such order to share out.',
    fr: 'Cette commande à répartir n’existe pas.',
    ar: 'لا توجد طلبية كهذه لتوزيعها.',
  },
});
