import { lazy, Suspense } from 'react';
import type { Host, PlaceName } from './host.ts';
import { Waiting } from './notice.tsx';
import { PartBoundary } from './partBoundary.tsx';

const DeskPlace = lazy(() => import('./deskPlace.tsx').then(({ DeskPlace }) => ({ default: DeskPlace })));
const Panel = lazy(() => import('../panel/panel.tsx').then(({ Panel }) => ({ default: Panel })));
const Stage = lazy(() => import('../stage/stage.tsx').then(({ Stage }) => ({ default: Stage })));

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
