import { createApi } from '../api/client.ts';
import type { Credentials } from './credentials.ts';
import type { PasswordIssuer, SignInPerson } from './issuer.ts';

const api = createApi(null, () => undefined);

export const localIssuer: PasswordIssuer = {
  kind: 'password',
  people: () => api.get<readonly SignInPerson[]>('/auth/users'),
  signIn: (user, password) => api.post<Credentials>('/auth/token', { user, password }),
};
