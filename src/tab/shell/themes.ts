import {
  type BrandVariants,
  createLightTheme,
  createTeamsDarkTheme,
  type Theme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { ThemeName } from './host.ts';

/** Shades of the app's own colour, #17475A of the manifest, in Teams' place of purple. */
const light: BrandVariants = {
  10: '#03090C',
  20: '#071820',
  30: '#0A2530',
  40: '#0D2F3D',
  50: '#103848',
  60: '#134052',
  70: '#154456',
  80: '#17475A',
  90: '#2A6379',
  100: '#3D7A91',
  110: '#5392A8',
  120: '#6FA9BD',
  130: '#8DBFD0',
  140: '#AFD4E1',
  150: '#D0E7EF',
  160: '#E9F4F8',
};
/** Lighter where they are seen on black: white on 70 and 80 is read, and so are 100 and 110 on Teams' dark grey. */
const dark: BrandVariants = {
  ...light,
  70: '#24677F',
  80: '#2C768F',
  90: '#4690A9',
  100: '#6AB0C8',
  110: '#85C3D8',
};

const own = createLightTheme(light);

/** Themes that are made from a colour come with another font than Teams' ready ones. */
const inTeamsFont = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: teamsLightTheme.fontFamilyBase });

/** Teams' own themes in the app's colour. High contrast has no colours of ours. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: inTeamsFont(own),
  dark: inTeamsFont(createTeamsDarkTheme(dark)),
  contrast: teamsHighContrastTheme,
};
