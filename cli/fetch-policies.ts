import * as fullZod from 'zod';
import * as z from 'zod/mini';
import { policySchema } from '../core/sla/policy.ts';
import { type PolicySet, policySetSchema } from '../core/sla/policy-set.ts';
import type { Happened } from '../core/sla/simulate.ts';
import { parseInput } from '../core/validation/parse-input.ts';
import type { DeskClient } from './desk-client.ts';
import type { Histories } from './read-histories.ts';

/** A desk without policies promises nothing, and that is a side to set a draft against too. */
const storedSet = policySetSchema.extend({ policies: fullZod.array(policySchema) });
const inForce = z.object({ policyVersion: z.string() });
const versioned = z.looseObject({ version: z.string() });

/** The promises in force at a running desk. */
export async function fetchInForce(desk: DeskClient): Promise<PolicySet> {
  const { policyVersion } = z.parse(inForce, await desk.get('/api/sla/promises'));
  return fetchVersion(desk, policyVersion);
}

/** Every version under which the cases stood, those that re-bases name too. */
export async function fetchHappened(
  desk: DeskClient,
  { histories, versionOf }: Histories,
  current: PolicySet,
): Promise<Happened> {
  const rebased = histories
    .flat()
    .flatMap((event) => (event.type === 'case.rebased.v1' ? [event.data.policyVersion] : []));
  const versions: Record<string, PolicySet> = { [current.version]: current };
  for (const name of new Set([...versionOf.values(), ...rebased]))
    versions[name] ??= await fetchVersion(desk, name);
  return { versions, versionOf, otherwise: current.version };
}

async function fetchVersion(desk: DeskClient, name: string): Promise<PolicySet> {
  const answer = await desk.get(`/api/sla/policies/${encodeURIComponent(name)}`);
  const { version, ...written } = z.parse(versioned, answer);
  return { version, ...parseInput(storedSet, written) };
}
