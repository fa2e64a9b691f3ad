import { expect, it } from '@jest/globals';
import { Desks } from '../support/desks.ts';
import { describeInChromium } from '../support/inChromium.ts';

describeInChromium('writing at the desk', () => {
  const desks = new Desks('Birthe Solvang', ['Asger Thorup']);

  it('needs no click: the keyboard finds the text, bullets come as in Word, and all is kept', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press('Control+Alt+ArrowDown');
    await asger.type('Der blev peget på:');
    await asger.press('Enter');
    await asger.type('- at det haster');
    await asger.press('Enter', 'Tab');
    await asger.type('især i syd');
    await asger.press('Enter', 'Enter', 'Enter');
    await asger.type('Det var det.');
    await asger.saved('1');
    expect((await desks.item('1'))?.discussion?.text).toBe(
      'Der blev peget på:\n- at det haster\n  - især i syd\nDet var det.',
    );
  }, 60_000);

  it('registers a line for whom it names', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press(...Array.from({ length: 5 }, () => 'Control+Alt+ArrowDown'));
    await asger.type('På vegne af Birthe Solvang: Det prøves i syd.');
    await asger.press('Control+Enter');
    const decision = asger.item('5').locator('.decision');
    await decision.getByText('Det prøves i syd.', { exact: true }).waitFor();
    expect(await decision.locator('.registered').textContent()).toContain('Birthe Solvang');
  }, 60_000);

  it('says for all to see why a line did not become a decision, and leaves it in the text', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press(...Array.from({ length: 4 }, () => 'Control+Alt+ArrowDown'));
    await asger.type('Borger 010180-1234 får plads.');
    await asger.press('Control+Enter');
    await asger.page.locator('.refusal', { hasText: 'ligner et CPR-nummer' }).waitFor();
    await asger.item('4').locator('.textPlace .typedLine', { hasText: 'Borger 010180-1234' }).waitFor();
    expect((await desks.item('4'))?.decisions).toEqual([]);
  }, 60_000);

  it('says that a text is too long, and takes it once it is shorter', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press(...Array.from({ length: 3 }, () => 'Control+Alt+ArrowDown'));
    await asger.page.keyboard.insertText('ord '.repeat(26_000));
    await asger.item('3').locator('.savedMark', { hasText: 'Teksten er for lang' }).waitFor();
    await asger.press('Control+a', 'Delete');
    await asger.page.keyboard.insertText('ord '.repeat(20_000));
    await asger.saved('3');
    expect((await desks.item('3'))?.discussion?.text.length).toBe(79_999);
  }, 60_000);

  it('keeps the words of an open form over a reload, and after Esc; sent or given up they do not come again', async () => {
    const asger = await desks.open('Asger Thorup');
    const { page } = asger;
    const form = asger.item('6').locator('form.wording');
    const press = (name: string) => asger.item('6').getByRole('button', { name }).press('Enter');
    await press('Ny beslutning');
    await asger.type('Det hele tages op igen');
    await page.reload();
    await form.waitFor();
    expect(await form.locator('textarea').inputValue()).toBe('Det hele tages op igen');
    await form.locator('textarea').press('Escape');
    await form.waitFor({ state: 'detached' });
    await press('Ny beslutning');
    await form.locator('textarea').press('End');
    await asger.type(' i maj.');
    await asger.press('Control+Enter');
    const decision = asger.item('6').locator('.decision');
    await decision.getByText('Det hele tages op igen i maj.').waitFor();
    await page.reload();
    await decision.waitFor();
    expect(await form.count()).toBe(0);

    // The same of a correction
    await decision.getByRole('button', { name: 'Ret 6.1' }).press('Enter');
    await asger.press('Control+End');
    await asger.type(' Eller juni.');
    await page.reload();
    await form.waitFor();
    expect(await form.locator('textarea').inputValue()).toBe('Det hele tages op igen i maj. Eller juni.');
    await form.getByRole('button', { name: 'Annullér' }).press('Enter');
    await page.reload();
    await decision.waitFor();
    expect(await form.count()).toBe(0);
    expect((await desks.item('6'))?.decisions.map(({ text }) => text)).toEqual([
      'Det hele tages op igen i maj.',
    ]);
  }, 60_000);

  it('makes a decision of the line by Ctrl+Enter, and gives it back by Ctrl+Z', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press('Control+Alt+ArrowDown', 'Control+Alt+ArrowDown');
    await asger.type('Drøftet.');
    await asger.press('Enter');
    await asger.type('Handleplanen godkendes. Nordby Sygehus er tovholder.');
    await asger.press('Control+Enter');
    await asger.item('2').locator('.decision', { hasText: 'Handleplanen godkendes' }).waitFor();
    await asger.says('Beslutning: Handleplanen godkendes');
    expect(await asger.lines('2')).toEqual(['Drøftet.', '']);
    expect((await desks.item('2'))?.decisions).toMatchObject([
      { number: '2.1', confirmed: true, responsible: [{ name: 'Nordby Sygehus' }] },
    ]);
    await asger.press('Control+z');
    await asger.says('taget tilbage');
    await asger.item('2').locator('.decision').waitFor({ state: 'detached' });
    expect(await asger.lines('2')).toEqual([
      'Drøftet.',
      'Handleplanen godkendes. Nordby Sygehus er tovholder.',
    ]);
    await asger.press('Control+y');
    await asger.item('2').locator('.decision', { hasText: 'Handleplanen godkendes' }).waitFor();
    await asger.saved('2');
    expect((await desks.item('2'))?.discussion?.text).toBe('Drøftet.');
    expect((await desks.item('2'))?.decisions.filter(({ struck }) => !struck)).toHaveLength(1);
  }, 60_000);

  it('keeps what was typed when the page is loaded again in the middle of it', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press('Control+Alt+ArrowDown', 'Control+Alt+ArrowDown', 'Control+Alt+ArrowDown');
    await asger.type('Før det hele blev hentet igen');
    await asger.page.reload();
    await asger.ready();
    expect(await asger.lines('3')).toEqual(['Før det hele blev hentet igen']);
    await asger.saved('3');
    expect((await desks.item('3'))?.discussion?.text).toBe('Før det hele blev hentet igen');
  }, 60_000);

  it('keeps what is typed without a connection, and sends it afterwards with what others wrote meanwhile', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press(...Array.from({ length: 4 }, () => 'Control+Alt+ArrowDown'));
    await asger.type('Inden.');
    await asger.saved('4');
    await asger.context.setOffline(true);
    await asger.press('Enter');
    await asger.type('Uden forbindelse.');
    await asger.item('4').locator('.savedMark', { hasText: 'gemt her' }).waitFor();
    expect((await desks.item('4'))?.discussion?.text).toBe('Inden.');
    // Somebody else writes there meanwhile.
    const other = desks.demo.as('Birthe Solvang');
    const item = await desks.item('4');
    await other.ask(desks.demo.meetingId, {
      ask: 'writeDiscussion',
      itemId: item?.itemId ?? '',
      basedOn: 'Inden.',
      text: 'Birthe var først.\nInden.',
    });
    await asger.context.setOffline(false);
    await asger.saved('4');
    expect((await desks.item('4'))?.discussion?.text).toBe('Birthe var først.\nInden.\nUden forbindelse.');
    expect(await asger.lines('4')).toEqual(['Birthe var først.', 'Inden.', 'Uden forbindelse.']);
  }, 60_000);

  it('sends what was typed before a reload under the same command once the server takes it again', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press(...Array.from({ length: 6 }, () => 'Control+Alt+ArrowDown'));
    await asger.context.route('**/asks', (route) => route.abort());
    const tried = asger.page.waitForRequest('**/asks');
    await asger.type('Det første');
    await tried;
    await asger.type(' og det andet.');
    await asger.page.reload();
    await asger.ready();
    expect(await asger.lines('6')).toEqual(['Det første og det andet.']);
    await asger.context.unroute('**/asks');
    await asger.saved('6');
    expect((await desks.item('6'))?.discussion?.text).toBe('Det første og det andet.');
  }, 60_000);

  it('takes what is pasted from Word as paragraphs and bullets', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press(...Array.from({ length: 7 }, () => 'Control+Alt+ArrowDown'));
    const entry = (level: number, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>o&nbsp;</span>${text}</p>`;
    const styles = '<style>p.MsoNormal {margin:0}</style>';
    const html = `${styles}<p class=MsoNormal style="margin:0">Vi <b>peger</b> på:</p>${entry(1, 'Et')}${entry(2, 'To')}`;
    const errors: string[] = [];
    asger.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await asger.page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', ${JSON.stringify(html)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await asger.saved('7');
    expect((await desks.item('7'))?.discussion?.text).toBe('Vi peger på:\n- Et\n  - To');
    // Looks that come along are not even tried.
    expect(errors).toEqual([]);
  }, 60_000);

  it('goes on over a restart of the server', async () => {
    const asger = await desks.open('Asger Thorup');
    await asger.press(...Array.from({ length: 5 }, () => 'Control+Alt+ArrowDown'));
    await asger.type('Før genstarten');
    await desks.demo.restart();
    await asger.type(' og efter den.');
    await asger.saved('5');
    expect((await desks.item('5'))?.discussion?.text).toBe('Før genstarten og efter den.');
  }, 60_000);
});
