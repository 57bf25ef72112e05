import { Form } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Section } from '../../ui/page.js';

/** The cast of the demo world; one tap signs in as one of them. Not shown, and not accepted, anywhere else. */
const people = [
  { role: 'buyer', email: 'claire@demo.example' },
  { role: 'artisan', email: 'zahra@demo.example' },
  { role: 'inspector', email: 'inspector@demo.example' },
  { role: 'officer', email: 'officer@demo.example' },
  { role: 'desk', email: 'desk@demo.example' },
  { role: 'admin', email: 'admin@demo.example' },
] as const;
const PASSWORD = 'demo-dar-sanaa';

export function DemoPeople() {
  const { t } = useMessages();
  return (
    <Section title={t('demo.people')}>
      <p className="mb-3 text-muted">{t('demo.people.lead', { password: PASSWORD })}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {people.map(({ role, email }) => (
          <li key={email}>
            <Form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={PASSWORD} />
              <button className="min-h-12 w-full border border-line px-4 py-2 text-start hover:bg-plaster">
                {t(`role.${role}`)} <span className="block text-sm text-muted"><bdi>{email}</bdi></span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
