import type { Page } from '../../core/page/page.ts';

/** A page as people may see it: with its task token anyone could answer for the workflow. */
export function publicPage(page: Page): Page & { readonly taskToken: null } {
  return { ...page, taskToken: null };
}
