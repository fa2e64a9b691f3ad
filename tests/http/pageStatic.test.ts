import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageLanguage } from '../../src/tab/shell/pageLanguage.ts';
import { pageFolder } from '../../src/teams/pageFolder.ts';
import { type DemoServer, openDemo } from '../support/demoServer.ts';

let demo: DemoServer;
beforeAll(async () => {
  demo = await openDemo();
}, 30_000);
afterAll(async () => demo?.[Symbol.asyncDispose]());

describe('the page', () => {
  it.each(['/', '/tab', '/tab?place=stage', '/tab/configure', '/s/ABCD2345'])(
    'is served at %s under a strict policy, with a nonce of its own each time',
    async (path) => {
      const answers = await Promise.all([1, 2].map(() => fetch(`${demo.punkt.url}${path}`)));
      const nonces = await Promise.all(
        answers.map(async (response) => {
          expect(response.status).toBe(200);
          expect(response.headers.get('content-type')).toMatch(/^text\/html/u);
          expect(response.headers.get('cache-control')).toBe('no-store');
          expect(response.headers.get('x-content-type-options')).toBe('nosniff');
          expect(response.headers.get('referrer-policy')).toBe('no-referrer');
          expect(response.headers.get('permissions-policy')).toContain('camera=()');
          const policy = response.headers.get('content-security-policy') ?? '';
          expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
          expect(policy).toContain('frame-ancestors');
          expect(policy).toContain('https://teams.microsoft.com');
          expect(policy).not.toContain('unsafe');
          expect(policy).not.toMatch(/ \*[ ;]/u);
          const nonce = /'nonce-([\w-]+)'/u.exec(policy)?.[1] ?? '';
          const html = await response.text();
          expect(html).not.toContain('__NONCE__');
          // Nothing is loaded from elsewhere, and no script stands in the page.
          expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
          expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/u);
          return nonce;
        }),
      );
      expect(new Set(nonces).size).toBe(2);
      for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{22}$/u);
    },
  );

  it('speaks the language that everybody is answered in, where there is one', async () => {
    const inDanish = await openDemo('klynge-nordby.txt', { PUNKT_LANGUAGE: 'da' });
    try {
      const page = (url: string) => fetch(`${url}/tab?lang=en`).then((response) => response.text());
      expect(await page(inDanish.punkt.url)).toContain('<html lang="da" data-language="da">');
      expect(await page(demo.punkt.url)).not.toContain('data-language');
    } finally {
      await inDanish[Symbol.asyncDispose]();
    }
    expect(pageLanguage('da', 'en', 'en-GB')).toBe('da');
    expect(pageLanguage(undefined, 'en', 'da-DK')).toBe('en');
    expect(pageLanguage(undefined, null, 'en-US')).toBe('en');
    expect(pageLanguage(undefined, null, 'sv')).toBe('da');
  });

  it('has assets that browsers keep, compressed where that is smaller', async () => {
    const names = readdirSync(new URL('assets/', pageFolder)).filter((name) => /\.(?:js|css)$/u.test(name));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      const response = await fetch(`${demo.punkt.url}/tab/assets/${name}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      await response.arrayBuffer();
    }
    const [script = ''] = names.filter((name) => name.endsWith('.js'));
    const plain = await fetch(`${demo.punkt.url}/tab/assets/${script}`, {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });
});
