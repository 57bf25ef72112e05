import { createContext, useContext, useEffect, useId, useRef, type ComponentProps, type ReactNode } from 'react';
import { Form, useNavigation, type FormProps } from 'react-router';
import type { FieldProblem, Refusal } from '../ask.server.js';
import { useMessages } from '../i18n/messages.js';
import { Icon } from './icons.js';

const FormContext = createContext<{ refusal: Refusal | undefined; scope: string }>({ refusal: undefined, scope: 'page' });

/**
 * A form that posts without JavaScript, keeps what was typed and says at the top what was refused. Where a
 * page has several, `scope` names this one: it comes back with the answer, so the refusal shows in its form.
 */
export function FormBox({ refusal, scope = 'page', children, ...rest }: { refusal?: Refusal; scope?: string; children: ReactNode } & FormProps) {
  const mine = refusal !== undefined && (refusal.typed.scope ?? 'page') === scope ? refusal : undefined;
  return (
    <FormContext value={{ refusal: mine, scope }}>
      <Form method="post" noValidate {...rest}>
        {scope !== 'page' && <input type="hidden" name="scope" value={scope} />}
        {mine !== undefined && <ErrorSummary problems={mine.problems} scope={scope} />}
        {children}
      </Form>
    </FormContext>
  );
}

function fieldId(scope: string, name: string): string {
  return `${scope}-${name}`.replace(/[^\w-]/g, '-');
}

export function ErrorSummary({ problems, scope = 'page' }: { problems: readonly FieldProblem[]; scope?: string }) {
  const { t } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problems]);
  // Without JavaScript the page comes anew: the browser itself goes to what was refused, however far down.
  return (
    <div ref={box} tabIndex={-1} autoFocus role="alert" aria-labelledby={`${scope}-refused`} className="col-span-full mb-6 border-s-4 border-terracotta bg-plaster p-4">
      <h2 id={`${scope}-refused`} className="flex items-center gap-2 text-lg text-ink">
        <Icon name="warning" /> {t('form.refused')}
      </h2>
      <ul className="mt-2 grid gap-1">
        {problems.map(({ message, field }) => (
          <li key={`${field}${message}`}>
            {field === null ? message : <a href={`#${fieldId(scope, field)}`} className="text-terracotta underline underline-offset-4">{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A refusal whose form stands here no more, because somebody else was quicker: without JavaScript the page shows the new state. */
export function RefusedElsewhere({ refusal, shown }: { refusal: Refusal | undefined; shown: boolean }) {
  return refusal === undefined || shown ? null : <ErrorSummary problems={refusal.problems.map((one) => ({ ...one, field: null }))} />;
}

interface Wired {
  id: string;
  problem: FieldProblem | undefined;
  typed: string | undefined;
  described: { 'aria-describedby'?: string; 'aria-invalid'?: true };
}

function useField(name: string, hinted: boolean): Wired {
  const { refusal, scope } = useContext(FormContext);
  const id = fieldId(scope, name);
  const problem = refusal?.problems.find((one) => one.field === name);
  const notes = [hinted && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return {
    id,
    problem,
    typed: refusal?.typed[name],
    described: { ...(notes ? { 'aria-describedby': notes } : {}), ...(problem ? { 'aria-invalid': true as const } : {}) },
  };
}

interface Labelled {
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
}

function Labels({ id, label, hint, optional, problem, children }: Labelled & { id: string; problem: FieldProblem | undefined; children: ReactNode }) {
  const { t } = useMessages();
  return (
    <div className={problem ? 'border-s-4 border-terracotta ps-3' : ''}>
      <label htmlFor={id} className="block font-medium">
        {label} {optional && <span className="font-normal text-muted">{t('form.optional')}</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-terracotta">
          {problem.message}
        </p>
      )}
      {children}
    </div>
  );
}

const boxLook = 'mt-1 block min-h-12 w-full border border-ink bg-transparent px-3 py-2 aria-invalid:border-2 aria-invalid:border-terracotta workshop:min-h-14';

export function Field({ label, hint, optional = false, className = '', defaultValue, ...rest }: Labelled & { name: string } & ComponentProps<'input'>) {
  const { id, problem, typed, described } = useField(rest.name, hint !== undefined);
  return (
    <Labels {...{ id, label, hint, optional, problem }}>
      <input id={id} dir="auto" required={!optional} defaultValue={typed ?? defaultValue} {...described} {...rest} className={`${boxLook} ${className}`} />
    </Labels>
  );
}

export function TextField({ label, hint, optional = false, defaultValue, ...rest }: Labelled & { name: string } & ComponentProps<'textarea'>) {
  const { id, problem, typed, described } = useField(rest.name, hint !== undefined);
  return (
    <Labels {...{ id, label, hint, optional, problem }}>
      <textarea id={id} dir="auto" rows={4} required={!optional} defaultValue={typed ?? defaultValue} {...described} {...rest} className={boxLook} />
    </Labels>
  );
}

export function Select({ label, hint, optional = false, defaultValue, children, ...rest }: Labelled & { name: string } & ComponentProps<'select'>) {
  const { id, problem, typed, described } = useField(rest.name, hint !== undefined);
  return (
    <Labels {...{ id, label, hint, optional, problem }}>
      <select id={id} required={!optional} defaultValue={typed ?? defaultValue} {...described} {...rest} className={`${boxLook} bg-lime`}>
        {children}
      </select>
    </Labels>
  );
}

/** How a box stood when its form was refused, or else as `otherwise`: without JavaScript the page comes anew. */
export function useTicked(name: string, value: string, otherwise: boolean): boolean {
  const { refusal } = useContext(FormContext);
  if (refusal === undefined) return otherwise;
  return (refusal.several[name] ?? [refusal.typed[name]]).includes(value);
}

export function Tick({ label, defaultChecked = false, ...rest }: { label: ReactNode; name: string } & ComponentProps<'input'>) {
  const id = useId();
  const ticked = useTicked(rest.name, String(rest.value ?? 'on'), defaultChecked);
  return (
    <label htmlFor={id} className="flex min-h-12 items-center gap-3 py-1">
      <input id={id} type="checkbox" className="size-6 shrink-0 accent-indigo" defaultChecked={ticked} {...rest} />
      <span>{label}</span>
    </label>
  );
}

/** Says that a long answer is on its way; nothing is shown for the first half second. */
export function Working() {
  const { t } = useMessages();
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-30 h-1 overflow-hidden bg-line print:hidden">
      <span className="sr-only">{t('working')}</span>
      <span className="block h-full w-1/3 animate-[working_1.2s_ease-in-out_0.4s_infinite] bg-indigo-ink opacity-0" />
    </div>
  );
}
