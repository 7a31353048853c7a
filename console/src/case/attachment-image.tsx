import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.tsx';
import { explain } from '../api/problem.ts';
import classes from './message.module.css';

/** Blurred until asked for, and blurred again on the next press. */
export function AttachmentImage({ name, path }: { readonly name: string; readonly path: string }) {
  const api = useApi();
  const [clear, setClear] = useState(false);
  const image = useQuery({
    queryKey: ['image', path],
    queryFn: ({ signal }) => api.blob(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const url = useObjectUrl(image.data);
  if (image.isError) return <p className={classes.failed}>{`${name}: ${explain(image.error)}`}</p>;
  const Icon = clear ? IconEyeOff : IconEye;
  return (
    <button
      type="button"
      className={classes.image}
      aria-pressed={clear}
      aria-label={`${clear ? 'Blur' : 'Show'} the image ${name}`}
      onClick={() => setClear(!clear)}
    >
      {url && <img src={url} alt="" data-clear={clear || undefined} />}
      <span className={classes.imageHint}>
        <Icon size={15} aria-hidden /> {clear ? 'Blur' : 'Show image'}
      </span>
    </button>
  );
}

function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
