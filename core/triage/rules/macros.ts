/** Sets that many phrases share; `@name` in a pattern stands for its words. */
export const MACROS: Readonly<Record<string, string>> = {
  kill: 'kill|kills|killing|murder|murders|murdering|shoot|shoots|shooting|stab|stabs|stabbing|strangle|strangles|strangling|butcher|slaughter|behead|gut|execute|drown|unalive|assassinate|bury|gutting|lynch|finish|unalives|unaliving|unalived|merk|decapitate|skin|dismember|eliminate|exterminate',
  hurt: 'hurt|hurts|hurting|harm|harms|harming|beat|beats|beating|attack|attacks|attacking|maim|cripple|smash|torture|rape|raping|assault|assaulting|punch|bash|slap|choke|burn|ruin|bury|jump|end|destroy|cut|slice|batter|hit|hits|hitting|kick|kicking|injure|thrash|pummel|whip|molest|grab|drag|slit|smack|wound',
  kin: 'family|wife|husband|kids|kid|child|son|daughter|baby|mother|father|sister|brother|girlfriend|boyfriend|partner|dog|dogs|cat|loved|fiance|fiancee|nephew|niece|pet|pets|boy|girl|friend|friends|aunt|uncle|roommate|flatmate|housemate|cousin|girls|boys',
  they: 'he|she|they|it|someone|buyer|seller|guy|man|woman|dude|person|customer|bidder|winner|host|streamer|user|stranger|ex|people|who|neighbour|neighbor|stalker|boyfriend|husband|partner|wife|father|roommate|collector|moderator|mod|men|lady|scammer|bloke|fella|kid|teenager|employee|driver|dealer|member|viewer|ripper|breaker|landlord|girlfriend|brother|uncle|gang|client|account|him|them|her',
  person:
    'he|she|they|someone|buyer|seller|guy|man|woman|dude|person|customer|bidder|winner|host|streamer|user|stranger|friend|brother|sister|son|daughter|husband|wife|mother|father|girl|boy|lady|kid|teen|teenager|partner|boyfriend|girlfriend|roommate|flatmate|housemate|cousin|uncle|aunt|nephew|niece|member|viewer|moderator|mod|breaker|grandson|client|collector|neighbour|neighbor|neighbourhood|mate|him|her|them|child|buddy|colleague|coworker|employee|ex|bidder|kids|bloke|fella',
  victim:
    'him|her|them|you|u|that|this|those|his|your|ur|their|seller|buyer|dude|guy|kid|man|woman|bloke|thief|scammer|streamer|host|breaker|someone|somebody|everyone|everybody|people|agent|staff|whoever|whichever|anyone|every|each|all|punk|rat|bastard|bitch|liar|clown|moron|idiot',
  own: 'his|her|their|my|own',
  will: 'will|shall|would|going_to|about_to|planning_to|want_to|wants_to|plan_to|plans_to|ready_to|swear_to|promised_to|promises_to|threatened_to|threatens_to|threatening_to|could|might|gonna|should|wanted_to|intends_to|intend_to|coming_to|trying_to|tried_to|may',
  now: 'tonight|today|now|soon|tomorrow|later|already|morning|evening|midnight|weekend|friday|saturday|sunday|monday|tuesday|wednesday|thursday|noon',
  threat: 'threatened|threatening|threatens|threaten|threats|threat',
  said: 'said|says|saying|say|told|tells|telling|wrote|writes|written|writing|messaged|texted|posted|typed|commented|keeps|promised|promises|swore|swears|yelled|shouted|screamed|whispered|threatens|threatened|threatening|claims|talking|talks|announced|mentioned|emailed|joked|tweeted|called|sent',
  body: 'legs|leg|arms|arm|neck|face|head|skull|throat|knees|knee|bones|fingers|teeth|jaw|hands|ribs|nose',
};
