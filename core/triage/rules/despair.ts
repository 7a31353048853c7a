import { family } from '../rule.ts';

/** Weaker signs of suicide risk, as public warning-sign lists name them; different ones together make an emergency. */
export const DESPAIR = family(
  'despair',
  {
    category: 'self-harm',
    group: 'self',
    yields: ['errand', 'idiom', 'past', 'fiction', 'title', 'negation'],
  },
  [
    [
      'cannot-go-on',
      'urgent',
      'says that they cannot go on',
      `
can|could not ~2 do|take|bear|handle|stand|cope|face|deal|keep|live|endure|manage ~3 anymore|any_more|longer|this|it|everything|like_this|going|another_day|life|with_life|fighting|pretending|up|tomorrow|the_pain|alone !by_email|by_phone|by_mail|by_myself_on|on_my_phone|on_the_phone|online|over_the|via|through_the|in_the_app|on_the_app|with_your|chat_bot|app|site|seller|chatbot|service|noise|price|fee|fees|return|waiting_for_the|up_with|site_anymore|kind_of_service
can not anymore
at|reached|hit|end ~2 end|breaking|limit|rock ~2 rope|tether|limit|point|bottom|myself
i ~2 at ~1 end ~1 rope|tether
i|am ~2 broken|falling_apart|drowning|crumbling|lost_everything|losing_it|losing_my_mind|in_a_very_dark_place|in_a_dark_place|in_a_bad_place|spiralling|spiraling|not_okay|not_ok|not_coping|giving_up|suffocating|at_breaking_point !to_find|to_log|with_the_app|on_the_auction|on_this|with_this|with_your|with_the|to_get|to_use|for_a_copy|for_this
dark|bad|black|scary|low place|thoughts|hole|thought|head
i ~2 give|gave|giving up on_life|on_everything|on_myself|on_it_all|completely|for_good|now_goodbye|hope !on_the|on_this|trying_to|my_seat|on_your|on_waiting|on_you|and_buy
i|just|so ~2 want|need|wish|like ~3 to_stop|to_end|it_to_end|peace|quiet_forever|the_pain|out|stop_hurting|rest !bidding|receiving|getting|notifications|of_the_auction|of_this_deal|of_the_sale|emails
make it stop|go_away|end
pain|hurting|voices|suffering|ache ~4 stop|end|much|unbearable|never|every_day|ends|away
too much ~1 pain|to_bear|for_me|anymore
dont|not ~2 see|know ~3 point|future|hope|purpose|way_out|way_forward|reason|anything_left|how_to_go_on|tomorrow|how_much_longer !of_sale
`,
      { facet: 'cannot-go-on', points: 2 },
    ],
    [
      'hopeless',
      'urgent',
      'says that nothing is left or worth it',
      `
no hope|future|way_out|escape|end_to_this|one_left|reason_anymore
hopeless|worthless|meaningless !item|junk|card|cards|stock|paper|fake|copy|tracking|fakes|coin|coins|warranty|to_me|now_that_it
i ~1 failure|worthless|nothing|pathetic|loser|useless|disgrace|nobody|ashamed|trash !of_your|left_to_bid
what ~2 point|use !in_having|of_tracking|of_support|of_paying|of_having|of_your|system|price|of_insurance|of_an|of_reserve|grade|if_you
there is no point !in|bidding|to
nothing|none|no_one ~2 left|matters|matter|anymore|helps|works !to_bid|in_stock|for_sale|on_my_screen|in_the_box|when_i|on_your
it|that|this|money|card|cards|cash|nothing|none|order ~4 not|wont|nothing|no ~1 matter|matters|important|difference ~1 anymore|now|to_me|soon|after|any_more|when|if
not|never|wont ~2 matter ~2 anymore|soon|by_then|now|tomorrow|after_tonight|where_i|much_longer|any_more
doesnt_matter|not_matter|nothing_matters anymore
lost|taken|took|stole ~2 everything|all|reason|last_thing|only_thing|my_will|hope !on_my_hard|in_the_post
nobody|no_one ~3 care|cares|love|loves|understands|listen|listens|help|helps|cared ~1 !about_my_order|me|anymore|about_me
i ~2 hate ~2 myself|life|my_life
i|me ~1 all alone|alone_in_this|so_alone|completely_alone|have_nobody|have_no_one|no_one_else|nobody_else|nobody_left|alone_now
no one|nobody ~3 else|left|talk ~2 to|turn|write|with|for
lonely|invisible|numb|empty|depressed|depression|despair|despairing|heartbroken_and !box|envelope|packet|package|ink|thread|stitching|watermark|wallet
feel|feeling|so|completely ~1 alone|numb|empty|dead|trapped|invisible|nothing|dark|hopeless|worthless
tired ~2 of ~1 everything|it_all|all_of_it|all_this|pretending|trying
so|just|very|too|bone|i ~2 tired|exhausted|weary !of_your|of_waiting|of_this_app|of_the|of_these|of_people|of_sellers|of_scammers|of_being|eyes|today|from_work|of_calling|of_emailing|of_chasing|of_getting|after_the|of_that|of_automated
cry|crying|cried ~3 every_day|all_night|every_night|myself_to_sleep|for_days|all_day
everyone ~2 hates|leaves|left|abandoned me
`,
      { facet: 'hopeless', points: 1 },
    ],
    [
      'absence',
      'urgent',
      'says that they will not be there any more',
      `
i ~2 not ~3 be|need ~2 around|here|alive|with_you !tomorrow_to|to_sign|until|next_week|this_week|from|between|on_monday|during|for_the_delivery|for_delivery|at_the|all_day|when_it_arrives|when_the_courier|on|in_time|at|this_weekend|next
not|wont ~2 be|here ~1 around|here|alive ~1 much_longer|to_see|to_open|to_use|to_read|anymore|any_more|long|for_it|to_enjoy|after_tonight|after_today|to_collect|to_spend|to_receive|for_her|for_his|for_my|by_then|by_tomorrow|by_friday|by_monday|tomorrow|to_get|when_it|to_watch|then
i|me ~2 be gone|long_gone !from|fishing|for|to_work|until|on_holiday|all_week|this_week|next_week|shopping|at|all_day
i ~2 will|am ~1 gone !for|from|to_work|until|on_holiday|all|this|next|fishing
after ~1 i ~1 gone|die|pass|leave|go !to_bed|to_work|online|for|through|home|out|back|on|the_house
once|when|if ~1 i ~1 gone|dead|no_longer_here|pass|out_of_the_picture|not_here_anymore !from|for|to_work|on_holiday
before|until i ~1 go|leave|gone|die !to_bed|to_work|on|through|for|home|out|back|ahead|live|any_further|the_house|online|into|feedback|a_review|and|a_bad|negative
i ~1 leaving|going|go|leave for_good|forever|tonight|this_world|now|somewhere|away|soon|where_nobody|and_not_coming_back|home_to_god !feedback|on_holiday|on_vacation|the_app|ebay|to_bed|to_work|platform|the_site
where ~1 i ~1 going|go|headed !wrong|to_find
not ~1 need|needing|want|wanting|use|using ~3 where|anymore|any_more|now|longer|any_longer|soon|after_tonight|after_today !size|delivery|refund|because_i_bought|as_i|since_i_bought|since_i_found|the_duplicate|service|subscription|return
i ~3 not ~2 need|needing|use|want ~1 it|them|any|money|anything|that|these|this !now_because|to_return|if_you|as
out of the picture !frame
not ~1 coming|come ~1 back|home !in_stock|on|until
do not worry about|look_for|try_to_find|bother_looking|come_looking|call me|for_me
goes|go|going|be ~2 with|to ~1 see|join|my|be ~1 my? late|dad|mother|father|wife|husband|son|daughter|her|him|god|jesus|brother|mum ~1 again|now|soon|heaven|there
join|joining|rejoin|reunited|reunite|follow|following ~2 my|with|him|her ~1 late|wife|husband|son|daughter|mother|father|mum|her|him|brother|lord|dad|god|in_heaven !on_the|on|for|in_the_queue|account|to_the
there ~1 will ~1 no ~1 next_time|tomorrow|next_year|later
it ~3 over soon|tonight|then|tomorrow|now_for_me|by_tonight|for_me !the_phone|price
all|everything ~3 be|is ~1 over soon|tonight|for_me|then|tomorrow
`,
      { facet: 'absence', points: 2 },
    ],
    [
      'farewell',
      'urgent',
      'sounds like a farewell',
      `
goodbye emojisad|emojipills|forever|everyone|all
this|my ~2 last|final ~1 message|email|mail|post|words|chat|note|letter|purchase|stream|show|thing|night|evening|day|bid|request|order|sale|goodbye !of|on_this|to|before|in|from_the|reminder|warning|chance|year|month|week|attempt|was|arrived|came|got|is|has|contained
last|final time|thing|message|people|person ~3 i|you|ever|anyone ~2 ever|hear|write|talk|see|do|list|from_me|speak !ordered|bought|paid|had|asked|wrote|checked|emailed
you ~1 only|last ~2 ones|one|people|person|friend|friends|place|thing
sorry|forgive ~4 everything|everyone|mother|father|family|kids|wife|husband|all_of_you|me_all|to_all|for_being|brother|sister|burden|son|daughter|i_tried|all_i_put|guys !in_advance|parcel|who_ordered
please forgive me
tell|let ~1 @kin|everyone|them|her|him|know ~3 love|loved|sorry|proud|good_to_me
i ~1 love|loved you all|them|everyone|her|him ~1 !show|stream
take care ~2 of ~1 each_other|yourselves|yourself|everyone|my|him|her|them !issue|problem|order|my_refund|shipping|my_order|asap
nice|good|honour|pleasure ~1 knowing ~1 you|yall
have a ~1 nice|good|wonderful life
feel|feels|felt|am ~2 calm|at_peace|relieved|peaceful ~3 first|finally|now|decided|decision|time
finally|first_time ~3 calm|at_peace|peaceful|peace|free
made up my mind !about_the|to_buy|to_bid|on_the|about_which
i ~1 decided ~1 !to|not|on|that_the|against
it|everything|all ~2 settled|arranged|planned|prepared|sorted|taken_care_of|ready|in_place|in_order|set
not ~2 her|his|their|anyone|anybody|nobodys ~1 fault
i tried|fought ~2 hard|best|long|so|everything
`,
      { facet: 'farewell', points: 2 },
    ],
    [
      'giving-away',
      'high',
      'is giving their things away or putting affairs in order',
      `
give|giving|gave|given|leave|leaving|send|transfer|donate|pass|go|goes|going|hand|distribute|want ~5 to|away|everything ~3 brother|sister|son|daughter|niece|nephew|mother|father|kids|kid|wife|husband|friend|family|charity|hospice|grandson|shelter|someone|anyone|whoever|whoever_wants|cousin|viewers|chat|church|best_friend|neighbour|neighbor|ex|children|mate|partner|girlfriend|boyfriend !as_a_gift|birthday
make sure|certain ~6 go|goes|gets|get|given|sent|looked|fed|safe|taken|has|have|paid|reaches|knows ~3 brother|sister|son|daughter|niece|nephew|mother|father|kids|wife|husband|care|after|them|everything|family|it_all|cards|mum|someone|cat|dog
someone|somebody|please ~4 look|looked|take|taken|feed|rehome ~3 after|care|in|my ~2 cat|dog|kids|pets|pet|bird|fish|mother|him|her|them|son|daughter|animals
cat|dog|kids|pets|son|daughter ~4 looked_after|taken_care_of|cared_for|fed|someone_to_take|new_home|a_good_home
giving|gave|give|given|donating|donated ~3 everything|whole|entire|all|lot|collection|possessions|belongings|away ~3 away|own|collection|free|possessions|belongings|nothing|days|stuff|cards|for_nothing|it !my_doubles|my_duplicates|charity_auction
keep|have|take|split|share|divide ~2 money|cards|it_all|everything|all_of_it|the_refund|collection|refund|my_stuff|all ~5 not|wont|where|need|goodbye|anymore|gone|among|between|amongst|no_use|no_longer
cards|collection|everything|stuff|money|comics|coins ~2 yours|your|theirs ~1 !now_right|for
will|estate|affairs|funeral|cremation|burial ~3 order|written|wrote|paid|arranged|sorted|updated|planned|prepaid|wishes|plot !be_sale|sale|auction|collection
put|getting|putting|got|get|have|sorted|settled ~2 affairs ~1 in_order|order|sorted|settled
sorted|packed|labelled|labeled|boxes|boxed|box ~5 names|name|labels|family|everyone|note|letters
what happens ~3 account|credit|money|collection|cards|wallet|balance|payout|items|listings|orders|auctions ~5 die|dies|death|dead|gone|passes|pass|not_here|deceased|passed
close|delete|cancel|closing|empty ~3 account|bids|listings|everything|orders|subscription|auctions|pending ~5 tonight|today|goodbye|gone|not_need|last|anymore|no_longer|for_good|final
life insurance
last|next of kin
someone|friend|brother|sister|daughter|son|wife|husband|neighbour ~3 will ~2 collect|pick|handle|take_over|inherit|know_what|get_it|have_it_all|deal_with ~2 !up_the_parcel|my_order|the_parcel
`,
      { facet: 'giving-away', points: 2 },
    ],
    [
      'method',
      'urgent',
      'mentions a means of ending life',
      `
pills|emojipills|noose|overdose|gun|knife|emojigun|emojiknife|emojicoffin|rope|bridge|rooftop|ledge|bleach|razor|poison|gas|cliff|tracks|exhaust|booze|drunk !case|cleaner|figure|organizer|organiser|grader|display|pokemon|collector's|stand|art|deco|print|is_missing|card|of|light|lights|show|table|holder|rest|station|company|prop|replica
`,
      { facet: 'method', points: 1, yields: ['idiom', 'title', 'fiction', 'negation', 'past'] },
    ],
    [
      'method-near',
      'urgent',
      'has a means of ending life within reach',
      `
gun|knife|razor|rope|pills|cabinet|safe|service ~6 another|different|other|better|final ~1 use|purpose|plan
pills again
standing|stood|sitting ~3 bridge|roof|rooftop|ledge|edge|tracks|platform|cliff|window|balcony
`,
      { facet: 'method', points: 3 },
    ],
    [
      'method-maybe',
      'urgent',
      'has a means of ending life within reach',
      `
i|have|got|my|the|with|whole|full ~4 pills|noose|gun|rope|razor|knife|bleach ~4 here|ready|front|next|beside|table|hand|lap|drawer|again|tonight|use|looking|waiting|staring|counted|car|bathroom|cabinet|open|loaded|me
gun|pistol|revolver|pills|rope|knife ~3 drawer|nightstand|bedside|cupboard|closet|safe|cabinet|shelf ~12 opening|looking|open|lately|calling|thinking|tonight|often|again|key|keep|lot
opening|opened|open ~3 drawer|safe|cabinet ~4 lately|again|tonight|often|lot
looking|look|staring|stare|stared|eyeing|sitting|hold|holding|thinking|think ~3 at|with|about|on ~3 gun|pills|rope|knife|bridge|razor|tracks|roof|window|edge|ledge|bottle|train !for_sale|and_wondering_if_it_is_real|listed|in_lot|lot
i ~2 have|got a? ~1 pills|gun|knife|rope|razor|noose ~1 tonight|right|and|here|now|with|ready|again
`,
      { facet: 'method', points: 2 },
    ],
    [
      'timeframe',
      'normal',
      'names a time',
      `
tonight|tn
today|tomorrow|friday|saturday|sunday|monday|weekend|midnight ~3 end|over|done|gone|last|last_day
this time|is_it
after tonight|today
before|by tonight|tomorrow|midnight|morning
`,
      { facet: 'timeframe', points: 1, yields: ['idiom', 'title', 'fiction'] },
    ],
    [
      'loss',
      'normal',
      'has lost somebody or everything',
      `
lost|losing|loss ~2 @kin|house|home|job|her|him|life_savings|marriage|custody|everything|savings !tracking|number|package|box|tracking_number
@kin ~2 passed|died|left_me|gone|divorced|leaving_me|walked_out|kicked_me_out
divorce|eviction|evicted|bankrupt|bankruptcy|homeless|foreclosure|gambling|gambled|debt|debts|loan_shark|loan_sharks|terminal|cancer|custody|funeral|rent_money|addiction|addicted|dept
owe|owed|lost|spent|gambled ~4 savings|rent|mortgage|everything|inheritance|pension|thousands|college
`,
      { facet: 'loss', points: 1, yields: ['idiom', 'title', 'fiction'] },
    ],
    [
      'sad',
      'normal',
      'is in tears or heartbroken',
      `
emojisad|emojiskull emojisad
please help|sos
help me ~1 please|anyone|somebody|someone|god !find|track|understand|list|with|get|log|return|cancel|locate|figure|to|out|reset|change|recover
nobody|no_one ~2 home|here|around
`,
      { facet: 'sad', points: 1, yields: ['idiom', 'title', 'laughter'] },
    ],
  ],
);
