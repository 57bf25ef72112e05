/** A fee as its four columns, which a cluster, a member and an offer each have. */
export function feeColumns(of = ''): string {
  const at = of === '' ? '' : `${of}.`;
  return `${at}fee_bp bp, ${at}fee_item_minor "itemMinor", ${at}fee_kg_minor "kgMinor", ${at}fee_order_minor "orderMinor"`;
}
