import { lazy, Suspense } from 'react';
import type { Host, PlaceName } from './host.ts';
import { Waiting } from './notice.tsx';
import { PartBoundary } from './partBoundary.tsx';

const load = {
  desk: () => import('./deskPlace.tsx'),
  panel: () => import('../panel/panel.tsx'),
  stage: () => import('../stage/stage.tsx'),
};
const DeskPlace = lazy(() => load.desk().then(({ DeskPlace }) => ({ default: DeskPlace })));
const Panel = lazy(() => load.panel().then(({ Panel }) => ({ default: Panel })));
const Stage = lazy(() => load.stage().then(({ Stage }) => ({ default: Stage })));

/** Fetches the script of a place while the meeting is still on its way. */
export function prepare(place: PlaceName): void {
  // What fails here is tried again when it is drawn, and says so then.
  load[place]().catch(() => {});
}

/** Each place loads its own script. */
export function Place({ place, host }: { readonly place: PlaceName; readonly host: Host }) {
  return (
    <PartBoundary>
      <Suspense fallback={<Waiting />}>
        {place === 'panel' ? <Panel host={host} /> : place === 'stage' ? <Stage /> : <DeskPlace />}
      </Suspense>
    </PartBoundary>
  );
}
