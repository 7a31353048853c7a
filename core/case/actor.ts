/** Who did it. `system` names the rule or component, so that every change can be explained. */
export type Actor =
  | { readonly kind: 'agent'; readonly userId: string }
  | { readonly kind: 'customer'; readonly address: string }
  | { readonly kind: 'system'; readonly name: string };
