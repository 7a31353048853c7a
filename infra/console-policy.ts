/**
 * The Content-Security-Policy of the console on AWS; `signInOrigin` is the one other host that it talks to.
 * The style library writes style elements while it runs, hence 'unsafe-inline' for styles alone.
 */
export function consolePolicy(signInOrigin: string): string {
  return [
    "default-src 'self'",
    `connect-src 'self' ${signInOrigin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
