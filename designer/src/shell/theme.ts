import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a calm blue-green. Index 7 on white and white on index 6 both pass WCAG AA for text. */
const lagoon: MantineColorsTuple = [
  '#eef7f8',
  '#d9ecee',
  '#b2d9dd',
  '#86c4ca',
  '#5fb0b8',
  '#3f9ba4',
  '#237a85',
  '#1c6f7a',
  '#155a64',
  '#0f4750',
];

/** Cool greys for dark surfaces; 0 is text, 7 cards, 8 the page. */
const dark: MantineColorsTuple = [
  '#d0d7de',
  '#b8c0c8',
  '#98a1ab',
  '#727b85',
  '#3d444d',
  '#30363d',
  '#262c33',
  '#1c2128',
  '#14181e',
  '#0d1117',
];

export const theme = createTheme({
  primaryColor: 'lagoon',
  primaryShade: { light: 7, dark: 6 },
  colors: { lagoon, dark },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  luminanceThreshold: 0.34,
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.125rem' }, h3: { fontSize: '1rem' } },
  },
  components: {
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: { fontWeight: 650 } },
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Menu: { defaultProps: { shadow: 'md' } },
    // Mantine's own grey on a notice is too faint to read beside a title.
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
  },
});
