import { family } from '../rule.ts';

/** Means within reach and the last things people do and say; what `self-harm.ts` and `oblique.ts` leave out. */
export const LAST_THINGS = [
  ...family('last', { category: 'self-harm', yields: ['negation', 'past', 'idiom', 'title', 'fiction'] }, [
    [
      'ingestion',
      'emergency',
      'has swallowed or is swallowing something',
      `
take+|swallow+|down+|pop+|eat+|gulp+|neck+|chug+|crush+|washed ~2 all|whole|every|entire|rest|handful|handfuls|too_many|too_much|bottle|packet|box|strip|lot|bunch|load|everything ~4 pills|prescription|insulin|sleeping|cabinet|bottle|packet|them|sleepers ~1 !vitamins|as_prescribed|every_day|daily|regularly|on_time|supplements|of_wine_to|home|back|off|out|with_me|to_the_post
take+|swallow+|drink+|inject+|ate|eaten ~2 something|stuff|things|enough ~8 sleepy|drowsy|dizzy|numb|fading|scared|blurry|cannot_feel|slow|stay_awake|going_dark|regret|cold
so|getting|feel|feeling|really|am ~1 sleepy|drowsy|woozy|floaty|faint ~8 pills|goodbye|sorry|took|wont_be_long|not_be_long|nearly|almost
drink+|swallow+|sip+|drank ~3 bleach|antifreeze|drain_cleaner|acid|paint_thinner|weedkiller|pesticide|rat_poison|detergent|poison !by_mistake_on_the_card
i ~1 took|swallowed|ate|downed|had ~2 #|forty|thirty|twenty|fifty|sixty|hundred ~2 of_them|pills|sleeping
pills ~4 kick|kicking|work|working ~1 in|now|soon
`,
    ],
    [
      'voices',
      'emergency',
      'hears voices that tell them what to do',
      `
voices|demons|urges|dark_thoughts|bad_thoughts ~2 back|louder|returned|stronger|again|worse|win|winning ~1 !in_stock
want|wants|tell|tells|telling ~1 me ~1 to ~1 do_it|die|jump|hurt_myself|end_it|hurt_someone
voices|demons|the_voice ~2 say+|tell+|want+|whisper+|scream+|order+|keep+ ~3 me|i|my
`,
    ],
    [
      'blade',
      'emergency',
      'is about to cut or has cut themselves',
      `
knife|glass|scissors|box_cutter|needle ~4 my_wrist|my_wrists|my_arm|my_arms|my_throat|my_skin|my_leg|my_thigh|my_veins !opening|unboxing|while|when_i_opened
cut+|slice+|slash+|carve+|scratch+ ~2 my ~1 arm|arms|wrist|wrists|thigh|thighs|legs|skin|stomach ~1 !on|opening|open_on
want|need|going|think|thinking|tempted|urge ~3 see ~1 myself? ~1 bleed
noose|rope ~2 is? ~1 up|ready|tied|round|around|hanging|strung|over_the|from_the !the_parcel|package
`,
    ],
  ]),
  ...family(
    'last',
    {
      category: 'self-harm',
      group: 'self',
      yields: ['idiom', 'past', 'fiction', 'title', 'negation', 'laughter'],
    },
    [
      [
        'means',
        'urgent',
        'has a means of ending life',
        `
rope|noose|pills|gun|knife|bottle|letter ~6 looking|look|looks|staring|stare|lying|laying|sitting|sits|waiting|calling|smiling ~1 there|here|at_me|for_me|next_to|beside|on_the_bed|on_the_table|right_there
rope|noose|gun|knife ~4 tree|beam|rafters|attic|garage|closet|ceiling|barn|shed ~6 tonight|ready|chair|stool|finally|enough|done|goodbye|sorry|alone
stool|chair|beam ~3 rope|noose
counted|counting|count|hoard+|stockpil*|sav+|saving ~3 pills|my_pills|up_pills
`,
        { facet: 'method', points: 3 },
      ],
      [
        'means-maybe',
        'urgent',
        'has a means of ending life',
        `
i ~1 got|have|bought|tied|made|kept|ordered ~2 rope|noose !light|lights|ladder|chain|bracelet|necklace|for_the_boat|dog
bridge|cliff|tracks|railway|roof|overpass|viaduct|multi_storey ~6 not_far|minutes_away|near_my|close_by|walking_distance|outside_my|round_the_corner|every_night|keep_going|keep_ending_up|drawn
drawer|nightstand|bedside|glovebox|under_the_bed ~4 loaded|ready|waiting
car ~2 wall|tree|barrier|oncoming|lorry|truck|bridge ~4 speed|fast|straight|belt|think|thought|tempting
`,
        { facet: 'method', points: 2 },
      ],
      [
        'gone-after',
        'urgent',
        'sets a time after which they will be gone',
        `
not ~1 be ~1 around|here|alive|there|about ~8 after ~1 that|this|it|then|all_this|tonight|today|sunday|saturday|friday|monday|tuesday|wednesday|thursday|weekend|christmas|the_weekend|the_#
because|as|since ~1 i ~2 not|never ~2 be ~1 here|alive|around|with_you ~3 anymore|any_more|ever|again|by_then|long|much|when_it
lights_out|curtains|last_call|game_over|checkout_time ~1 for ~1 me
that ~1 is|be ~1 me ~1 done|finished|gone ~2 for_good|forever|then|everyone|goodbye|with_all|now
not ~2 my|the ~1 channel|store|shop|account|stream|show|hobby ~2 me|myself|i_am
not ~2 be|being ~2 anybody|anyone|nobody ~3 living|home|here|left ~3 monday|tomorrow|next|weekend|then|soon
someone|somebody|other_people|anyone ~1 else ~3 have|finish|feed|sort|clear|pack ~6 when|once|after ~2 gone|i_go|i_am
i ~2 not ~2 be ~2 part ~1 of ~2 this|it|anything|future
no|without ~1 me ~1 in ~1 it|this_world|the_world|their_lives|the_picture
this|it|today|tonight|tomorrow ~2 my ~1 last ~1 one|time|night|sunrise|birthday|christmas|goodbye|ever ~1 !of_vacation|at_work|payment|of_school|before_the|of_the_month|until|bidding|buying|selling|using|dealing|shopping|ordering|order
sleep|rest|sleeping|drift ~3 for_a_very_long|for_a_long_time|and_never|for_ever|forever|and_not_wake
`,
        { facet: 'absence', points: 3 },
      ],
      [
        'gone-maybe',
        'urgent',
        'speaks of going after somebody who has died',
        `
should|going|gonna|ready|time|go|might|shall|plan|soon|tonight|rather|want ~2 join !us|the|our|a|an|your|in|my_friend|my_friends|this|that|for|you|as|with|live|stream|streams|any|another|now|late|and|on|both|it|from|via|by|next|those|these|their|discord|again|or|online|early|whatnot|stream|loyalty|prime|vip|affiliate|chat|to|forces
reunite+|together|back_together|be_with ~2 again|with ~1 him|her|them|@kin
waiting ~1 for_me ~2 other_side|there|up_there|heaven|beyond
`,
        { facet: 'absence', points: 2 },
      ],
      [
        'letters',
        'urgent',
        'has written farewell letters',
        `
written|wrote|writing|sealed|finished|posted|left|addressed ~3 letter|letters|note|notes|cards|envelopes ~4 one ~1 for|to
one ~1 for|to ~1 @kin ~5 one ~1 for|to
letter|letters|note|notes|envelope ~3 drawer|table|fridge|pillow|desk|kitchen|counter|bed|car|glovebox|jacket !from_the_seller
when|if ~1 they|she|he|someone|police|you ~2 find|finds ~1 me|my_body|body|us
they|someone|she|he|kids ~1 will ~1 find ~1 me ~1 !on|at_the|a|another|in_the_list
find|finds|found|discover|finding ~1 my|the ~1 body|corpse
`,
        { facet: 'farewell', points: 3 },
      ],
      [
        'letters-maybe',
        'urgent',
        'has written farewell letters or says last thanks',
        `
i ~1 have? ~1 written|wrote ~1 the|my|three|all|both|some|four|two ~1 letters|notes|goodbyes
tell|told|let ~1 the? ~1 chat|viewers|mods|room|regulars|community|everyone|everybody|followers|guys ~3 love|loved|thank|sorry|meant|goodbye
you|u|guys|people|team|staff ~2 were|was ~2 always ~2 nice|kind|good|sweet|patient|decent|fair ~1 to_me
always ~1 nice|kind|good ~1 to_me
have|take|keep|get|want|wanted|left|leave ~2 something ~1 of_mine|of_me|to_remember_me|to_remember|from_me
look|looked|take|took|taking ~1 after|care ~1 of? ~1 yourselves|each_other|one_another
last ~2 thing|message|post|text|words|story|status|snap ~2 she|he|they|from_her|from_him ~10 sorry|goodbye|pills|forgive|peace|tired|rest|gun|rope|emojipills|emojisad !for_the_delay|about_the
`,
        { facet: 'farewell', points: 2 },
      ],
      [
        'why-go-on',
        'urgent',
        'asks what for they go on',
        `
why|how ~2 i|would|should|do|can|bother|even ~2 keep|go|carry|get|bother|continue|try|fight|wake ~1 going|on|trying|fighting|up|pretending|anymore|breathing ~1 !bidding|with_this_seller|to_the_post|to_shows
what|who ~3 is|would ~2 left ~2 for_me|to_live|to_lose|of_me|to_stay
nothing|no_one|nobody ~3 left|waiting|here ~2 for ~1 me ~1 !to_bid|to_buy|to_pick
no ~1 way|road|path|door ~1 out|back|forward|through !of_the_app|of_this_contract|of_the_bid
only ~2 thing|choice|decision|control ~3 still|left|mine|have|can ~6 stops|ends|when|how|end|mine|out
cannot|not|never ~2 fix|fixed|repair|undo|come_back_from ~1 me|this|what_i|myself ~1 !card|order
i ~2 ruin+|destroy+|wreck+|fail+|disappoint+|poison+ ~1 everyone|everything|them|everybody|my_kids|my_family|all_of_them ~1 !i_sell
hate+ ~1 being|to_be|waking|who_i|what_i|every_day|every_minute ~2 alive|me|awake|here|am|up|of_it
`,
        { facet: 'cannot-go-on', points: 2 },
      ],
      [
        'bereaved',
        'normal',
        'speaks of somebody who died',
        `
he|she|they|who ~1 passed|died
passed ~1 in|on|last|away|two|three|this
`,
        { facet: 'loss', points: 1, yields: ['idiom', 'title', 'fiction'] },
      ],
    ],
  ),
  ...family('last', { category: 'self-harm', yields: ['negation', 'past', 'idiom', 'title', 'fiction'] }, [
    [
      'other',
      'emergency',
      'reports last things of somebody else',
      `
photo|photos|posted|sent|snap|story|selfie ~4 pills|rope|noose|gun|knife|wrists|wrist|blood|ledge|emojipills|noose ~8 sorry|goodbye|done|tired|love|tonight|end|thanks|forgive !for_sale|listing
@person|daughter|son|she|he|streamer|seller|buyer|friend ~3 not|hasnt|stopped ~2 answer+|reply+|respond+|post+|online|seen|heard|been_on|logged ~6 since|days|day|hours|yesterday|weeks ~20 goodbye|pills|gun|note|dark|worried_sick|hurt_himself|hurt_herself|suicid*|die|rope
say+|talk+|post+|write+|typ*|hint+|joke+|joking ~3 about ~2 not_being_here|not_being_around|ending|dying|death|disappearing|going_away_forever|leaving_this
gun ~2 is? missing|gone ~2 from|safe|too|drawer
gone|missing|empty|took ~3 gun|pills|rope ~1 !from_the_lot|lot|box|order|card
found ~2 blood|razor|noose|pills|empty_bottle|bottle_of|empty_packets|letter_to|suicide|goodbye ~4 room|bed|bathroom|note|bag|drawer|her|his|pillow
locked|lock|locks ~1 himself|herself|themselves|in|inside ~2 bathroom|bedroom|garage|car|in|room ~10 pills|took|answer|quiet|blood|knife|gun|goodbye|hurt|scared|screaming|silent|something
wants|want|wanted|plans|planned|going ~1 to ~1 be_with|join|follow ~1 his|her|their ~1 late? ~1 @kin
on|at|over|from|off ~1 the ~1 ledge|railing|roof|bridge|balcony|tracks ~8 live|stream|streaming|crying|jump|talk|camera|now|help|right_now !figure|set
`,
    ],
  ]),
];
