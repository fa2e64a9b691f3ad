import { expect, it } from '@jest/globals';
import { Desks } from '../support/desks.ts';
import { describeInChromium } from '../support/inChromium.ts';

const [asger, lone, birthe] = ['Asger Thorup', 'Lone Bertram', 'Birthe Solvang'] as const;
const down = (times: number) => Array.from({ length: times }, () => 'Control+Alt+ArrowDown');

describeInChromium('proposals, points and confirmations at the desk', () => {
  const desks = new Desks(birthe, [asger, lone]);

  it('are worded in the open, change hands without losing words, and are decided', async () => {
    const [one, two] = [await desks.open(asger), await desks.open(lone)];
    await one.press(...down(2), 'Control+Alt+f');
    await one.page.locator('.proposalField').waitFor();
    await one.type('Der laves en fælles plan');
    const shown = two.page.locator('.proposalField');
    await two.proposalSays('Der laves en fælles plan');
    expect(await two.item('2').locator('.proposal h3').textContent()).toBe('Forslag – ikke besluttet');
    await two.item('2').locator('.pen', { hasText: 'Asger Thorup har pennen' }).waitFor();
    expect(await shown.getAttribute('readonly')).not.toBeNull();

    await two.item('2').getByRole('button', { name: 'Giv mig pennen' }).press('Enter');
    await one.item('2').locator('.pen', { hasText: 'Lone Bertram har pennen' }).waitFor();
    await two.item('2').locator('.pen', { hasText: 'Du har pennen' }).waitFor();
    await shown.press('End');
    await two.type(' for 2025.');
    await two.press('Control+Enter');
    await two.item('2').getByRole('button', { name: 'Ja, det er besluttet' }).press('Enter');
    await one.item('2').locator('.decision', { hasText: 'Der laves en fælles plan for 2025.' }).waitFor();
    await one.page.locator('.proposalField').waitFor({ state: 'detached' });
    expect((await desks.item('2'))?.decisions).toMatchObject([
      { number: '2.1', text: 'Der laves en fælles plan for 2025.', confirmed: true },
    ]);
  }, 90_000);

  it('are one decision though it is pressed twice, and nobody is scolded for it', async () => {
    const one = await desks.open(asger);
    const asked: string[] = [];
    one.page.on('request', (request) =>
      asked.push(...(/"ask":"(\w+)"/u.exec(request.postData() ?? '') ?? []).slice(1)),
    );
    await one.press(...down(5), 'Control+Alt+f');
    await one.page.locator('.proposalField').waitFor();
    await one.type('Vi prøver det:\n- i nord\n- i syd');
    await one.press('Control+Enter');
    await one.item('5').getByRole('button', { name: 'Ja, det er besluttet' }).dblclick();
    const decided = one.item('5').locator('.decision', { hasText: 'Vi prøver det:' });
    await decided.waitFor();
    await one.page.locator('.proposalField').waitFor({ state: 'detached' });
    // The page asks one thing after another: a second press would have been asked before this.
    await one.item('5').getByRole('button', { name: 'Forslag' }).press('Enter');
    await one.page.locator('.proposalField').waitFor();
    expect(asked.filter((ask) => ask === 'decideProposal')).toHaveLength(1);
    const { proposal } = (await desks.view(asger)).head;
    await desks.demo
      .as(lone)
      .ask(desks.demo.meetingId, { ask: 'dropProposal', proposalId: proposal?.proposalId ?? '' });
    // A list in a decision is a list, as in the minutes.
    expect(await decided.locator('.decisionText li').allTextContents()).toEqual(['i nord', 'i syd']);
  }, 60_000);

  it('stay where they are on the screen when the pen goes on while somebody types', async () => {
    const one = await desks.open(asger);
    await one.press(...down(3), 'Control+Alt+f');
    await one.page.locator('.proposalField').waitFor();
    await one.type('Vi ');
    await one.page.waitForResponse('**/asks');
    const { proposal } = (await desks.view(lone)).head;
    await desks.demo
      .as(lone)
      .ask(desks.demo.meetingId, { ask: 'takePen', proposalId: proposal?.proposalId ?? '' });
    await one.item('3').locator('.pen', { hasText: 'Lone Bertram har pennen' }).waitFor();
    const place = () => one.page.evaluate('window.scrollY');
    const before = await place();
    await one.type('tror at det går');
    expect(await place()).toBe(before);
    await one.says('Lone Bertram har pennen');
    await desks.demo
      .as(lone)
      .ask(desks.demo.meetingId, { ask: 'dropProposal', proposalId: proposal?.proposalId ?? '' });
  }, 60_000);

  it('are dropped after a question', async () => {
    const one = await desks.open(asger);
    await one.press(...down(3), 'Control+Alt+f');
    await one.page.locator('.proposalField').waitFor();
    await one.type('Ikke det.');
    await one.item('3').getByRole('button', { name: 'Drop forslag' }).press('Enter');
    await one.item('3').getByRole('button', { name: 'Ja, drop det' }).press('Enter');
    await one.page.locator('.proposalField').waitFor({ state: 'detached' });
    expect((await desks.item('3'))?.decisions).toEqual([]);
    expect((await desks.view(asger)).head.proposal).toBeNull();
  }, 60_000);

  it('give back what was typed when the pen went on in the middle of it', async () => {
    const one = await desks.open(asger);
    await one.press(...down(4), 'Control+Alt+f');
    await one.page.locator('.proposalField').waitFor();
    await one.type('Først');
    await one.page.waitForResponse('**/asks');
    const { proposal } = (await desks.view(lone)).head;
    await one.context.route('**/asks', (route) => route.abort());
    await one.type(' og så meget mere');
    await desks.demo
      .as(lone)
      .ask(desks.demo.meetingId, { ask: 'takePen', proposalId: proposal?.proposalId ?? '' });
    const kept = one.item('4').locator('.keptWords');
    await kept.getByText('Først og så meget mere').waitFor();
    await one.context.unroute('**/asks');
    await kept.getByRole('button', { name: 'Tag pennen' }).press('Enter');
    await one.item('4').locator('.pen', { hasText: 'Du har pennen' }).waitFor();
    await one.proposalSays('og så meget mere');
    await desks.demo
      .as(lone)
      .ask(desks.demo.meetingId, { ask: 'dropProposal', proposalId: proposal?.proposalId ?? '' });
  }, 90_000);

  it('give back what was typed when they were dropped in the middle of it', async () => {
    const one = await desks.open(asger);
    await one.press(...down(5), 'Control+Alt+f');
    await one.page.locator('.proposalField').waitFor();
    await one.type('Før');
    await one.page.waitForResponse('**/asks');
    const { proposal } = (await desks.view(lone)).head;
    await one.context.route('**/asks', (route) => route.abort());
    await one.type('st og så meget mere');
    await desks.demo
      .as(lone)
      .ask(desks.demo.meetingId, { ask: 'dropProposal', proposalId: proposal?.proposalId ?? '' });
    await one.page.locator('.proposalField').waitFor({ state: 'detached' });
    await one.context.unroute('**/asks');
    await one.page.getByLabel('Det, du skrev').waitFor();
    expect(await one.page.getByLabel('Det, du skrev').inputValue()).toBe('Først og så meget mere');
  }, 60_000);

  it('answers the points of an item by keyboard', async () => {
    const one = await desks.open(asger);
    await one.press(...down(1), 'Control+Alt+i', 'Enter');
    await one.item('1').locator('.choices button').first().waitFor();
    await one.press('Enter');
    await one.item('1').locator('.point.open').first().waitFor({ state: 'detached' });
    expect((await desks.item('1'))?.points[0]?.open).toBe(false);
  }, 60_000);

  it('shows a participant what was decided and takes their words for confirmation', async () => {
    const ole = await desks.open('Ole Kristian Bæk');
    expect(await ole.page.locator('.textPlace').count()).toBe(0);
    await ole.item('6').getByRole('button', { name: 'Ny beslutning' }).press('Enter');
    await ole.type('Almen praksis spørges først.');
    await ole.press('Control+Enter');
    await ole.item('6').locator('.decision.unconfirmed').waitFor();
    const one = await desks.open(asger);
    await one.press('Control+Alt+b');
    const button = one.page.locator('button.confirm:focus');
    await button.waitFor();
    expect(await button.getAttribute('aria-label')).toBe('Bekræft 6.1');
    await one.press('Enter');
    await ole.item('6').locator('.decision:not(.unconfirmed)').waitFor();
    // The keyboard stays at the item whose button is gone.
    await one.page.locator('article.item:focus-within').waitFor();
  }, 60_000);
});
