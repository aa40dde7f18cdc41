import ipaddr from 'ipaddr.js';

/** Blocks of IPv6 that are given out to the public (RFC 4291 section 2.4). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the public internet: no loopback, private, link-local, multicast, documentation or otherwise reserved
 * one, also not wrapped into IPv6 (mapped, NAT64, 6to4, Teredo).
 *
 * @param text An IPv4 or IPv6 address.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}
