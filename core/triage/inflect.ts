/** Past forms that are not made by rule; where there are two, parted by a space. */
const IRREGULAR: Readonly<Record<string, string>> = {
  beat: 'beat beaten',
  break: 'broke broken',
  bring: 'brought',
  buy: 'bought',
  catch: 'caught',
  choose: 'chose chosen',
  come: 'came',
  cut: 'cut',
  do: 'did done',
  draw: 'drew drawn',
  drink: 'drank drunk',
  drive: 'drove driven',
  eat: 'ate eaten',
  fall: 'fell fallen',
  feel: 'felt',
  find: 'found',
  fly: 'flew flown',
  get: 'got gotten',
  give: 'gave given',
  go: 'went gone',
  hang: 'hung hanged',
  have: 'had',
  hear: 'heard',
  hide: 'hid hidden',
  hit: 'hit',
  hold: 'held',
  hurt: 'hurt',
  keep: 'kept',
  know: 'knew known',
  lay: 'laid',
  leave: 'left',
  lie: 'lay',
  light: 'lit',
  lose: 'lost',
  make: 'made',
  meet: 'met',
  pay: 'paid',
  put: 'put',
  read: 'read',
  ride: 'rode',
  ring: 'rang rung',
  run: 'ran',
  say: 'said',
  see: 'saw seen',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  shake: 'shook shaken',
  shoot: 'shot',
  show: 'showed shown',
  shut: 'shut',
  sit: 'sat',
  sleep: 'slept',
  slit: 'slit',
  speak: 'spoke spoken',
  spend: 'spent',
  stand: 'stood',
  steal: 'stole stolen',
  swear: 'swore sworn',
  take: 'took taken',
  teach: 'taught',
  tear: 'tore torn',
  tell: 'told',
  think: 'thought',
  throw: 'threw thrown',
  wake: 'woke woken',
  wear: 'wore worn',
  wind: 'wound',
  write: 'wrote written',
};

/** Verbs whose last consonant is doubled before an ending. */
const DOUBLED =
  /^(beg|chop|cut|drag|drop|get|grab|grip|hit|hop|jab|knit|let|plan|pop|put|rip|rob|run|set|shut|sit|skip|slam|slap|slip|slit|snap|spit|stab|step|stop|strip|swap|swim|tap|throb|tip|trap|trip|whip|win|wrap|zip)$/;

/** All forms of an English verb, its base first: `stab` gives stab, stabs, stabbing, stabbed. */
export function inflect(verb: string): string[] {
  const stem = DOUBLED.test(verb) ? verb + verb.slice(-1) : verb;
  const third = /(?:s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const gerund = verb.endsWith('ie')
    ? `${verb.slice(0, -2)}ying`
    : /[^e]e$/.test(verb)
      ? `${verb.slice(0, -1)}ing`
      : `${stem}ing`;
  const past = IRREGULAR[verb]?.split(' ') ?? [
    verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`,
  ];
  return [...new Set([verb, third, gerund, ...past])];
}
