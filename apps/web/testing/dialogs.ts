import type { Page } from 'playwright-core';

/** Records that dialogs open on. */
export interface DialogRecords {
  /** An evaluation that is done. */
  readonly evaluation: string;
  readonly labelSet: string;
}

/** Something that opens on a page. */
export interface Dialog {
  readonly name: string;
  /** The page that it opens on. */
  readonly path: string;
  /** Opens it; done when it is there. */
  readonly open: (page: Page) => Promise<void>;
}

/** Presses a button and waits for a dialog. */
const dialogOf =
  (button: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').waitFor();
  };

/** Presses a button and waits for the first field of a form. */
const formOf =
  (button: string, field: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click();
    await page.getByLabel(field).first().waitFor();
  };

/** Selects an incident and opens a dialog for what is selected. */
const bulkDialogOf =
  (button: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('gridcell').first().focus();
    await page.keyboard.press('x');
    await dialogOf(button)(page);
  };

/** Every dialog and form that has to be asked for. */
export const dialogsOn = ({ evaluation, labelSet }: DialogRecords): readonly Dialog[] => [
  {
    name: 'key-list',
    path: '/incidents',
    open: async (page) => {
      await page.keyboard.press('Shift+?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'bulk-assign', path: '/incidents', open: bulkDialogOf('Assign…') },
  { name: 'bulk-tag', path: '/incidents', open: bulkDialogOf('Tag…') },
  { name: 'bulk-note', path: '/incidents', open: bulkDialogOf('Note…') },
  { name: 'saved-views', path: '/incidents', open: formOf('Views', 'Save this view') },
  {
    name: 'upload-offer',
    path: '/videos',
    open: async (page) => {
      // only the older way of choosing files can be driven from outside
      await page.evaluate('delete globalThis.showOpenFilePicker');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Upload videos' }).click();
      const video = { mimeType: 'video/mp4', buffer: Buffer.from('no video, only its name is looked at') };
      await (
        await chooser
      ).setFiles([
        { name: 'gate-monday.mp4', ...video },
        { name: 'gate-tuesday.mp4', ...video },
      ]);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'measured-labels',
    path: `/evaluate/${evaluation}`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Show the labels' }).click();
      await page.getByRole('columnheader', { name: 'Events' }).waitFor();
    },
  },
  { name: 'remove-labels', path: `/evaluate/labels/${labelSet}`, open: dialogOf(/^Remove$/) },
  { name: 'new-user', path: '/account?tab=users', open: formOf('New user', 'Role') },
  { name: 'new-key', path: '/account?tab=keys', open: formOf('New key', 'Name') },
  { name: 'new-rule', path: '/system?tab=notifications', open: formOf('New rule', 'Send by') },
  { name: 'run-retention', path: '/system?tab=disk', open: dialogOf('Run now') },
];
