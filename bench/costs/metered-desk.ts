import type { DeskConfig } from '../../core/config/desk-config.ts';
import {
  type Agent,
  type Answer,
  type CaseView,
  DeskBed,
  type MailToSend,
} from '../../test/scenario/desk-bed.ts';
import { workflowBindings } from '../../workflows/bindings.ts';
import { meteredStore } from './metered-store.ts';
import { TableMeter } from './table-meter.ts';
import type { Usage } from './usage.ts';

const customer = 'sam@customer.example';

/** The whole desk on virtual time, every call to what AWS bills counted from the first mail on. */
export class MeteredDesk implements AsyncDisposable {
  readonly bed: DeskBed;
  readonly #meter: TableMeter;
  #agent: Agent;
  #calls = 0;
  #mails = 0;

  private constructor(bed: DeskBed, meter: TableMeter, agent: Agent) {
    this.bed = bed;
    this.#meter = meter;
    this.#agent = agent;
  }

  static async start(change: (config: DeskConfig) => DeskConfig): Promise<MeteredDesk> {
    const meter = new TableMeter();
    const bed = await DeskBed.start(change, (server) => meteredStore(server, meter));
    const agent = await bed.signIn('ana');
    // The configuration is read and kept, as in a Lambda that is warm.
    await agent.get('/cases?view=active&limit=1');
    meter.take();
    return new MeteredDesk(bed, meter, agent);
  }

  /** An ordinary mail of the customer; a second one answers the first. */
  async mail(more: MailToSend = {}): Promise<void> {
    this.#mails += 1;
    const thread =
      this.#mails === 1 ? { messageId: '<m1@customer.example>' } : { inReplyTo: '<m1@customer.example>' };
    await this.bed.mail({ from: customer, subject: 'Parcel', text: ordinaryText, ...thread, ...more });
  }

  async fastForward(duration: string): Promise<void> {
    await this.bed.fastForward(duration);
    // A token lives shorter than a case.
    this.#agent = await this.bed.signIn('ana');
  }

  /** The one case, as its agent opens it: billed like any look at it. */
  async open(): Promise<CaseView> {
    const caseId = await this.caseId();
    this.#calls += 1;
    return this.#agent.case(caseId);
  }

  async reply(status?: string): Promise<void> {
    const view = await this.open();
    await this.#act('post', `/cases/${view.case.id}/replies`, {
      expectedVersion: view.case.version,
      text: answerText,
      ...(status && { status }),
    });
  }

  async change(fields: Record<string, unknown>): Promise<void> {
    const view = await this.open();
    await this.#act('patch', `/cases/${view.case.id}`, { expectedVersion: view.case.version, ...fields });
  }

  async ask(department: string): Promise<string> {
    const body = { department, text: 'Was refund 4711 sent?' };
    const answer = await this.#act<{ message: { consultId: string } }>(
      'post',
      `/cases/${await this.caseId()}/consults`,
      body,
    );
    return answer.body.message.consultId;
  }

  async consultAnswered(consultId: string): Promise<void> {
    await this.#act('post', `/cases/${await this.caseId()}/consults/${consultId}/answer`, {
      text: 'Yes, on Monday.',
    });
  }

  async acknowledgePage(): Promise<void> {
    await this.#act('post', `/pages/${await this.caseId()}-P1/ack`, {});
  }

  async acknowledgeEscalation(): Promise<void> {
    const sla = await this.bed.desk.ports.store.getSla(await this.caseId());
    const open = sla?.escalations.find(({ state }) => state === 'open');
    if (!open) throw new Error('no escalation is open');
    await this.#act('post', `/escalations/${open.id}/ack`, {});
  }

  async usage(): Promise<Usage> {
    const { writes, reads, announcingCommits } = this.#meter.take();
    const { states, executions, tasks } = this.#workflows();
    const failed = this.bed.logs.filter((line) => / error /.test(line));
    if (failed.length > 0)
      throw new Error(`the desk met errors, so the count is worth nothing: ${failed[0]}`);
    return {
      writes,
      reads,
      states,
      executions,
      invocations: {
        'receive-email': this.#mails,
        api: this.#calls,
        'dispatch-events': announcingCommits,
        ...tasks,
      },
      mailsIn: this.#mails,
      mailsOut: (await this.bed.desk.services.sent.list(1_000)).length,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bed[Symbol.asyncDispose]();
  }

  /** Asked of the store behind the meter's back: knowing the id costs an agent nothing. */
  async caseId(): Promise<string> {
    const goOn = this.#meter.pause();
    const { items } = await this.bed.desk.ports.store.listCasesOfCustomer(customer, { limit: 2 });
    goOn();
    const [only, ...more] = items;
    if (!only || more.length > 0) throw new Error('there must be one case');
    return only.id;
  }

  async #act<Body>(method: 'post' | 'patch', path: string, body: unknown): Promise<Answer<Body>> {
    this.#calls += 1;
    const answer = await this.#agent[method]<Body>(path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  #workflows() {
    const { engine } = this.bed.desk.services;
    const states: Record<string, number> = {};
    const executions: Record<string, number> = {};
    const tasks: Record<string, number> = {};
    for (const workflow of Object.keys(workflowBindings))
      for (const { name } of engine.listExecutions(workflow, { limit: 10_000 }).executions) {
        executions[workflow] = (executions[workflow] ?? 0) + 1;
        for (const { type, details } of engine.getExecutionHistory({ workflow, name }, { limit: 25_000 })
          .events) {
          if (type.endsWith('StateEntered')) states[workflow] = (states[workflow] ?? 0) + 1;
          if (type !== 'TaskScheduled' || typeof details.parameters !== 'string') continue;
          const task = taskName(details.parameters);
          tasks[task] = (tasks[task] ?? 0) + 1;
        }
      }
    return { states, executions, tasks };
  }
}

function taskName(parameters: string): string {
  const { FunctionName = 'start-execution' } = JSON.parse(parameters) as { FunctionName?: string };
  return FunctionName.slice(FunctionName.lastIndexOf(':') + 1);
}

const ordinaryText = `Hello, I won this lot two weeks ago and paid at once. The tracking number has not moved since it
left the depot, and the seller has not answered my two messages. Could you please check where the parcel is, and if it is
lost tell me how the insurance works? The card was a gift for my nephew, whose birthday is on the 14th. Thanks.`;
const answerText = `Hello, thank you for writing. I have asked the carrier where your parcel is and expect their answer
within a day; I will write again as soon as I know more. If it is lost, the purchase is covered in full.`;
