// The bundle: of the modules esbuild would leave out the tables, which nothing names.
import { AdaptiveCard, HostConfig, SerializationContext } from 'adaptivecards/dist/adaptivecards.js';
import type { Fault } from '../fault.ts';
import { difference } from './difference.ts';
import { faultsOf } from './faults.ts';
import { teamsMarkdown } from './teamsMarkdown.ts';

declare global {
  interface Window {
    punktCards: {
      show(card: object, look: { hostConfig: object; className: string; width: number }): string[];
      faults(): Fault[];
      difference(pictures: readonly [string, string]): Promise<number>;
    };
  }
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = teamsMarkdown(text);
  result.didProcess = true;
};

window.punktCards = {
  /** Draws a card in place of the last one; what the library has against it. */
  show(card, { hostConfig, className, width }) {
    document.documentElement.className = className;
    const stage = document.getElementById('stage');
    if (!stage) throw new Error('no stage');
    stage.style.width = `${width}px`;
    const context = new SerializationContext();
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig(hostConfig);
    drawn.parse(card, context);
    const element = drawn.render();
    stage.replaceChildren(...(element ? [element] : []));
    const said = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    return [
      // It checks `lang` by an expression that remembers its last match, and so refuses every second good one.
      ...said.filter((message) => !message.includes('property "lang"')),
      ...drawn.validateProperties().validationEvents.map(({ message }) => message),
      ...(element ? [] : ['nothing was drawn']),
    ];
  },
  faults() {
    const stage = document.getElementById('stage');
    return stage ? faultsOf(stage) : [];
  },
  difference,
};
