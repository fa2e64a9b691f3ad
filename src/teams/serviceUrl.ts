import { isLoopbackHost } from './loopbackHost.ts';

/**
 * Whether Punkt may send (with its token) to this connector. A stored or received URL is never trusted by itself.
 * Hosts: smba.trafficmanager.net exactly (anyone may rent another name under trafficmanager.net), and the two
 * domains that only Microsoft can name hosts in.
 */
export function isAllowedServiceUrl(serviceUrl: string, mode: 'production' | 'development'): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (mode === 'development' && isLoopbackHost(url.hostname)) return /^https?:$/.test(url.protocol);
  const microsofts =
    url.hostname === 'smba.trafficmanager.net' ||
    url.hostname.endsWith('.botframework.com') ||
    url.hostname.endsWith('.teams.microsoft.com');
  return url.protocol === 'https:' && url.port === '' && microsofts;
}
