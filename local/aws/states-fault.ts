/** An error of the Step Functions API under its own name; `status` is that of the HTTP answer. */
export class StatesFault extends Error {
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}
