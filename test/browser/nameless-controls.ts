import type { Page } from 'playwright-core';

const controls = new Set([
  'button',
  'link',
  'textbox',
  'combobox',
  'checkbox',
  'tab',
  'listbox',
  'region',
  'dialog',
]);

/** Roles of controls that Chromium's accessibility tree gives no name, with what they hold. */
export async function namelessControls(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role, name }) => !ignored && controls.has(String(role?.value)) && !name?.value)
    .map(({ role, nodeId }) => `${String(role?.value)} ${nodeId}`);
}
