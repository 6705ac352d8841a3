import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { id } from './id.ts';

export type Language = 'en' | 'id';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    returnNull: false;
  }
}

const STORAGE_KEY = 'alur.language';

/** The language chosen before, else the browser's if it is Indonesian, else English. */
export function preferredLanguage(stored: string | null, browser: string): Language {
  if (stored === 'en' || stored === 'id') return stored;
  return /^(id|ms|jv|su)\b/i.test(browser) ? 'id' : 'en';
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORAGE_KEY, language);
  void i18next.changeLanguage(language);
}

export function hasChosenLanguage(): boolean {
  return localStorage.getItem(STORAGE_KEY) !== null;
}

export function startWords(): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  void i18next.use(initReactI18next).init({
    lng: preferredLanguage(localStorage.getItem(STORAGE_KEY), navigator.language),
    fallbackLng: 'en',
    resources: { en: { translation: en }, id: { translation: id } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

/** The text of a key in the present language, outside React. Inside, use `useTranslation`, which follows the language. */
export const word: typeof i18next.t = i18next.t;
