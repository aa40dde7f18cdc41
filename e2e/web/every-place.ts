import { type Dialog, dialogsOn } from '@vigil/web/testing';
import type { Page } from 'playwright-core';
import { evaluated } from './evaluated-records.ts';

/** Every page that can be shown with the records of {@link addEvaluated} and some incidents. */
export const places: readonly string[] = [
  '/incidents',
  '/incidents/incident-000000001',
  `/incidents/${evaluated.incident}`,
  '/live',
  '/videos',
  '/videos/sample-video',
  '/search?q=fall+number',
  '/normality',
  `/normality/${evaluated.profile}`,
  '/evaluate',
  `/evaluate/${evaluated.evaluation}`,
  `/evaluate/${evaluated.evaluation}?with=${evaluated.sameLabels}`,
  `/evaluate/${evaluated.evaluation}?with=${evaluated.otherLabels}`,
  `/evaluate/labels/${evaluated.labelSet}`,
  `/evaluate/labels/${evaluated.labelSet}?clip=fall-clip`,
  '/system',
  '/system?tab=queue',
  '/system?tab=models',
  '/system?tab=disk',
  '/system?tab=notifications',
  '/system?tab=settings',
  '/system?tab=audit',
  '/account',
  '/account?tab=sessions',
  '/account?tab=keys',
  '/account?tab=users',
  '/no-such-page',
];

/** Every dialog on these records. */
export const dialogs: readonly Dialog[] = dialogsOn(evaluated);

/** Goes to a place and waits until all of it is there. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading').first().waitFor();
  // what is still on its way says so
  await page.waitForFunction(`document.querySelector('.mantine-Skeleton-root, [role=status][aria-label=Loading]') === null`);
}
