/** What axe finds in the document of a page. It is the same document in every browser, so one of them is asked. */
import AxeBuilder from '@axe-core/playwright';

/** The browser that is asked: in Firefox one question takes half a minute. */
export const ASKED = 'chromium';

export const NOT_ASKED = 'axe judges the document, which is the same in both browsers';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Hundreds of buttons each: the seeds of a figure that a test opens are judged. */
const CROWDED = 'neural-figure[views="seeds"]';

/** The rules that look at colours: all that differs between a light and a dark page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * @param {import('@playwright/test').Page} page
 * @param {{ part?: string, colours?: boolean }} [what]  a selector of what is judged; whether only its colours are
 * @returns {Promise<string[]>}
 */
export async function violations(page, { part, colours = false } = {}) {
  // No page here has frames, which the other mode would gather in a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude(CROWDED);
  if (part) axe.include(part);
  const { violations } = await (colours ? axe.withRules(COLOUR_RULES) : axe.withTags(TAGS)).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary}`).join(' | ')}`,
  );
}

/** Gives a page that holds a figure alone a heading and a landmark, without which no page is whole. @param {import('@playwright/test').Page} page */
export function makeWhole(page) {
  return page.evaluate(() => {
    const main = document.createElement('main');
    main.append(document.createElement('h1'), ...document.body.children);
    main.firstElementChild?.append('A figure');
    document.body.append(main);
  });
}
