import { shellTexts } from '../../wording/page/shellTexts.ts';
import { type ChosenTheme, useAppearance } from './appearance.tsx';

const choices: readonly ChosenTheme[] = ['system', 'light', 'dark', 'contrast'];

/** How the page looks, chosen in a browser; Teams has a choice of its own. */
export function ThemeSwitch() {
  const { language, chosen, choose } = useAppearance();
  if (chosen === null) return null;
  const texts = shellTexts[language];
  return (
    <select
      className="themeSwitch"
      aria-label={texts.theme}
      title={texts.theme}
      value={chosen}
      onChange={({ target }) => choose(choices.find((one) => one === target.value) ?? 'system')}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {texts.themes[choice]}
        </option>
      ))}
    </select>
  );
}
