import ipaddr from 'ipaddr.js';

/** What limits count as one address: IPv4 as it is (mapped into IPv6 too), IPv6 by its first 64 bits, which one line has to itself. */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
