/** The languages every text of Alur exists in: English and Indonesian. */
export const LOCALES = ['en', 'id'] as const;

export type Locale = (typeof LOCALES)[number];

/** One text in every language. */
export type LocalText = Readonly<Record<Locale, string>>;
