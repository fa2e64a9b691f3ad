import type { Credentials } from './credentials.ts';

export type PlaceName = 'desk' | 'panel' | 'stage';
export type ThemeName = 'light' | 'dark' | 'contrast';

/** What the page lies in: Teams, or a browser by itself. */
export interface Host {
  readonly inTeams: boolean;
  /** Of the reader ("da-DK"). */
  readonly locale: string | null;
  /** Where Teams shows the page; null: the address says. */
  readonly place: PlaceName | null;
  /** Id of the conversation, as Teams names it. */
  readonly chat: string | null;
  /** Tells readers of one browser apart, and proves nothing; null: unknown. */
  readonly reader: string | null;
  /** The meeting that the tab is about, where it names one. */
  readonly meetingId: string | null;
  /** The tab is being added. */
  readonly configuring: boolean;
  readonly theme: ThemeName;
  onTheme(change: (theme: ThemeName) => void): void;
  /** Null: whoever reads has to come by a link. */
  readonly credentials: Credentials | null;
  /** Whether `share` can lay a page on the meeting's stage. */
  readonly canShare: boolean;
  /** Lays an address of this page on the meeting's stage; whether that was done. */
  share(url: string): Promise<boolean>;
  /** The tab's addresses, once it is saved. */
  configure(page: {
    entityId: string;
    contentUrl: string;
    websiteUrl: string;
    suggestedDisplayName: string;
  }): void;
}
