import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';

export type ButtonLook = 'main' | 'second' | 'danger';

const shape = 'inline-flex min-h-12 items-center justify-center gap-2 px-5 py-2 text-center font-medium workshop:min-h-14 print:hidden';
const looks: Record<ButtonLook, string> = {
  main: 'bg-indigo text-white hover:underline underline-offset-4',
  second: 'border border-ink text-ink hover:bg-plaster',
  danger: 'border border-terracotta text-terracotta hover:bg-plaster',
};

export function buttonLook(look: ButtonLook, className = ''): string {
  return `${shape} ${looks[look]} ${className}`;
}

/** The only submit control; `intent` tells one form's buttons apart on the server. */
export function Button({ look = 'main', intent, className, ...rest }: { look?: ButtonLook; intent?: string } & ComponentProps<'button'>) {
  return <button {...(intent === undefined ? {} : { name: 'intent', value: intent })} {...rest} className={buttonLook(look, className)} />;
}

export function ButtonLink({ to, look = 'main', className, children }: { to: string; look?: ButtonLook; className?: string; children: ReactNode }) {
  return (
    <Link to={to} className={buttonLook(look, className)}>
      {children}
    </Link>
  );
}

/** Within a sentence or a list. */
export const linkLook = 'text-indigo-ink underline underline-offset-4 decoration-1 hover:decoration-2';
