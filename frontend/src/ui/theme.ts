import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The ledger's colours: [light, dark]. Text tokens read at 4.5:1 or better on paper, surface, sunken and own soft. */
const TOKENS = {
  app: ['#FAF8F3', '#13181A'],
  surface: ['#FFFFFF', '#1A2023'],
  sunken: ['#F1EEE6', '#232B2F'],
  line: ['#DCD7CB', '#333D42'],
  edge: ['#857F73', '#7F8A90'],
  'ink-1': ['#1C2730', '#E9ECE9'],
  'ink-2': ['#44505B', '#BBC4C4'],
  'ink-3': ['#5F6A74', '#9AA5A7'],
  focus: ['#1746C7', '#9DBBFF'],
  pine: ['#1B5E57', '#74C7BB'],
  'pine-soft': ['#E1EEEA', '#17352F'],
  'on-pine': ['#FFFFFF', '#0F1C1A'],
  ember: ['#9E430D', '#F2A670'],
  'ember-soft': ['#FBEADC', '#3B2516'],
  ok: ['#2C6636', '#8ACB94'],
  'ok-soft': ['#E5F0E5', '#1A3320'],
  warn: ['#775000', '#E5B95F'],
  'warn-soft': ['#FAF0D3', '#362A10'],
  bad: ['#9F1F1F', '#F4958D'],
  'bad-soft': ['#F9E5E2', '#3C1D1C'],
  info: ['#28577F', '#90BCE8'],
  'info-soft': ['#E3ECF4', '#19293A'],
} as const;

const ours = (mode: 0 | 1) =>
  Object.fromEntries(Object.entries(TOKENS).map(([name, pair]) => [`--hl-${name}`, pair[mode]]));

// The kit's own variables point at ours, so that one table decides every colour in both modes.
const kit = {
  '--mantine-color-body': 'var(--hl-app)',
  '--mantine-color-text': 'var(--hl-ink-1)',
  '--mantine-color-bright': 'var(--hl-ink-1)',
  '--mantine-color-dimmed': 'var(--hl-ink-3)',
  '--mantine-color-placeholder': 'var(--hl-ink-3)',
  '--mantine-color-error': 'var(--hl-bad)',
  '--mantine-color-anchor': 'var(--hl-pine)',
  '--mantine-color-default': 'var(--hl-surface)',
  '--mantine-color-default-hover': 'var(--hl-sunken)',
  '--mantine-color-default-color': 'var(--hl-ink-1)',
  '--mantine-color-default-border': 'var(--hl-edge)',
  '--mantine-color-disabled': 'var(--hl-sunken)',
  '--mantine-color-disabled-color': 'var(--hl-ink-3)',
  '--mantine-color-disabled-border': 'var(--hl-line)',
  '--mantine-color-pine-text': 'var(--hl-pine)',
  '--mantine-color-pine-filled': 'var(--hl-pine)',
  '--mantine-color-pine-filled-hover': 'var(--hl-pine)',
  '--mantine-color-pine-light': 'var(--hl-pine-soft)',
  '--mantine-color-pine-light-hover': 'var(--hl-pine-soft)',
  '--mantine-color-pine-light-color': 'var(--hl-pine)',
  '--mantine-color-pine-outline': 'var(--hl-pine)',
};

export const tokens: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...ours(0), ...kit },
  dark: { ...ours(1), ...kit },
});

const pine: MantineColorsTuple = [
  '#E1EEEA',
  '#C9E0DA',
  '#A6CCC3',
  '#74C7BB',
  '#4FA396',
  '#337F75',
  '#1B5E57',
  '#174F49',
  '#17352F',
  '#0F1C1A',
];

const buttonColours: VariantColorsResolver = ({ variant }) =>
  variant === 'filled'
    ? {
        background: 'var(--hl-pine)',
        hover: 'color-mix(in srgb, var(--hl-pine) 88%, var(--hl-ink-1))',
        color: 'var(--hl-on-pine)',
        border: '1px solid transparent',
      }
    : {
        background: variant === 'subtle' ? 'transparent' : 'var(--hl-surface)',
        hover: 'var(--hl-sunken)',
        color: variant === 'subtle' ? 'var(--hl-pine)' : 'var(--hl-ink-1)',
        border: variant === 'subtle' ? '1px solid transparent' : '1px solid var(--hl-edge)',
      };

/** A button without a face stands with its words, not its edge, where text begins. */
export const FLUSH = 'calc(var(--button-padding-x) * -1)';
export const SANS = "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif";
export const SERIF = "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif";

export const theme = createTheme({
  colors: { pine },
  primaryColor: 'pine',
  primaryShade: { light: 6, dark: 3 },
  white: TOKENS.surface[0],
  black: TOKENS['ink-1'][0],
  fontFamily: SANS,
  headings: { fontFamily: SERIF, fontWeight: '600' },
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '21px' },
  lineHeights: { xs: '18px', sm: '20px', md: '24px', lg: '28px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  // One ring for everything, drawn by base.css; two systems would draw two.
  focusRing: 'never',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: buttonColours,
  // 16 px and more: smaller fields make phones zoom in.
  components: {
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
  },
});
