import { z } from 'zod';
import type { Json } from './json.ts';
import { MAX_DELAY_SECONDS, MAX_NAME_LENGTH, MAX_SECONDS } from './limits.ts';

/** The part of the Amazon States Language that the engine implements; every other field is refused. */
const json = z.json() as z.ZodType<Json>;
const jsonata = z.string().regex(/^\{%[\s\S]+%\}$/, 'must be a JSONata string: "{% … %}"');
const stateName = z.string().min(1).max(MAX_NAME_LENGTH);
const seconds = z.union([z.int().min(0).max(MAX_SECONDS), jsonata]);
const positiveSeconds = z.union([z.int().min(1).max(MAX_SECONDS), jsonata]);
const variableName = z
  .string()
  .max(MAX_NAME_LENGTH)
  .regex(
    /^[\p{ID_Start}_][\p{ID_Continue}]*$/u,
    'a variable name is letters, digits and _, not starting with a digit',
  )
  .refine((name) => name !== 'states', 'the name "states" is reserved');
const assign = z.record(variableName, json);

const described = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const producing = { Output: json.optional(), Assign: assign.optional() };
const moving = { Next: stateName.optional(), End: z.literal(true).optional() };

const retrier = z.strictObject({
  ErrorEquals: z.array(z.string().min(1)).min(1),
  IntervalSeconds: z.int().min(1).max(MAX_SECONDS).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxAttempts: z.int().min(0).max(MAX_SECONDS).optional(),
  MaxDelaySeconds: z.int().min(1).max(MAX_DELAY_SECONDS).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
  Comment: z.string().optional(),
});
const catcher = z.strictObject({
  ErrorEquals: z.array(z.string().min(1)).min(1),
  Next: stateName,
  Comment: z.string().optional(),
  ...producing,
});
const guarded = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const pass = z.strictObject({ Type: z.literal('Pass'), ...described, ...producing, ...moving });
const task = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.string().min(1),
  Arguments: json.optional(),
  TimeoutSeconds: positiveSeconds.optional(),
  HeartbeatSeconds: positiveSeconds.optional(),
  ...described,
  ...producing,
  ...moving,
  ...guarded,
});
const choiceRule = z.strictObject({
  Condition: z.union([z.boolean(), jsonata]),
  Next: stateName,
  Comment: z.string().optional(),
  ...producing,
});
const choice = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(choiceRule).min(1),
  Default: stateName.optional(),
  ...described,
  ...producing,
});
const wait = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: seconds.optional(),
  Timestamp: z.string().min(1).optional(),
  ...described,
  ...producing,
  ...moving,
});
const succeed = z.strictObject({ Type: z.literal('Succeed'), Output: json.optional(), ...described });
const fail = z.strictObject({
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ...described,
});
const branch = z.strictObject({
  Comment: z.string().optional(),
  StartAt: stateName,
  get States() {
    return states;
  },
});
const parallel = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(branch).min(1),
  Arguments: json.optional(),
  ...described,
  ...producing,
  ...moving,
  ...guarded,
});
const itemProcessor = z.strictObject({
  ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
  Comment: z.string().optional(),
  StartAt: stateName,
  get States() {
    return states;
  },
});
const map = z.strictObject({
  Type: z.literal('Map'),
  Items: z.union([z.array(json), jsonata]).optional(),
  ItemSelector: json.optional(),
  ItemProcessor: itemProcessor,
  MaxConcurrency: z.union([z.int().min(0), jsonata]).optional(),
  ...described,
  ...producing,
  ...moving,
  ...guarded,
});

export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;
export type PassState = z.infer<typeof pass>;
export type TaskState = z.infer<typeof task>;
export type ChoiceState = z.infer<typeof choice>;
export type WaitState = z.infer<typeof wait>;
export type SucceedState = z.infer<typeof succeed>;
export type FailState = z.infer<typeof fail>;
/** Written out, as a type that contains itself cannot be inferred. */
export interface States {
  [name: string]: State;
}
export interface Branch {
  Comment?: string | undefined;
  StartAt: string;
  States: States;
}
type Guarded = Pick<
  TaskState,
  'Retry' | 'Catch' | 'Next' | 'End' | 'Output' | 'Assign' | 'Comment' | 'QueryLanguage'
>;
export interface ParallelState extends Guarded {
  Type: 'Parallel';
  Branches: Branch[];
  Arguments?: Json | undefined;
}
export interface MapState extends Guarded {
  Type: 'Map';
  Items?: Json[] | string | undefined;
  ItemSelector?: Json | undefined;
  ItemProcessor: Branch & { ProcessorConfig?: { Mode: 'INLINE' } | undefined };
  MaxConcurrency?: number | string | undefined;
}
export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState;

const state: z.ZodType<State> = z.discriminatedUnion('Type', [
  pass,
  task,
  choice,
  wait,
  succeed,
  fail,
  parallel,
  map,
]);
const states: z.ZodType<States> = z.record(
  stateName,
  z.lazy(() => state),
);

export interface StateMachine {
  Comment?: string | undefined;
  QueryLanguage: 'JSONata';
  Version?: '1.0' | undefined;
  TimeoutSeconds?: number | undefined;
  StartAt: string;
  States: States;
}

export const stateMachineSchema: z.ZodType<StateMachine> = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: z.int().min(1).max(MAX_SECONDS).optional(),
  StartAt: stateName,
  States: states,
});
