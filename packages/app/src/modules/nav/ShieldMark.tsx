type Props = { className?: string };

/** A shield with a broken line mended across it; takes the colour of the text around it. */
export const ShieldMark = ({ className }: Props) => (
  <svg
    className={className}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <path d="M12 2 4 5v6c0 5 3.4 9.3 8 11 4.6-1.7 8-6 8-11V5z" />
    <path d="M8 12h2l1.5-3 2 6 1-3H16" />
  </svg>
);
