import type { Category } from '../../../../core/case/category.ts';
import type { WrittenPromises } from '../check-draft.ts';

/** The draft as the file that `harborwatch simulate --policy` reads. The YAML writer is loaded only for this. */
export async function draftYaml(
  promises: WrittenPromises,
  crisisCategories: readonly Category[],
): Promise<string> {
  const { stringify } = await import('yaml');
  const { calendars, ladders, policies, departments } = promises;
  const head =
    '# What cases of the past would have been promised under this draft:\n#   harborwatch simulate --policy promises-draft.yaml --from … --to …\n';
  return (
    head + stringify({ calendars, ladders, policies, departments, crisisCategories }, { lineWidth: 110 })
  );
}

export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after this turn; an hour is long past that.
  setTimeout(() => URL.revokeObjectURL(url), 3_600_000);
}
