/** After so many tries a mail moves to the visible failed queue, where an agent can try again. */
export const maxReceives = 5;
