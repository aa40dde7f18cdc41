import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Colours, type and shapes of every page. Red is alarm, amber warning, blue information, here and on timelines alike. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: 8,
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  fontFamily: 'Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650' },
  components: {
    Modal: { styles: { title: { fontSize: 'var(--mantine-h4-font-size)', fontWeight: 650, lineHeight: 1.35 } } },
    // on the surface itself, with the colour at its edge: tinted grounds leave words too little contrast
    Alert: {
      // its colour is that of the meaning in both schemes; that of the others is white in the dark one
      defaultProps: { variant: 'outline' },
      styles: {
        root: { backgroundColor: 'var(--vigil-surface)', border: '1px solid var(--alert-color)' },
        label: { color: 'var(--mantine-color-text)' },
      },
    },
  },
  colors: {
    dark: ['#d6dde7', '#b4bfcc', '#93a0b0', '#66748a', '#424e5f', '#2f3a49', '#222b37', '#171e28', '#10151c', '#0a0e13'],
  },
});

/** Colours that have a meaning, as variables of both colour schemes; all reach 4.5 : 1 on the page. */
export const meanings: CSSVariablesResolver = () => ({
  variables: { '--vigil-nav-width': '13.5rem' },
  light: {
    '--vigil-critical': '#c92a2a',
    '--vigil-warning': '#a65200',
    '--vigil-info': '#1864ab',
    '--vigil-good': '#24763c',
    '--vigil-surface': '#ffffff',
    '--vigil-page': '#f5f7fa',
    '--vigil-line': '#d5dbe3',
    '--mantine-color-dimmed': '#566273',
  },
  dark: {
    '--vigil-critical': '#ff7b7b',
    '--vigil-warning': '#ffb84d',
    '--vigil-info': '#74b8ff',
    '--vigil-good': '#69d391',
    '--vigil-surface': '#171e28',
    '--vigil-page': '#10151c',
    '--vigil-line': '#2f3a49',
    '--mantine-color-dimmed': '#93a0b0',
  },
});
