import type { Presence } from '../graph/generated/graphql.ts';
import './presence.css';

/** A presence as a dot whose form tells it apart, and a word. */
export function PresenceMark({ presence, text }: { readonly presence: Presence; readonly text: string }) {
  return (
    <span className="presence" data-presence={presence}>
      <span aria-hidden />
      {text}
    </span>
  );
}
