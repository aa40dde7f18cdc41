import type { Page } from 'playwright-core';

/** What a keyboard cannot do on a page, as openings of tags. */
export interface KeyFaults {
  /** Can be pressed with a pointer, and is reached by no key. */
  readonly unreachable: readonly string[];
  /** Gets the focus and does not show it. */
  readonly unseen: readonly string[];
}

/** More presses than any page has places. */
const mostPresses = 400;

/**
 * Put into the page: finds what can be operated, and what it looks like without the focus. What is behind a dialog is out of reach until that is closed. What is inside of a grid or a list of tabs is
 * reached by the keys of that; what is hidden from assistance, disabled, or a part of a field (as the arrows of a number) has another way.
 */
const watcher = `(() => {
  const operable = 'a[href], button, input, select, textarea, summary, video[controls], [role=slider], [role=tab], [role=gridcell], [tabindex="0"]';
  const composites = '[role=grid], [role=tablist], [role=radiogroup], [role=menu], [role=listbox]';
  const isShown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const scope = document.querySelector('dialog:modal, [role=dialog][aria-modal=true]') ?? document;
  const needed = [...scope.querySelectorAll(operable)].filter((element) =>
    isShown(element) && !element.disabled && element.closest('[aria-hidden=true], [inert], [popover]:not(:popover-open)') === null &&
    !(element.tabIndex < 0 && element.closest('.mantine-InputWrapper-root') !== null));
  // a field is drawn by what is around it, a switch by what follows it
  const near = (element) => {
    const wrapper = element.closest('.mantine-InputWrapper-root');
    const around = wrapper === null ? [element.parentElement] : [...wrapper.querySelectorAll('*')].filter((part) => part.contains(element));
    return [element, ...around, element.nextElementSibling, element.labels?.[0]].filter(Boolean);
  };
  const lookOf = (element) => {
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? '' : style.outlineStyle + style.outlineWidth + style.outlineColor;
    return [outline, style.boxShadow, style.borderTopColor, style.borderBottomColor, style.backgroundColor].join(' ');
  };
  const before = new Map();
  document.activeElement?.blur();
  for (const element of document.querySelectorAll('*')) before.set(element, lookOf(element));
  const reached = new Set();
  const unseen = new Set();
  const nameOf = (element) => element.outerHTML.slice(0, 140);
  let last = null;
  window.keyWatcher = {
    take() {
      const element = document.activeElement;
      if (element === null || element === document.body) {
        last = null;
        return 'none';
      }
      const isSame = element === last;
      last = element;
      const isNew = !reached.has(element);
      reached.add(element);
      const shows = near(element).some((part) => before.has(part) ? before.get(part) !== lookOf(part) : lookOf(part).startsWith(' none') === false);
      if (isNew && !shows) unseen.add(element);
      return isNew ? 'new' : isSame ? 'inside' : 'known';
    },
    faults() {
      const groups = new Set([...reached].map((element) => element.closest(composites)).filter(Boolean));
      const radios = new Set([...reached].filter(({ type }) => type === 'radio').map(({ name }) => name));
      const isReached = (element) => reached.has(element) || groups.has(element.closest(composites)) ||
        (element.type === 'radio' && radios.has(element.name));
      return { unreachable: needed.filter((element) => element.isConnected && !isReached(element)).map(nameOf), unseen: [...unseen].map(nameOf) };
    },
  };
})()`;

/** Goes through a page with the Tab key until it comes round, and tells what cannot be reached or does not show that it was. */
export async function keyFaultsOf(page: Page): Promise<KeyFaults> {
  // what fades in looks as before at first
  await page.addStyleTag({ content: '*, *::before, *::after { transition: none !important; animation: none !important }' });
  await page.evaluate(watcher);
  for (let presses = 0, around = 0; presses < mostPresses && around < 2; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate('keyWatcher.take()');
    if (found === 'known') around += 1;
    if (found === 'new') around = 0;
  }
  return (await page.evaluate('keyWatcher.faults()')) as KeyFaults;
}

/** Whether the arrow keys go through the members of a grid or a list of tabs. @param members Selector of the members */
export async function arrowsGoThrough(page: Page, members: string, key: string): Promise<boolean> {
  const place = `[...document.querySelectorAll('${members}')].indexOf(document.activeElement)`;
  await page
    .locator(`${members.split(',')[0] ?? members}[tabindex="0"]`)
    .first()
    .focus();
  const before = await page.evaluate(place);
  await page.keyboard.press(key);
  const after = await page.evaluate(place);
  return before !== after && after !== -1;
}
