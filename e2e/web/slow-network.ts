import type { Page } from 'playwright-core';

/** Makes the network of a page slow. @returns Makes sending fast again */
export async function slowDown(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const slow = { offline: false, latency: 150, downloadThroughput: 150_000, uploadThroughput: 150_000 };
  await devtools.send('Network.emulateNetworkConditions', slow);
  return async () => {
    await devtools.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: 10_000_000 });
  };
}
