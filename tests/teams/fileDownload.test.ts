import { describe, expect, it } from '@jest/globals';
import { isAllowedFileUrl } from '../../src/teams/fileDownload.ts';

describe('a file is fetched only', () => {
  it.each([
    'https://nordby-my.sharepoint.com/personal/mona/_layouts/15/download.aspx?UniqueId=1&tempauth=x',
    'https://northeurope1-mediap.svc.ms/transform?x=1',
    'https://public.db.files.1drv.com/y4m',
    'https://my.microsoftpersonalcontent.com/personal/x',
    'https://NORDBY.SharePoint.com:443/x',
  ])('from Microsoft by HTTPS: %s', (url) => {
    expect(isAllowedFileUrl(url, 'production')).toBe(true);
  });

  it.each([
    'http://nordby.sharepoint.com/x',
    'https://sharepoint.com/x',
    'https://evilsharepoint.com/x',
    'https://nordby.sharepoint.com.example.org/x',
    'https://nordby.sharepoint.com@example.org/x',
    'https://user:secret@nordby.sharepoint.com/x',
    'https://nordby.sharepoint.com:8443/x',
    'https://nordby.sharepoint.com./x',
    'https://example.org/?nordby.sharepoint.com',
    'https://169.254.169.254/metadata',
    'file:///etc/passwd',
    'data:text/plain,1.%20Velkomst',
    'http://127.0.0.1/x',
    'nothing',
    '',
  ])('and not from %s', (url) => {
    expect(isAllowedFileUrl(url, 'production')).toBe(false);
  });

  it('from this machine in development, and from nowhere else either', () => {
    expect(isAllowedFileUrl('http://127.0.0.1:8080/x', 'development')).toBe(true);
    expect(isAllowedFileUrl('http://[::1]/x', 'development')).toBe(true);
    expect(isAllowedFileUrl('file://localhost/etc/passwd', 'development')).toBe(false);
    expect(isAllowedFileUrl('http://10.0.0.1/x', 'development')).toBe(false);
  });
});
