import { lifecycle } from '#libs/kernel';

/**
 * The life of one order's export file. It is complete when every required paper is ready and they agree with
 * one another; a figure that moves opens it again; once the goods have left, it is closed as it was.
 */
export const exportFileLifecycle = lifecycle({
  drawing: { complete: 'complete', block: 'blocked' },
  blocked: { draw: 'drawing', complete: 'complete' },
  complete: { reopen: 'drawing', send: 'sent' },
  sent: {},
});
export type ExportFileState = (typeof exportFileLifecycle.states)[number];

/**
 * The life of one version of one paper. What has been printed is never printed over: when its figures move
 * it goes stale, and the version that replaces it makes it superseded. Both are kept.
 */
export const paperLifecycle = lifecycle({
  required: { render: 'rendering', refuse: 'failed', drop: 'superseded' },
  rendering: { finish: 'ready', fail: 'failed', drop: 'superseded', quote: 'required' },
  failed: { retry: 'required', render: 'rendering', drop: 'superseded' },
  ready: { outdate: 'stale' },
  stale: { supersede: 'superseded' },
  superseded: {},
});
export type PaperState = (typeof paperLifecycle.states)[number];
