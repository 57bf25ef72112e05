import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';

export type Tone = 'done' | 'waiting' | 'wrong' | 'plain';

const tones: Record<Tone, { look: string; icon: IconName }> = {
  done: { look: 'bg-mint-soft text-mint-ink', icon: 'check' },
  waiting: { look: 'bg-saffron text-[#211c16]', icon: 'clock' },
  wrong: { look: 'border border-terracotta text-terracotta', icon: 'warning' },
  plain: { look: 'bg-plaster text-ink', icon: 'document' },
};

/** A state is always a colour, an icon and a word. */
export function Pill({ tone, children }: { tone: Tone; children: ReactNode }) {
  const { look, icon } = tones[tone];
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-3 py-1 text-sm leading-5 ${look}`}>
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </span>
  );
}
