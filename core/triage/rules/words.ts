import { family } from '../rule.ts';

/** Bare words of danger: alone they prove nothing, but a human reads what has them. */
export const WORDS = [
  ...family('word', { category: 'self-harm', yields: ['title', 'idiom', 'negation', 'past', 'fiction'] }, [
    [
      'suicide',
      'emergency',
      'mentions suicide outside any title, charity or figure of speech',
      `
suicid*
`,
    ],
    [
      'self-harm',
      'urgent',
      'mentions self-harm',
      `
self harm|harming|injury
overdos*
end my|his|her|their life
`,
    ],
    [
      'dying',
      'high',
      'uses words of dying',
      `
i|me|just|literally|nearly|almost|am ~3 die|died|dying|dead|deceased
killing|kills|kill|murder|murdering|shoot|torture me|us
over my dead
kill me
kill|die|kills for
to die for
death of me
heart attack
my funeral
`,
    ],
  ]),
  ...family('word', { category: 'violence', yields: ['title', 'idiom', 'negation', 'past', 'fiction'] }, [
    [
      'killing',
      'high',
      'uses words of killing',
      `
kill|kills|killed|killing|murder|murders|murdered|murdering|strangle|strangled|slaughter|massacre|stab|stabbed|stabbing|assassinate|behead|murderous|bloodbath|murderer|lynch
shoot|shooting|shot him|her|them|me|up|someone|people|dead
rape|raped|rapist|kidnap*|hostage|terrorist|terrorism|bomb|bombing
hurt|beat|attack|harm ~1 him|her|them|someone|somebody|anyone|people|you|me|us !to|by|my_feelings
threat|threats|threaten|threatened|threatens|threatening ~1 !of_legal|to_leave|legal|me_with_a_bad|me_with_negative|to_cancel
`,
    ],
  ]),
];
