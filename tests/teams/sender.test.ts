import { describe, expect, it } from '@jest/globals';
import { senderOf } from '../../src/teams/page/sender.ts';

describe('who sends, as far as the network tells', () => {
  it.each([
    ['the other end of the connection', '', '10.1.2.3', '10.1.2.3'],
    [
      'the last hop that a proxy saw, not what the sender wrote',
      '1.1.1.1, 203.0.113.7',
      '10.0.0.1',
      '203.0.113.7',
    ],
    ['without its port', '203.0.113.7:50123', '10.0.0.1', '203.0.113.7'],
    ['an IPv4 address that is written as IPv6', '', '::ffff:203.0.113.7', '203.0.113.7'],
    ['of IPv6 the network', '2001:db8:1:2:aaaa::7', '10.0.0.1', '2001:db8:1:2'],
    [
      'of IPv6 with a port, shortened and with zeros, the same',
      '[2001:0DB8:0001:0002::9]:443',
      '::1',
      '2001:db8:1:2',
    ],
    ['of this machine', '', '::1', '0:0:0:0'],
    ['what is no address as it is', 'unknown', '10.0.0.1', 'unknown'],
  ])('is %s', (_what, forwardedFor, remote, sender) => {
    expect(senderOf(forwardedFor, remote)).toBe(sender);
  });
});
