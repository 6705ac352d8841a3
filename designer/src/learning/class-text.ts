import type { Language } from '../words/words.ts';

/** A class of work in words: "Billing, Refunds · Indonesian"; `anyWork` where it asks for nothing. */
export function classText(
  { skillIds, language: code }: { readonly skillIds: readonly string[]; readonly language: string | null },
  skills: readonly { readonly id: string; readonly name: string }[],
  language: Language,
  anyWork: string,
): string {
  const names = skillIds.map((id) => skills.find((skill) => skill.id === id)?.name ?? '?');
  const parts = [names.join(', '), code === null ? '' : languageName(code, language)].filter(Boolean);
  return parts.join(' · ') || anyWork;
}

function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
