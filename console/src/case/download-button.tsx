import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../api/api-context.tsx';
import { explain } from '../api/problem.ts';
import classes from './message.module.css';

interface Props {
  readonly path: string;
  readonly fileName: string;
  readonly children: ReactNode;
}

/** A plain link cannot carry the bearer token: fetch, then hand the bytes over as a file. */
export function DownloadButton({ path, fileName, children }: Props) {
  const api = useApi();
  const download = useMutation({
    mutationFn: async () => saveAs(await api.blob(path), fileName),
  });
  return (
    <>
      <button
        type="button"
        className={classes.download}
        disabled={download.isPending}
        onClick={() => download.mutate()}
      >
        <IconDownload size={15} aria-hidden /> {children}
      </button>
      {download.isError && (
        <span role="alert" className={classes.failed}>
          {explain(download.error)}
        </span>
      )}
    </>
  );
}

function saveAs(blob: Blob, fileName: string): void {
  // As octets, so that no browser opens it in place.
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
