import type { Case } from '../../core/case/case.ts';
import type { Message } from '../../core/case/message.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import type { Page } from '../../core/page/page.ts';

export interface CaseDetail {
  readonly case: Case;
  readonly messages: readonly Message[];
}
export interface PageDetail {
  readonly page: Page;
  readonly attempts: readonly Attempt[];
}

/** A running desk's API, for a test that stands outside of it. */
export class DeskApi {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string, user: string, password: string): Promise<DeskApi> {
    const response = await fetch(`${url}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password }),
    });
    if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
    return new DeskApi(url, ((await response.json()) as { accessToken: string }).accessToken);
  }

  /** The same person at a desk that listens elsewhere since its restart: the token stays good. */
  at(url: string): DeskApi {
    return new DeskApi(url, this.#token);
  }

  async call<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    const response = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
  }

  /** Every item of a list, page after page. */
  async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await this.call<{ items: Item[]; cursor: string | null }>(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      if (status !== 200) throw new Error(`${path}: ${status}`);
      items.push(...body.items);
      if (body.cursor === null) return items;
      cursor = body.cursor;
    }
  }

  async cases(): Promise<Case[]> {
    const lists = await Promise.all(
      ['active', 'waiting', 'done'].map((view) => this.all<Case>(`/cases?view=${view}`)),
    );
    return lists.flat();
  }

  async details(cases: readonly Case[]): Promise<CaseDetail[]> {
    const details: CaseDetail[] = [];
    for (const { id } of cases) details.push((await this.call<CaseDetail>('GET', `/cases/${id}`)).body);
    return details;
  }

  pages(state: 'open' | 'all'): Promise<PageDetail[]> {
    return this.all<PageDetail>(`/pages?state=${state}`);
  }
}
