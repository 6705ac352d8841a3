import { namesOf } from '@alur/engine';
import { useEffect, useRef } from 'react';
import { useDocument, useEditor } from '../editor/editor-context.ts';
import { useReferences } from '../references/references-context.ts';
import { useLocale } from '../references/use-locale.ts';
import { checkedIssues } from './issues-store.ts';

/** How long typing rests before the flow is checked, in milliseconds. */
const CHECK_DELAY_MS = 250;

/** Keeps the problems up to date while the flow is edited: at once when it opens, then shortly after each change. */
export function useChecking(): void {
  const { issues } = useEditor();
  const flow = useDocument((document) => document.flow);
  const { references } = useReferences();
  const locale = useLocale();
  const isFirst = useRef(true);
  useEffect(() => {
    const check = () =>
      issues.setState((before) => checkedIssues(flow, references, namesOf(references, flow), locale, before), true);
    if (isFirst.current) {
      isFirst.current = false;
      check();
      return;
    }
    const timer = setTimeout(check, CHECK_DELAY_MS);
    return () => clearTimeout(timer);
  }, [flow, references, locale, issues]);
}
