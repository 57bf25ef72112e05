/** The stage an order is shown at: papers that were complete and are drawn up again are not complete. */
export function stageOf(order: { readonly state: string; readonly papersReopened: boolean }, file: { readonly complete: boolean } | null = null): string {
  const reopened = order.papersReopened || file?.complete === false;
  return order.state === 'documented' && reopened ? 'documented.again' : order.state;
}
