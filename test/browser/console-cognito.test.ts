import { expect, test } from 'vitest';
import { consolePolicy } from '../../infra/console-policy.ts';
import { inChromium, type OpenSeat, type Seat } from './console-browser.ts';
import { FakeCognito } from './fake-cognito.ts';
import { openCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';

const casePath = `/cases/${openCrisisId}`;

interface CognitoSeat extends Seat {
  readonly cognito: FakeCognito;
}

/** A console as the stack deploys it: its config.json, its policy header, and an issuer on another origin. */
async function openDeployed(
  open: OpenSeat,
  path = '/',
  set: (cognito: FakeCognito) => void = () => undefined,
  lifeSeconds = 3600,
): Promise<CognitoSeat> {
  let made: FakeCognito | null = null;
  const seat = await open({
    as: null,
    path,
    stored: fullDesk(Date.now()),
    prepare: async (desk, url) => {
      const cognito = new FakeCognito(() => ({
        accessToken: desk.issueToken('ana').accessToken,
        lifeSeconds,
      }));
      set(cognito);
      const clientId = 'console-client';
      const signInUrl = await cognito.start({
        clientId,
        redirectUri: `${url}/signed-in`,
        logoutUri: `${url}/`,
      });
      desk.config = {
        issuer: 'cognito',
        region: 'eu-west-1',
        userPoolId: 'eu-west-1_x',
        clientId,
        signInUrl,
      };
      desk.headers = { 'content-security-policy': consolePolicy(signInUrl) };
      made = cognito;
      return () => cognito.stop();
    },
  });
  if (made === null) throw new Error('the issuer was not made');
  return { ...seat, cognito: made };
}

const signIn = ({ page }: Seat) => page.getByRole('button', { name: 'Sign in', exact: true }).click();
const signInAgain = ({ page }: Seat) => page.getByRole('button', { name: 'Sign in again' }).click();
const refusal = async ({ page }: Seat) => {
  await page.getByText('Not signed in').waitFor();
  return page.getByRole('alert').innerText();
};
const caseHeading = ({ page }: Seat) => page.getByRole('heading', { name: 'Lot 214' });
const stored = ({ page }: Seat, storage: 'sessionStorage' | 'localStorage') =>
  page.evaluate(`JSON.parse(${storage}.getItem('harborwatch.credentials') ?? 'null')`) as Promise<{
    accessToken: string;
    refreshToken: string;
  } | null>;

inChromium('sign-in through Cognito', (open) => {
  test('leads to the page that one wanted, by a code with PKCE, and leaves no trace of the code', async () => {
    const seat = await openDeployed(open, `${casePath}?from=page#reply`);
    expect(await seat.page.getByLabel('Who are you?').count()).toBe(0);
    await signIn(seat);
    await caseHeading(seat).waitFor();
    const { pathname, search, hash } = new URL(seat.page.url());
    expect(pathname + search + hash).toBe(`${casePath}?from=page#reply`);
    expect(seat.cognito.grants).toEqual(['authorization_code']);
    expect(seat.desk.requests.filter((request) => request.includes('/auth/'))).toEqual([]);
    expect(await seat.page.evaluate(`sessionStorage.getItem('harborwatch.begun-sign-in')`)).toBeNull();
    expect(await stored(seat, 'localStorage')).toBeNull();
    await seat.page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
  });

  test('draws state and challenge anew each time', async () => {
    const seat = await openDeployed(open, '/', (cognito) => {
      cognito.denial = { error: 'access_denied' };
    });
    await signIn(seat);
    await refusal(seat);
    await signInAgain(seat);
    await expect.poll(() => seat.cognito.authorizations.length).toBe(2);
    await refusal(seat);
    for (const name of ['state', 'code_challenge']) {
      const drawn = seat.cognito.authorizations.map(({ searchParams }) => searchParams.get(name));
      expect(new Set(drawn).size).toBe(2);
    }
  });

  test('takes no answer whose state is not its own, and asks for no token with it', async () => {
    const seat = await openDeployed(open, casePath, (cognito) => {
      cognito.stateBack = () => 'of-somebody-else';
    });
    await signIn(seat);
    expect(await refusal(seat)).toContain('belongs to no sign-in that this tab began');
    expect(seat.cognito.grants).toEqual([]);
    seat.cognito.stateBack = (state) => state;
    await signInAgain(seat);
    await caseHeading(seat).waitFor();
  });

  test('takes no answer that it did not ask for, nor the same one twice', async () => {
    const seat = await openDeployed(open, '/signed-in?code=planted&state=planted');
    expect(await refusal(seat)).toContain('belongs to no sign-in that this tab began');
    seat.cognito.codesAreOver = true;
    await signInAgain(seat);
    await seat.page.getByText('took too long').waitFor();
    seat.cognito.codesAreOver = false;
    await seat.page.reload();
    expect(await refusal(seat)).toContain('belongs to no sign-in that this tab began');
    expect(seat.cognito.grants).toEqual(['authorization_code']);
  });

  test('says that it was cancelled', async () => {
    const seat = await openDeployed(open, casePath, (cognito) => {
      cognito.denial = { error: 'access_denied', error_description: 'User cancelled' };
    });
    await signIn(seat);
    expect(await refusal(seat)).toContain('The sign-in was cancelled or refused.');
    seat.cognito.denial = null;
    await signInAgain(seat);
    await caseHeading(seat).waitFor();
  });

  test('says that the code is over, or the service not there, and leads on with the next try', async () => {
    const seat = await openDeployed(open, casePath, (cognito) => {
      cognito.codesAreOver = true;
    });
    await signIn(seat);
    expect(await refusal(seat)).toContain('took too long, or was used before');
    seat.cognito.codesAreOver = false;
    seat.cognito.dropsTokens = true;
    await signInAgain(seat);
    await seat.page.getByText('cannot be reached').waitFor();
    seat.cognito.dropsTokens = false;
    await signInAgain(seat);
    await caseHeading(seat).waitFor();
  });

  test('is renewed before it ends, for all tabs where one asked for that', async () => {
    const seat = await openDeployed(open, casePath, () => undefined, 4);
    await seat.page.getByLabel('Stay signed in').check();
    await signIn(seat);
    await caseHeading(seat).waitFor();
    const first = await stored(seat, 'localStorage');
    await seat.page.getByLabel('Reply text').fill('I am here');
    await expect.poll(() => seat.cognito.grants.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    expect(seat.cognito.grants.slice(0, 3)).toEqual(['authorization_code', 'refresh_token', 'refresh_token']);
    expect(await seat.page.getByLabel('Reply text').inputValue()).toBe('I am here');
    await expect
      .poll(async () => (await stored(seat, 'localStorage'))?.accessToken)
      .not.toBe(first?.accessToken);
    expect((await stored(seat, 'sessionStorage'))?.refreshToken).toBe('refresh-1');
    seat.cognito.refusesRenewal = true;
    await seat.page.getByText('Your sign-in has run out').waitFor();
    expect(await stored(seat, 'localStorage')).toBeNull();
  });

  test('is ended at Cognito too when one signs out', async () => {
    const seat = await openDeployed(open);
    await signIn(seat);
    await seat.page.getByRole('heading', { name: 'Queue' }).waitFor();
    await seat.page.getByRole('button', { name: 'Sign out' }).click();
    await expect.poll(() => seat.cognito.signOuts).toBe(1);
    await seat.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await stored(seat, 'sessionStorage')).toBeNull();
  });

  test('is barred by the policy from any other host', async () => {
    const { page, faults } = await openDeployed(open);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    const sent = await page.evaluate(
      `fetch('http://127.0.0.1:9/oauth2/token').then(() => 'sent', (error) => error.name)`,
    );
    expect(sent).toBe('TypeError');
    await expect.poll(() => faults.splice(0).join()).toContain('Content Security Policy');
  });
});

inChromium('a console without a usable config.json', (open) => {
  test('takes the page of the console, which a host may answer with, for none', async () => {
    const { page } = await open({ as: null });
    const answer = { status: 200, contentType: 'text/html', body: '<!doctype html>' };
    await page.route('**/config.json', (route) => route.fulfill(answer));
    await page.reload();
    await page.getByLabel('Who are you?').waitFor();
  });

  test('asks for no password while it cannot know, and goes on once it does', async () => {
    const { page } = await open({ as: null });
    await page.route('**/config.json', (route) => route.fulfill({ status: 503 }));
    await page.reload();
    await page.getByText('The sign-in could not be loaded').waitFor();
    expect(await page.getByLabel('Password').count()).toBe(0);
    await page.unroute('**/config.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Who are you?').waitFor();
  });

  test('takes another issuer than Cognito for none', async () => {
    const prepare = async (desk: Seat['desk']) => {
      desk.config = { issuer: 'somebody' };
      return () => Promise.resolve();
    };
    const { page } = await open({ as: null, prepare });
    await page.getByLabel('Who are you?').waitFor();
  });

  test('names what is wrong in one that a deployment spoilt, and shows no form', async () => {
    const prepare = async (desk: Seat['desk']) => {
      desk.config = { issuer: 'cognito', clientId: 'x', signInUrl: 'http://plain.example' };
      return () => Promise.resolve();
    };
    const { page } = await open({ as: null, prepare });
    await page.getByText('signInUrl in /config.json must be an https address').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});
