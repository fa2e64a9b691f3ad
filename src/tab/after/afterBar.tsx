import { lazy, Suspense, useState } from 'react';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { Menu } from '../menu.tsx';
import { useRoom } from '../room.ts';
import type { Downloads } from './download.ts';

const LinksDialog = lazy(() =>
  import('../links/linksDialog.tsx').then(({ LinksDialog }) => ({ default: LinksDialog })),
);

interface AfterBarProps {
  readonly downloads: Downloads;
  /** What is read; null: the newest. */
  readonly version: number | null;
}

/** Fetching, and links. */
export function AfterBar({ downloads, version }: AfterBarProps) {
  const { view, language } = useRoom();
  const texts = pageAfterTexts[language];
  /** Null: it was not opened yet, and is not loaded. */
  const [links, setLinks] = useState<boolean | null>(null);
  return (
    <div className="deedRow">
      <Menu label={texts.fetch} shown={texts.fetch} choices={downloads.choices(version)} />
      {!view.head.rehearsal && (
        <Menu label={texts.more} choices={[{ label: texts.links, choose: () => setLinks(true) }]} />
      )}
      {links !== null && (
        <Suspense fallback={null}>
          <LinksDialog open={links} close={() => setLinks(false)} />
        </Suspense>
      )}
    </div>
  );
}
