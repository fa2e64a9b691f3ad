import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Language } from '../../wording/outcome.ts';
import type { Handle } from './guards.ts';
import { PageProblem } from './problem.ts';

/** Hosts that may show the page in a frame: Teams and Microsoft 365 (learn.microsoft.com, "Tab requirements"). */
const FRAMED_BY = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `frame-ancestors ${FRAMED_BY.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  txt: 'text/plain; charset=utf-8',
};

interface Asset {
  readonly bytes: Buffer;
  /** Null where it is not smaller. */
  readonly zipped: Buffer | null;
  readonly type: string;
}

/** The page as it was built into a folder: `index.html` with `__NONCE__` in it, and its assets under hashed names. */
export class StaticPage {
  readonly #assets = new Map<string, Asset>();

  /** `fixed`: the language that everybody is answered in; null: each in their own. */
  constructor(
    private readonly folder: URL,
    private readonly fixed: Language | null,
  ) {}

  readonly html: Handle = async (_request, response) => {
    const text = await readFile(new URL('index.html', this.folder), 'utf8').catch(() => null);
    if (text === null) throw new PageProblem('pageMissing');
    const nonce = randomBytes(16).toString('base64url');
    response
      .set({
        'content-security-policy': policy(nonce),
        'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
        'cache-control': 'no-store',
      })
      .type('text/html')
      .send(this.#inLanguage(text).replaceAll('__NONCE__', nonce));
  };

  /** What the page says itself is in the language in which it is answered. */
  #inLanguage(html: string): string {
    const { fixed } = this;
    return fixed ? html.replace(/<html[^>]*>/u, `<html lang="${fixed}" data-language="${fixed}">`) : html;
  }

  readonly asset: Handle = async (request, response) => {
    const name = String(request.params.file);
    const asset = await this.#asset(name);
    if (!asset) throw new PageProblem('notFound');
    response.set({
      'content-type': asset.type,
      // Another content has another name.
      'cache-control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    const zipped = asset.zipped && request.acceptsEncodings('gzip') ? asset.zipped : null;
    if (zipped) response.set('content-encoding', 'gzip');
    response.send(zipped ?? asset.bytes);
  };

  async #asset(name: string): Promise<Asset | null> {
    const [, ending = ''] = /^[\w-][\w.-]*\.(\w+)$/u.exec(name) ?? [];
    const type = types[ending];
    if (!type) return null;
    const known = this.#assets.get(name);
    if (known) return known;
    const bytes = await readFile(new URL(`assets/${name}`, this.folder)).catch(() => null);
    if (!bytes) return null;
    const small = /^(?:image\/(?:png|x-icon)|font\/)/u.test(type);
    const zipped = small ? null : await promisify(gzip)(bytes, { level: 9 });
    const asset = { bytes, zipped: zipped && zipped.length < bytes.length ? zipped : null, type };
    this.#assets.set(name, asset);
    return asset;
  }
}
