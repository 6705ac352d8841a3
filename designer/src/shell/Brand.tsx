/** The mark: one way in, two ways on. */
export function Brand({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#1c6f7a" />
      <path d="M8 10h5c6 0 0 12 6 12h5M13 10h11" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <circle cx="8" cy="10" r="2.6" fill="#fff" />
      <circle cx="24" cy="10" r="2.6" fill="#9fdbe2" />
      <circle cx="24" cy="22" r="2.6" fill="#fff" />
    </svg>
  );
}
