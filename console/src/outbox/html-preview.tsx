import classes from './outbox.module.css';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** No scripts, no origin, no network: an empty sandbox, and a policy that only lets inline styles through. */
export function HtmlPreview({ html }: { readonly html: string }) {
  const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="light">${html}`;
  return (
    <iframe
      className={classes.frame}
      sandbox=""
      srcDoc={page}
      title="HTML of the mail"
      referrerPolicy="no-referrer"
    />
  );
}
