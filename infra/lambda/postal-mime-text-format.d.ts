/** A file of postal-mime that its package does not export; infra/bundle.ts says where it is. */
declare module 'postal-mime/text-format' {
  export function decodeHTMLEntities(text: string): string;
}
