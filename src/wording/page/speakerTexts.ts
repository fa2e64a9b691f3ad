import type { Language } from '../outcome.ts';

interface SpeakerTexts {
  readonly onBehalfOf: string;
  /** For who hears the field alone. */
  readonly onBehalfOfName: string;
}

/** For whom something is registered, where that is somebody else. */
export const speakerTexts: Readonly<Record<Language, SpeakerTexts>> = {
  da: { onBehalfOf: 'På vegne af …', onBehalfOfName: 'På vegne af (navn)' },
  en: { onBehalfOf: 'On behalf of …', onBehalfOfName: 'On behalf of (name)' },
};
