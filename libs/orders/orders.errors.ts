import { defineErrors } from '#libs/kernel';

export const ordersErrors = defineErrors({
  ORDER_NOT_FOUND: { kind: 'not_found', en: 'This order does not exist.', fr: 'Cette commande n’existe pas.', ar: 'هذه الطلبية غير موجودة.' },
  ORDER_BASKET_NOT_FOUND: { kind: 'not_found', en: 'This basket does not exist.', fr: 'Ce panier n’existe pas.', ar: 'هذه السلة غير موجودة.' },
  ORDER_BASKET_PLACED: {
    kind: 'conflict',
    en: 'This basket has already become an order. Start a new basket.',
    fr: 'Ce panier est déjà devenu une commande. Commencez un nouveau panier.',
    ar: 'أصبحت هذه السلة طلبية. ابدأ سلة جديدة.',
  },
  ORDER_BASKET_EMPTY: {
    kind: 'invalid',
    en: 'The basket is empty. Put a piece in it first.',
    fr: 'Le panier est vide. Ajoutez d’abord une pièce.',
    ar: 'السلة فارغة. أضف قطعة أولاً.',
  },
  ORDER_BASKET_FULL: {
    kind: 'invalid',
    en: 'A basket holds {max} different pieces at most.',
    fr: 'Un panier contient au plus {max} pièces différentes.',
    ar: 'تتسع السلة لـ {max} قطعة مختلفة على الأكثر.',
  },
  ORDER_QUANTITY: {
    kind: 'invalid',
    en: 'The quantity is a whole number from 0 to {max}.',
    fr: 'La quantité est un nombre entier de 0 à {max}.',
    ar: 'الكمية عدد صحيح من 0 إلى {max}.',
  },
  ORDER_UNIQUE_PIECE: {
    kind: 'invalid',
    en: 'There is only one of this piece.',
    fr: 'Cette pièce est unique.',
    ar: 'هذه القطعة فريدة ولا يوجد غيرها.',
  },
  ORDER_PRODUCT_UNKNOWN: {
    kind: 'not_found',
    en: 'This piece is not for sale.',
    fr: 'Cette pièce n’est pas en vente.',
    ar: 'هذه القطعة غير معروضة للبيع.',
  },
  ORDER_COUNTRY_UNKNOWN: {
    kind: 'invalid',
    en: '"{country}" is not a country code of two letters, like FR.',
    fr: '« {country} » n’est pas un code de pays à deux lettres, comme FR.',
    ar: '«{country}» ليس رمز بلد من حرفين، مثل FR.',
  },
  ORDER_COUNTRY_DIFFERS: {
    kind: 'invalid',
    en: 'The prices were shown for {shown}. To send the goods to {asked}, change the country of the basket first.',
    fr: 'Les prix affichés sont ceux pour {shown}. Pour livrer vers {asked}, changez d’abord le pays du panier.',
    ar: 'الأسعار المعروضة تخص {shown}. للإرسال إلى {asked} غيّر بلد السلة أولاً.',
  },
  ORDER_NOT_QUOTABLE: {
    kind: 'conflict',
    en: 'We cannot state the delivered price yet: {why} Ask for a quote and we will answer by mail.',
    fr: 'Nous ne pouvons pas encore annoncer le prix livré : {why} Demandez un devis, nous répondrons par courriel.',
    ar: 'لا يمكننا تحديد السعر عند التسليم بعد: {why} اطلب عرض سعر وسنجيبك بالبريد.',
  },
  ORDER_PRICE_MOVED: {
    kind: 'conflict',
    en: 'The price is now {now}, not the {shown} you saw. Look at it again, then place the order.',
    fr: 'Le prix est maintenant de {now}, et non de {shown}. Vérifiez-le, puis passez la commande.',
    ar: 'السعر الآن {now} وليس {shown}. راجعه ثم أكّد الطلبية.',
  },
  ORDER_PRICES_MOVING: {
    kind: 'conflict',
    en: 'The basket or its prices are changing right now. Look at it again, then place the order.',
    fr: 'Le panier ou ses prix changent en ce moment. Vérifiez-le, puis passez la commande.',
    ar: 'السلة أو أثمانها تتغير الآن. راجعها ثم أكّد الطلبية.',
  },
  ORDER_NOT_LATIN: {
    kind: 'invalid',
    en: 'Write this line in Latin letters and digits: carriers and customs abroad read no other. "{seen}" is not.',
    fr: 'Écrivez cette ligne en lettres latines et en chiffres : les transporteurs et les douanes ne lisent rien d’autre. « {seen} » n’en est pas.',
    ar: 'اكتب هذا السطر بالحروف اللاتينية والأرقام: لا تقرأ شركات النقل والجمارك غيرها. «{seen}» ليس منها.',
  },
  ORDER_POSTAL_CODE: {
    kind: 'invalid',
    en: 'A postal code in {country} looks like {example}.',
    fr: 'Un code postal ({country}) ressemble à {example}.',
    ar: 'الرمز البريدي في {country} يكون مثل {example}.',
  },
  ORDER_REGION: {
    kind: 'invalid',
    en: 'An address in {country} needs its state or province in two letters, like {example}.',
    fr: 'Une adresse ({country}) exige l’État ou la province en deux lettres, comme {example}.',
    ar: 'يحتاج العنوان في {country} إلى رمز الولاية أو المقاطعة من حرفين، مثل {example}.',
  },
  ORDER_PHONE: {
    kind: 'invalid',
    en: 'Write the phone number with its country code, like +33 6 12 34 56 78.',
    fr: 'Écrivez le numéro avec l’indicatif du pays, comme +33 6 12 34 56 78.',
    ar: 'اكتب رقم الهاتف مع رمز البلد، مثل ‎+33 6 12 34 56 78.',
  },
  ORDER_TAX_ID: {
    kind: 'invalid',
    en: 'A business buys with its VAT, EORI or EIN number: 5 to 20 letters and digits.',
    fr: 'Une entreprise achète avec son numéro de TVA, EORI ou EIN : de 5 à 20 lettres et chiffres.',
    ar: 'تشتري المؤسسة برقمها الضريبي أو الجمركي: من 5 إلى 20 حرفاً ورقماً.',
  },
  ORDER_PRO_FORMA_EXPIRED: {
    kind: 'conflict',
    en: 'This pro forma was valid until {until}; its pieces are free again. Start a new basket.',
    fr: 'Cette facture pro forma valait jusqu’au {until} ; ses pièces sont de nouveau libres. Commencez un nouveau panier.',
    ar: 'كانت هذه الفاتورة الأولية صالحة إلى {until} وعادت قطعها متاحة. ابدأ سلة جديدة.',
  },
  ORDER_QUOTE_REQUEST_TAKEN: {
    kind: 'conflict',
    en: 'This request id is already in use. Make a new one.',
    fr: 'Cet identifiant de demande est déjà utilisé. Créez-en un nouveau.',
    ar: 'معرّف الطلب هذا مستعمل. أنشئ معرّفاً جديداً.',
  },
});
