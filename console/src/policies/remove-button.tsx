import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

/** No question asked: a draft's every step can be taken back. */
export function RemoveButton({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }) {
  return (
    <ActionIcon variant="default" aria-label={`Remove ${what}`} title={`Remove ${what}`} onClick={onRemove}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}
