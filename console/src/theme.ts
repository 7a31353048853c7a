import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const harbor: MantineColorsTuple = [
  '#eaf2fb',
  '#d2e2f4',
  '#a6c6e8',
  '#78a8dc',
  '#5290d2',
  '#3a7fc9',
  '#2a6fb8',
  '#1f5fa3',
  '#17508c',
  '#0f3f72',
];

/** Slate instead of the library's neutral greys. */
const dark: MantineColorsTuple = [
  '#e5eaf1',
  '#a4b0c0',
  '#8593a5',
  '#6b7889',
  '#3d4857',
  '#2e3846',
  '#1e2732',
  '#171e27',
  '#131921',
  '#10151c',
];

export const theme = createTheme({
  primaryColor: 'harbor',
  primaryShade: { light: 7, dark: 7 },
  colors: { harbor, dark },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** The library's own greys give way to the tokens of tokens.css, so that both schemes meet AA contrast. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--hw-surface)',
    '--mantine-color-text': 'var(--hw-text)',
    '--mantine-color-dimmed': 'var(--hw-dim)',
    '--mantine-color-placeholder': 'var(--hw-dim)',
    '--mantine-color-error': 'var(--hw-danger-text)',
    '--mantine-color-default': 'var(--hw-raised)',
    '--mantine-color-default-hover': 'var(--hw-hover)',
    '--mantine-color-default-color': 'var(--hw-text)',
    '--mantine-color-disabled': 'var(--hw-mark-soft)',
    '--mantine-color-disabled-color': 'var(--hw-dim)',
    '--mantine-color-default-border': 'var(--hw-control-line)',
  };
  return { variables: {}, light: shared, dark: shared };
};
