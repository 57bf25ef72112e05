import type { Locale } from '#libs/kernel';

const MONEY: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en', { style: 'currency', currency: 'MAD' }),
  fr: new Intl.NumberFormat('fr', { style: 'currency', currency: 'MAD' }),
  ar: new Intl.NumberFormat('ar-MA', { style: 'currency', currency: 'MAD' }),
};
const LOCALES_OF = ['en', 'fr', 'ar'] as const;

function inAll(say: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(LOCALES_OF.map((locale) => [locale, say(locale)])) as Record<Locale, string>;
}

const BANK: Readonly<Record<Locale, string>> = {
  en: 'new bank account, RIB ending in {last}. Payments will go there.',
  fr: 'nouveau compte bancaire, RIB finissant par {last}. Les virements y iront.',
  ar: 'حساب بنكي جديد ينتهي رقمه (RIB) بـ {last}. ستُحوَّل إليه مستحقاتك.',
};

/** What she says yes to: the last four digits, which are on her own paper and help nobody else. */
export function bankWords(digits: string): Record<Locale, string> {
  return inAll((locale) => BANK[locale].replace('{last}', digits.slice(-4)));
}

const PAYOUT: Readonly<Record<Locale, string>> = {
  en: 'pay out {amount} now, to the account {account}',
  fr: 'verser {amount} maintenant, au compte {account}',
  ar: 'تحويل {amount} الآن إلى الحساب {account}',
};

export function payoutWords(amountMinor: number, account: string): Record<Locale, string> {
  return inAll((locale) => PAYOUT[locale].replace('{amount}', MONEY[locale].format(amountMinor / 100)).replace('{account}', account));
}
