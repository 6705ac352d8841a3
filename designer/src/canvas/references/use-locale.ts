import type { Locale } from '@alur/engine';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

/** The present language, as the engine's sentences call it. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'id' ? 'id' : 'en';
}

/** The same outside React. */
export function presentLocale(): Locale {
  return i18next.language === 'id' ? 'id' : 'en';
}
