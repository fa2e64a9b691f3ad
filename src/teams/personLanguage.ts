import type { Language } from '../meeting/agenda.ts';
import { languageOfLocale } from '../wording/locale.ts';
import type { TeamsActivity } from './activity.ts';

/**
 * The language of who acts: by the activity's locale, else by that of the client (an invoke often names only that).
 * Null: nobody said.
 */
export function personLanguage(activity: TeamsActivity): Language | null {
  const client = activity.entities.find((entity) => entity.type === 'clientInfo');
  return languageOfLocale(activity.locale) ?? languageOfLocale(client?.locale);
}
