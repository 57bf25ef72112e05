export type Audience = 'buyer' | 'desk';

/** What a stage is called: what the buyer has in her hands is, to whoever sold it, with the buyer. */
export function stageName(stage: string, audience: Audience): string {
  return audience === 'desk' && (stage === 'delivered' || stage === 'refund_due') ? `stage.${stage}.desk` : `stage.${stage}`;
}

/** The stage an order is shown at: papers that were complete and are drawn up again are not complete. */
export function stageOf(order: { readonly state: string; readonly papersReopened: boolean }, file: { readonly complete: boolean } | null = null): string {
  const reopened = order.papersReopened || file?.complete === false;
  return order.state === 'documented' && reopened ? 'documented.again' : order.state;
}
