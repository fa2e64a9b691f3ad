import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useId, useState } from 'react';
import type { PageHead } from '../../views/page/pageView.ts';
import { shellTexts } from '../../wording/page/shellTexts.ts';
import type { DeskViewName, DeskViewProps } from '../deskView.ts';
import { useRoom } from '../room.ts';
import { Tabs } from '../tabs.tsx';
import { Waiting } from './notice.tsx';
import { PartBoundary } from './partBoundary.tsx';
import { StatusLine } from './statusLine.tsx';
import { ThemeSwitch } from './themeSwitch.tsx';

const Before = lazy(() => import('../before/before.tsx').then(({ Before }) => ({ default: Before })));
const Desk = lazy(() => import('../desk/desk.tsx').then(({ Desk }) => ({ default: Desk })));
const After = lazy(() => import('../after/after.tsx').then(({ After }) => ({ default: After })));

const names: readonly DeskViewName[] = ['before', 'desk', 'after'];
const views: Readonly<Record<DeskViewName, LazyExoticComponent<ComponentType<DeskViewProps>>>> = {
  before: Before,
  desk: Desk,
  after: After,
};

/** Where one wants to be in a meeting of this state. */
const usual: Readonly<Record<PageHead['status'], DeskViewName>> = {
  none: 'before',
  planned: 'before',
  running: 'desk',
  paused: 'desk',
  adjourned: 'after',
  approved: 'after',
};

/** The desk: preparation, meeting and minutes, each loaded when it is first seen. */
export function DeskPlace() {
  const { view, language } = useRoom();
  const texts = shellTexts[language];
  const [chosen, setChosen] = useState<DeskViewName | null>(asked);
  const [itemId, setItemId] = useState<string | null>(null);
  const go: DeskViewProps['go'] = (name, at) => {
    setChosen(name);
    setItemId(at ?? null);
  };
  const { status } = view.head;
  const shown = chosen ?? usual[status];
  const View = views[shown];
  const there = names.filter((name) => status !== 'none' || name === 'before');
  const panel = useId();
  return (
    <div className="deskPlace">
      <header className="deskHead">
        <Tabs
          label={texts.viewsLabel}
          tabs={there.map((value) => ({ value, label: texts.views[value] }))}
          selected={shown}
          panel={panel}
          select={(name) => go(name)}
        />
        <ThemeSwitch />
      </header>
      <StatusLine />
      <div id={panel}>
        <PartBoundary key={shown}>
          <Suspense fallback={<Waiting />}>
            <View go={go} itemId={itemId} />
          </Suspense>
        </PartBoundary>
      </div>
    </div>
  );
}

/** `?view=` of the address. */
function asked(): DeskViewName | null {
  const name = new URLSearchParams(location.search).get('view');
  return names.find((one) => one === name) ?? null;
}
