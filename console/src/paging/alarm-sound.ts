/** `blocked`: wanted, but the browser plays nothing before the person has touched the page. */
export type SoundState = 'off' | 'ready' | 'blocked';

const preferenceKey = 'harborwatch.sound';
const everyMs = 2400;

/** Three rising tones, made here, again and again until stopped. */
export class AlarmSound {
  #context: AudioContext | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    if (this.wanted) this.#prepare();
  }

  get wanted(): boolean {
    return localStorage.getItem(preferenceKey) === 'on';
  }

  get state(): SoundState {
    if (!this.wanted) return 'off';
    return this.#context?.state === 'running' ? 'ready' : 'blocked';
  }

  /** Call from a click: that is when a browser allows sound. */
  async turnOn(): Promise<void> {
    localStorage.setItem(preferenceKey, 'on');
    await this.#prepare().resume();
    this.#onChange();
    this.#chime();
  }

  turnOff(): void {
    localStorage.setItem(preferenceKey, 'off');
    this.stop();
    this.#onChange();
  }

  start(): void {
    if (this.#timer !== undefined || !this.wanted) return;
    this.#chime();
    this.#timer = setInterval(() => this.#chime(), everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** After any touch of the page, a context that a reload left suspended may go on. */
  async wake(): Promise<void> {
    if (this.state !== 'blocked') return;
    await this.#prepare().resume();
    this.#onChange();
  }

  #prepare(): AudioContext {
    this.#context ??= new AudioContext();
    this.#context.onstatechange = this.#onChange;
    return this.#context;
  }

  #chime(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    [587, 784, 1046].forEach((frequency, index) => {
      const startAt = context.currentTime + index * 0.22;
      const tone = context.createOscillator();
      const gain = context.createGain();
      tone.type = 'triangle';
      tone.frequency.value = frequency;
      gain.gain.setValueAtTime(0.0001, startAt);
      gain.gain.exponentialRampToValueAtTime(0.5, startAt + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.0001, startAt + 0.2);
      tone.connect(gain).connect(context.destination);
      tone.start(startAt);
      tone.stop(startAt + 0.22);
    });
  }
}
