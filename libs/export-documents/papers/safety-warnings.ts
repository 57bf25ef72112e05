/**
 * What a buyer is told of a product before it is used, in the language of the state of sale (Regulation (EU) 2023/988, article 9;
 * what is said for each kind of handicraft is the house's own, 2026-11-24, to be read by who is answerable in the Union).
 */
const WARNINGS: readonly { readonly codes: readonly string[]; readonly notForFood?: true; readonly says: Readonly<Record<string, string>> }[] = [
  {
    codes: ['69', '7013', '7418', '4419'],
    notForFood: true,
    says: {
      en: 'Decorative article. Not for contact with food.', fr: 'Objet décoratif. Ne convient pas au contact alimentaire.', de: 'Dekorationsartikel. Nicht für den Kontakt mit Lebensmitteln.', es: 'Artículo decorativo. No apto para contacto con alimentos.',
      it: 'Articolo decorativo. Non adatto al contatto con alimenti.', nl: 'Decoratief artikel. Niet geschikt voor contact met voedsel.', pt: 'Artigo decorativo. Não adequado ao contacto com alimentos.',
    },
  },
  {
    codes: ['57'],
    says: {
      en: 'May slip on smooth floors: use an underlay. Keep away from open fire.', fr: 'Peut glisser sur sol lisse : utiliser une sous-couche. Tenir éloigné des flammes.', de: 'Rutschgefahr auf glatten Böden: Unterlage verwenden. Von offenem Feuer fernhalten.',
      es: 'Puede resbalar en suelos lisos: usar base antideslizante. Mantener alejado del fuego.', it: 'Può scivolare su pavimenti lisci: usare un sottotappeto. Tenere lontano dal fuoco.',
      nl: 'Kan wegglijden op gladde vloeren: gebruik een ondertapijt. Uit de buurt van vuur houden.', pt: 'Pode escorregar em pisos lisos: usar base antiderrapante. Manter afastado do fogo.',
    },
  },
  {
    codes: ['7113', '7117', '9503'],
    says: {
      en: 'Not a toy. Small parts: keep away from children under 36 months.', fr: 'Ceci n’est pas un jouet. Petites pièces : tenir hors de portée des enfants de moins de 36 mois.', de: 'Kein Spielzeug. Kleinteile: von Kindern unter 36 Monaten fernhalten.',
      es: 'No es un juguete. Piezas pequeñas: mantener fuera del alcance de menores de 36 meses.', it: 'Non è un giocattolo. Parti piccole: tenere lontano dai bambini sotto i 36 mesi.',
      nl: 'Geen speelgoed. Kleine onderdelen: buiten bereik van kinderen jonger dan 36 maanden houden.', pt: 'Não é um brinquedo. Peças pequenas: manter fora do alcance de crianças com menos de 36 meses.',
    },
  },
];

export function warningsFor(l: { readonly hsCode: string; readonly foodContact: boolean }, languages: readonly string[]): string[] {
  const due = WARNINGS.filter((w) => w.codes.some((code) => l.hsCode.startsWith(code)) && !(w.notForFood && l.foodContact));
  return due.flatMap((w) => languages.map((language) => w.says[language] ?? w.says['en']!));
}
