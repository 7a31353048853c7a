import { family } from '../rule.ts';

/**
 * Small signs that mean little alone. People in danger rarely name it: they name places, hours, persons, things
 * left to do. Three different kinds of sign in one message make an emergency.
 */
export const VOCABULARY = [
  ...family(
    'sign',
    { category: 'self-harm', group: 'self', yields: ['errand', 'idiom', 'past', 'fiction', 'title'] },
    [
      [
        'ceasing',
        'urgent',
        'speaks of no longer being there',
        `
no more ~1 me
not|wont|never ~3 be ~1 problem|burden|bother|trouble|nuisance|weight|in_the_way|in_anyones_way ~4 anyone|anymore|after|tonight|again|everyone|longer|you|them|family
stop|stopped|stopping|quit ~1 taking|wasting up? ~1 room|space|air|oxygen|everyones_time
one less ~3 person|idiot|loser|mouth|problem|burden|fool|failure|customer|pathetic
not|wont|never ~1 making|make|makes|made|get|getting|going|see|seeing|last|lasting|live|reach|surviving|survive ~1 it? ~1 past|beyond|through|till|until|to|another|out_of ~2 week|month|weekend|night|day|friday|monday|sunday|tomorrow|winter|year|christmas|birthday|thirty|summer|morning ~1 !auction|show|sale|stream
no|any ~1 version|future|scenario|world|life|tomorrow ~2 with|for|has ~1 me ~1 in
not ~1 in it ~1 anymore|any_more|any_longer
there ~2 not ~2 anyone|anybody|person|one|nobody ~3 here|house|address|left|open|home ~3 from|after|tomorrow|tonight|anymore
nobody|no_one ~1 will be ~1 here|left|home ~1 from|after|anymore|to_open
where ~2 i ~1 am|was|be ~1 headed|going|off_to ~1 !wrong|with_this|to_put
ready ~2 to ~1 go|leave|rest|die|be_done|meet ~1 !live|to_the_post|to_ship|on_sale|out|online|to_auction|ahead
time ~2 i|me ~1 stopped|left|went|gave|checked_out|ended|disappeared|rested|moved_on_from_this ~1 !bidding|using|collecting
only|one ~2 thing|way|answer|option|solution|door|road ~3 fixes|fix|left|solves|ends|stops|out|helps|remains ~6 me|not|gone|dead|end|is|die
relieved|glad|happy|grateful|fine|okay ~3 if ~6 bus|truck|car|train|lorry|cancer|lightning|plane ~2 hit|killed|took|crashed|ran
if ~3 bus|truck|train|lorry|car ~2 hit|ran_over|killed me
you|they|u ~1 can|cannot ~2 collect|charge|fine|sue|bill ~3 corpse|dead|grave|ghost|body
corpse|coffin|graveyard|cemetery|cremated|deathbed|obituary
into ~1 sea|ocean|woods|river|lake|water|forest ~4 tonight|today|not_come|and_keep|forever|never|now
long walk|drive|swim|sleep ~6 sea|ocean|woods|tonight|never|cliff|bridge|not|river
breathing|breathe ~3 anymore|deserve|reason|waste|still|tired
still ~1 breathing|alive|here ~3 reason|why|wish|shame|hate|sorry|somehow
not|never ~2 worth|deserve|deserving ~2 saving|life|air|living|love|loved|anything|to_be_here|it_anymore|being_here
kids|wife|husband|family|everyone|they|mother|daughter|son|children ~1 deserve|deserves|need|needs ~3 better ~2 than|father|mother|without|me|husband|son
no|not|never ~4 next ~1 year|week|time|month|christmas|birthday ~1 for ~1 me
end|ending|stop|stopping|finish ~2 suffering|misery|struggle|torment|agony|existence|heartbeat|fight
`,
        { facet: 'ceasing', points: 3, yields: ['idiom', 'past', 'fiction', 'title'] },
      ],
      [
        'ceasing-maybe',
        'urgent',
        'speaks of no longer being there',
        `
done|finished|did|do|completed ~2 everything ~3 promised|wanted|needed|list|came_to_do|had_to
when|once ~1 they|you|she|he|people|everyone ~1 hear|find_out|see_the_news|get_the_news ~1 !the_price|how_much
understand|understands ~3 when|once|why ~3 hear|find|gone|did|news|it
who ~3 when|if|once ~2 holder|owner|member|user|customer ~2 died|dies|dead|dead|passed|deceased ~4 ahead|advance|my|soon|me
holder|owner|user|member ~2 has? died|dies|dead|deceased|passed ~8 ahead|in_advance|my_wife|my_husband|myself|beforehand|my_own|soon
in advance|ahead ~4 wife|husband|kids|family|daughter|son|mother ~3 not ~2 have|need|deal|worry
leave|left|leaving nothing|anything ~1 open|behind|unfinished|undone|unpaid
bury|buried me
replace|replaced|forget|forgotten ~2 me|i_was ~1 here|existed
`,
        { facet: 'ceasing', points: 2, yields: ['idiom', 'past', 'fiction', 'title'] },
      ],
      [
        'farewell-words',
        'high',
        'uses words of farewell',
        `
was fun|nice ~1 !show|stream|but|watching|item|deal|to_bid
it ~1 was|been ~1 fun|nice|good|an_honour|a_ride|real|a_pleasure ~1 while|knowing|guys|everyone|all|folks ~1 !doing_business
cya|goodnight ~1 ~1 forever|all|everyone|world|sorry
only|one ~3 person|one|people|place|friend|friends ~3 nice|kind|cared|listened|talked|talk|care|helped|good|decent|kindness|treated
be ~1 kind|gentle|nice|good|patient to|with ~1 her|him|them|my|@kin ~1 !next_time
forgive|forgives|forgiveness|frogive
did ~1 not ~1 have the ~1 heart|courage|nerve ~3 tell|say|them|him|her
let ~2 know ~4 cancelled|over|finished|gone ~2 for_good|forever
last|final notification|text|thing_i|voice|meal|cigarette|drink|look|lot|parcel|sunset|hug|order|auction|walk ~4 got|ever|me|do|before|delivered|everything|will|now|for_me
sorry mother|father|family|kids|everyone|guys|world|for_everything|to_everyone|mum|emojisad
thought ~3 someone|somebody|you|anybody|they should|ought|might ~1 know
someone|somebody|anybody ~1 should|ought ~1 to? know
tell ~2 mother|father|kids|wife|family|daughter|son|everyone|her|him|them
thank|thanks ~2 for|you ~3 everything|always|being_kind|the_memories|the_good_times|being_there|kindness|all_of_it|being_my !you_do
goodbye|goodnight|farewell
`,
        { facet: 'farewell', points: 1 },
      ],
      [
        'method-words',
        'high',
        'mentions something people die of',
        `
saving|saved|stockpiling|hoarding|collecting|hid|hiding|stashed|keeping ~3 pills|prescriptions|prescription|doses|tablets
took|taken|swallowed|had|popped|ate|downed ~4 pills|sleeping_tablets|insulin|prescription|prescriptions|bottle_of|handful
took|taken|swallowed|popped like|about|over|all|nearly|around ~2 #|forty|thirty|twenty|fifty|hundred|all|whole
garage|car|engine|exhaust ~4 running|on|closed|fumes|idling
engine running
top|roof|edge|ledge|side|rail|railing ~2 of ~2 multi|car_park|building|bridge|tower|block|parking|cliff|flats|stairs|viaduct|storey|house|overpass
multi storey|story
blade|razor|knife|glass|scissors|box_cutter ~8 my|against|to ~1 arm|wrist|skin|leg|thigh|throat|wrists|arms|legs|neck
cut ~2 too? deep|deeper|deeply|badly
wont|not|never|cannot ~1 stop ~1 bleeding
emojipills|emojicoffin
emojibridge
on|at|from|under|over ~2 bridge|tracks|overpass|viaduct|rooftop|cliff ~1 !of_sighs|card|series|painting
press|pressed|pressing ~2 ~3 blade|knife|skin|harder|down
`,
        { facet: 'method', points: 2 },
      ],
      [
        'pain-words',
        'normal',
        'uses words of shame, pain or exhaustion',
        `
ashamed|shame|guilt|disgrace|humiliated|worthless|failure|hopeless|useless|pathetic|unbearable|misery|miserable|despair|agony|heartbroken|devastated|shattered|sobbing|crying|depressed|depression|suffering|lonely|empty|numb
heart ~2 is|broken|broke ~1 broken|heavy
tired|exhausted|weary ~2 of ~1 waking|trying|everything|people|all|life|fighting|pretending|being|hurting|it_all
hold|holding|held|press|pressed ~8 against|to|into ~1 my ~1 arm|skin|wrist|throat|leg
feel ~2 something|nothing|anything ~1 anymore|at_all|but|again
cannot|can_not|could_not ~1 look|face|feel|sleep|eat|forgive|live ~2 at|them|myself|anything|mirror|it|with
lost ~1 everything|all_of_it|my_family|my_wife|my_husband|it_all|the_house|our_house|my_savings|all_our
bank|they|court|landlord ~1 took|taking|takes ~2 house|home|kids|everything
money|savings ~3 wasnt|was_not|not ~1 mine|ours
nothing ~1 to ~1 lose|live|hope|stay
i ~1 live alone
all ~2 seems|feels|looks|is ~2 stupid|pointless|empty|meaningless|useless|for_nothing
`,
        { facet: 'pain', points: 1 },
      ],
      [
        'time-words',
        'normal',
        'names a near time',
        `
tonight|tomorrow|by_friday|by_monday|by_sunday|after_tonight|before_morning|this_week|by_the_weekend|until_friday|by_morning
this ~1 time
when ~2 last ~2 is|parcel|delivered|shipped
`,
        { facet: 'timeframe', points: 1, yields: ['errand', 'idiom', 'title', 'fiction'] },
      ],
      [
        'help-history',
        'high',
        'has been treated or has tried before',
        `
hospital|ward|clinic|doctors|psychiatrist|therapist|section|sectioned ~4 sent_me_home|discharged|released|again|for_this|will_not_help|waiting_list|cannot_help|said_call
attempted|tried ~2 before|already|twice|last_year|last_month
it|they|thoughts|darkness|feeling|voices ~1 came|come|coming|are|is back
hospital|ward|clinic ~6 comes|come|came ~1 back
in ~1 hospital ~1 for ~1 this|it|that|my_head|my_nerves|depression
crisis|therapy|therapist|psychiatrist|breakdown|bipolar|schizophrenia|self_harm
if ~1 it ~1 comes|came back
`,
        { facet: 'history', points: 1, yields: ['idiom', 'title', 'fiction'] },
      ],
    ],
  ),
  ...family(
    'sign',
    {
      category: 'threat-to-life',
      group: 'danger',
      yields: ['negation', 'idiom', 'past', 'fiction', 'title'],
    },
    [
      [
        'menace',
        'urgent',
        'reports or makes a veiled threat',
        `
carve|carves|gut|gutted|skin|slice|chop|butcher|cut ~1 me|you|him|her|us|them ~1 up|alive|open|into|like
skin you|him|her|me|them alive
in ~1 pieces ~1 ~1 cats|dogs|if|unless|river|bin !arrived|received|came
found|find|end|wake|wind ~2 in|up ~2 pieces|ditch|hospital|river|bin_bag|coffin|wheelchair|morgue|er|body_bag|graveyard
eat|eating|drink|drinking|feed|fed ~2 through ~1 straw|tube
hospital food
body bags|bag
not|wont ~2 be ~1 to|for|just ~1 chat|talk|talking|polite|nice|talk_about_the_weather|friendly|asking ~1 !about_this|now
done|killed|hurt|shot|stabbed|gone_to_prison|been_in_jail ~2 for ~1 less|worse
live|breathe|left ~3 till|until ~2 friday|monday|sunday|tomorrow|midnight|tonight|saturday|morning
goodbye|said_goodbye to ~1 their|your|his|her ~1 families|family|kids|wives|loved
last time ~3 he|she|they ~2 broke|hit|beat|hurt|choked|burned|locked|threw|pushed|punched|smashed|slapped|cut
broke|breaks|broken|fractured|smashed|dislocated|busted ~2 my|her|his|their ~1 jaw|arm|nose|ribs|wrist|leg|teeth|finger|fingers|collarbone|hand|cheekbone|skull
`,
        { facet: 'menace', points: 3 },
      ],
      [
        'menace-maybe',
        'urgent',
        'reports or makes a veiled threat',
        `
done|finished|tired|through|sick ~1 with|of? ~1 being|asking|playing ~1 polite|nice|patient|nicely|games ~1 !of_waiting
last|final|only warning|chance ~1 !to_bid|to_buy|to_pay|on_the|sale|email
nothing ~2 left? to lose
teach|teaching ~2 him|her|you|me|them|us ~1 ~1 lesson|manners|respect
lets|let_us|we_should|go|gonna ~2 teach|visit|get|jump|pay ~1 her|him|them|me|you ~1 !the_tracking|a|back|price
jump|jumped|jumping ~1 me|him|her|us ~1 after|at|if|when|outside|for|because|tomorrow|in ~1 !bid|line|the_queue
has|have|given|gave|got|with ~2 hour|hours|minutes|day|days|till|until ~4 to ~1 pay|live|refund|decide|send|choose|transfer
see|catch ~1 you|u|me ~1 ~1 thursday|monday|tuesday|wednesday|friday|saturday|sunday|soon|tomorrow|tonight|around|there ~1 !at_the_show|on_stream|live
on ~1 my|his|her|their|the way ~1 !to_the_post|to_me|out|from_the_warehouse|home_from
remember|remembers|know|knows|forget ~2 my|his name ~3 after|on|when|saturday|tomorrow|news
lobby|reception|front_desk|your_doorstep|your_office|parking_lot ~4 tomorrow|tonight|today|morning|monday|waiting|soon
come|came|comes|coming|visited|visit ~2 to|at|by ~1 my|our ~1 stall|stand|booth|shop|store|table|work|studio|house|home|door|desk ~8 next_time|warn|warned|said|told|threat*|men|knife|gun|money|pay
next time ~6 not|talking|worse|real|hurt|knife|gun|blood|nice|kids|house|door|through
go|going|went ~1 mental|crazy|ballistic|nuts|berserk|mad|off_on_me ~10 hit|broke|beat|hurt|hits|jaw|last_time|throw|fist|hide
threaten|threatens|threatened|threatening|threat|threats
hurt|hurting|kill|killing|beat|beating|hit|hitting|broke|choked|stab|shot|shoot ~4 me|us|her|him|mommy|mother|my|them|you ~1 !up|price|with_a_fee|back
`,
        { facet: 'menace', points: 2 },
      ],
      [
        'watched',
        'urgent',
        'reports being watched, followed or waited for',
        `
staring|stares|looking|watching|filming|waving|peering|peeking|standing|shouting|sitting|waiting ~3 at|through|across|outside|under|in|by|into ~2 my|our|road|street ~1 !collection|card
tracker|tracking_device|air_tag|airtag|gps ~2 ~3 box|parcel|package|car|bag|found|hidden|inside|sent|put
house|door|place|gate ~4 on ~2 street|st|road|lane|avenue|drive ~6 lets|let_us|go|visit|teach|pay|get|burn|green|throw
`,
        { facet: 'watched', points: 3 },
      ],
      [
        'watched-maybe',
        'urgent',
        'reports being watched, followed or waited for',
        `
across ~2 road|street
follows|following|followed|tailing|tailed|trailing ~2 me|my_car|us|home|kids !on|back|here_on|for_my
what|which|the ~1 time|bus|train|school|street|route|gym ~3 my|i|your|she|he|our ~2 son|daughter|kid|kids|i|leave|leaves|gets|takes|goes|take|walk
gets|get|comes|come|walks|walk ~1 off|home|to ~1 bus|school|from_school
plate|license|licence|registration ~1 number|plate
knows|know|has|found|learned ~2 my|your|our|his|her ~1 car|van|routine|school|bus|schedule|street|kids|plate|workplace|shift|wife|mother|house|name_and|real_name|number
pizza|pizzas|taxis|taxi|police|fire_engine|deliveries|ambulances ~8 i_did_not_order|after|door|keeps|keep|sent|laughing|chat|again|someone
breathing|silence|silent|hangs_up|whispering ~6 phone|call|calls|night|then|just|line
calls|calling|texts|texted|rings|phone|phoned|ringing ~4 night|2am|3am|4am|unknown|blocked|every_hour|breathing|withheld|anonymous
its 1am|2am|3am|4am
`,
        { facet: 'watched', points: 2 },
      ],
      [
        'assailants',
        'normal',
        'names people who may do harm',
        `
two|three|some|four|several|few|group|gang|his|her|couple ~1 of? ~1 men|brothers|guys|friends|cousins|mates|boys|lads|blokes|thugs ~2
he ~1 is ~1 local|drunk|violent|armed|dangerous|unstable|nearby|close
record|history|convicted|arrested|prison|jail ~3 for|of ~1 assault|violence|stalking|abuse|murder|battery|gbh
cats|dog|dogs|cat|kids|son|daughter|wife|family|mother|coworker|coworkers
angry|furious|raging|yelling|screaming|shouting|threatening|aggressive|terrified|petrified|shaking|hysterical
`,
        { facet: 'assailants', points: 1 },
      ],
    ],
  ),
];
