/** What the issuer gave. `expiresAt` is an ISO instant. */
export interface Credentials {
  readonly accessToken: string;
  readonly expiresAt: string;
  /** From an issuer that renews tokens without asking the person. */
  readonly refreshToken?: string;
}

const key = 'harborwatch.credentials';

/** Kept for this tab; on every tab of this browser when the person asked to stay signed in. */
export function saveCredentials(credentials: Credentials, stay: boolean): void {
  const text = JSON.stringify(credentials);
  sessionStorage.setItem(key, text);
  if (stay) localStorage.setItem(key, text);
  else localStorage.removeItem(key);
}

/** Kept wherever those that they renew are: another person may have signed in for all tabs meanwhile. */
export function replaceCredentials(old: Credentials, renewed: Credentials): void {
  const forAllTabs = parse(localStorage.getItem(key));
  sessionStorage.setItem(key, JSON.stringify(renewed));
  if (forAllTabs?.refreshToken === old.refreshToken) localStorage.setItem(key, JSON.stringify(renewed));
}

export function loadCredentials(nowMs: number): Credentials | null {
  for (const storage of [sessionStorage, localStorage]) {
    const found = parse(storage.getItem(key));
    if (found && Date.parse(found.expiresAt) > nowMs) return found;
  }
  return null;
}

export function clearCredentials(): void {
  sessionStorage.removeItem(key);
  localStorage.removeItem(key);
}

function parse(text: string | null): Credentials | null {
  if (text === null) return null;
  try {
    const { accessToken, expiresAt, refreshToken } = JSON.parse(text) as Partial<Credentials>;
    if (typeof accessToken !== 'string' || typeof expiresAt !== 'string') return null;
    return { accessToken, expiresAt, ...(typeof refreshToken === 'string' ? { refreshToken } : {}) };
  } catch (error) {
    console.warn('Stored sign-in is unreadable; please sign in again.', error);
    return null;
  }
}
