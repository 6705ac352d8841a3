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

export const theme = createTheme({
  primaryColor: 'lagoon',
  primaryShade: { light: 7, dark: 6 },
  colors: { lagoon },
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
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Menu: { defaultProps: { shadow: 'md' } },
  },
});
