import { family } from '../rule.ts';

const DAY =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|morning|christmas|weekend|spring|summer|winter|new_year|next_week|next_month|next_year|another_day|another_week|another_christmas|another_birthday|the_end|sunrise|dawn|midnight|thirty|forty|my_birthday';

/** Oblique ways of saying that one's life is about to end, whatever the words used for death. */
export const OBLIQUE = family(
  'oblique',
  { category: 'self-harm', yields: ['idiom', 'fiction', 'title', 'past', 'negation'] },
  [
    [
      'alive',
      'emergency',
      'doubts being alive much longer',
      `
i|me|im|my ~8 be|being|stay|still|am|staying|keep_me|kept_me|keeping_me ~1 alive !and_well|and_kicking|collection|hobby|thanks|in_the_bidding|on_the_app
alive ~3 to ~1 see|read|receive|spend|open|enjoy|use|get|collect
last|final|only ~4 alive|on_earth|on_this_earth|keeping_me_here|keeping_me_alive|keeping_me_going|holding_me_here|that_keeps_me
customer|person|man|woman|seller|buyer|owner|user|i|me|holder ~3 be ~1 dead ~1 by|soon|before_morning|tomorrow|tonight !before_this_ships|the_time_it|the_time_this|before_it|before_this
dead ~1 by|before ~1 ${DAY}
not|never|nobody|hardly|barely|without ~4 see|make|reach|last|survive ~1 it? ~1 to|till|until|through|past|the|another ~2 ${DAY}|night|week|month|year !show|sale|auction|stream
not|never ~3 expect|think|plan|intend|planning|believe ~3 to|i|on ~3 see|make|be|reach|last|live|survive|seeing|making|being|reaching|living ~2 ${DAY}|here|alive|around|that_long|through|past|much_longer|tonight|old !to_the_show|to_the_sale|at_the|it_to_the|in_time|for_the
make|made|making it through ~2 night|week|weekend|day|today|tonight|christmas|holidays|month|another ~1 !customs
not ~4 be ~2 able ~3 after|by ~2 tonight|today|tomorrow|sunday|this|friday|weekend
might|may|would as well ~1 be? ~1 dead|die|not_exist|not_be_here|end_it|disappear|jump !link
than|except|but|besides dying|death|to_die|dead !on|the|a
peaceful|easy|easier|nice|better|relief|quiet|calm|beautiful|wonderful ~4 not_exist|be_dead|die|not_be|not_wake|be_gone|never_wake|stop_existing|not_to_be_here|to_not_exist|sleep_forever|just_stop|be_nothing|not_feel|not_have_to_wake
keep|carry|go|going|keeping|carrying ~1 on? ~1 living|existing|breathing|with_my_life
tired|sick|exhausted ~1 of ~1 waking_up|being_awake|living|breathing|being_here|being_me|opening_my_eyes|being_alive
not ~3 need|needs|needing|want|use ~3 where ~1 i|he|she|they|im|hes|shes ~1 am|is|are|going|headed|go
not ~1 be ~1 here|hear|around|alive ~1 to ~1 see|find_out|watch|enjoy|spend|open|use|read|know|bid !the_show|the_stream|the_auction|the_parcel_when
not ~1 want ~1 be ~1 hear ~1 anymore
not|stop exist|existing|be_alive|wake_up_tomorrow|breathing|feel_anything
hurts ~2 be|being ~1 alive|me|here|exist
existing|existence ~3 hurts|painful|exhausting|pain|hard|pointless|is_too
easier|better|happier|relieved|lighter|simpler|best ~4 if ~2 i|me ~2 not ~2 here|around|alive|exist|in_the_way|born|part_of_it|wake|there
easier|better|happier|best|kinder ~4 if ~2 i|me ~2 gone|dead|disappeared|died|were_gone|was_gone|went_away|just_went|left_for_good|no_longer|slipped_away
if i ~2 not ~2 here|around|alive ~1 anymore|when|then|tomorrow|any !and_i|to_sign|when_the_courier|when_it_arrives
if ~1 i ~1 die|died|dead|killed|am_gone|do_not_make_it|disappeared ~4 care|notice|better|tonight|matter|fault|cry|miss|easier|get_the|goes_to|would|nobody|wouldnt|money !trying|laughing|of_old
notice|notices|miss|misses|care|cares|mind|know|realise|realize|cry ~2 i ~2 gone|dead|missing|disappeared|died|not_here|not_around|vanished|left_this|stopped_breathing !from_the_list|off
life|lives|things|world|everything|it ~3 simpler|better|easier|lighter|happier|calmer|brighter|nicer ~3 without_me|if_i|once_i|when_i_am_gone|after_i|with_me_gone ~1 !upgrade|had_an|could|switch|pay|used|bought|won
if|once|when i ~2 not ~1 in it|them|their_lives|the_picture|the_way|this_world|anyones_way
not ~3 see|picture|imagine|expect|plan|think|planning ~3 myself|i|on|me ~2 being|be|living|live|alive|here|around ~2 here|alive|around|next|tomorrow|then|by|past|months|month|week|christmas|long ~1 !at_the_show
voice|voices|head|brain|mind|thoughts|something|it|they ~6 tell|tells|telling|saying|says|keep|keeps ~3 me ~1 to ~1 do_it|die|jump|end|hurt|kill|cut|let_go|stop_living|swerve
telling me ~1 to ~1 do_it|die|jump|end_it|hurt|kill|cut
let|letting go ~1 of ~1 wheel|steering|rope|railing|ledge|the_rail
not|never ~4 driving|going|coming|make|making|walking|get|getting|go|come ~1 it? home|back ~1 tonight|alive|again|from_here|this_time|today|ever|after_this ~1 !to_check|to_sign|until|in_time|from_work|to_bid
no|not|without|zero ~2 intention|plan|plans|wish|desire|expectation|intent|interest ~2 of|to|in ~2 see|seeing|live|living|wake|waking|be|being|make|making|reach|reaching ~3 sunrise|tomorrow|another|morning|day|here|alive|up|around|christmas ~1 !at_the|in_the_show
no|not ~1 fight|strength|hope|life|energy|will ~1 left|remaining ~1 in ~1 me
this|here ~2 is ~1 where ~1 i ~1 get|step|say ~1 off|goodbye
drink|drinking|drank|starve|starving|eat|work ~1 myself|himself|herself|themselves|yourself ~1 to ~1 death ~1 !lol
for|pay|pays|cover|covers|towards|need ~2 my|the|a ~1 funeral|cremation|burial|headstone|coffin ~1 !was|last|we|of_my|director|home_sale|of
noone|nobody|no_one|not_a_single_person|not_one_person|nobody_on_earth ~3 if|whether|when|that ~2 i ~3 gone|died|disappeared|die|dead|here|exist|vanished|stopped|went|alive
before ~1 i ~1 do|did|go_through_with|carry_out|take|end|jump|pull|swallow ~1 it|this|that ~1 !myself|again|wrong|over
go|going|gonna|ready|about|decided|plan|planning|want|will|need to? ~1 do it ~1 !myself|again|right|properly|by|over|online|in|with|on|through|for_you|this_weekend_with|yourself
do it ~1 tonight|this_time|properly_this_time|before_i_lose|quietly|quick|quickly|alone|painlessly ~1 !please|online
go|going|went through with it
i ~3 know|decided|worked_out|figured|chosen|picked|chose|found ~2 how|when|where|way|date|day|method|place ~1 i ~1 will|going_to|am_going|want_to ~1 do|die|go|end
have|got|picked|chosen|set|chose ~2 date|day ~2 picked|in_mind|chosen|set|marked ~2 !for_the_sale|for_delivery|for_collection|for_the_auction
date picked ~1 out
let|want|wanted|need ~1 me? ~1 out of ~1 this|my ~1 life|world|body|head|existence|hell|misery
just let me ~1 go|out|rest|leave
find|finds|finding|discover|discovers ~1 me|my_body|the_body|what_is_left_of_me !a|the|another|one|my|some|something|guilty|on|at|interesting|annoying
not ~1 want ~3 to ~1 find ~1 me|my_body
my|the body ~3 found|find|where|will_be|buried|cremated|identified|police|coroner !double|kit|shop|part|work|pillow
clean|cleaning up after me
going|go|goes|be|off|home|ready|want ~3 to|with ~1 be_with|join|meet|see|her|him|them|my ~3 again|heaven|soon|waiting|now|forever|together|side|dead|passed ~1 !at_the|for_coffee|at_the_show
today|now|tonight|soon ~6 am|going|go to her|him|them
be ~1 with ~2 wife|husband|mother|father|daughter|son|brother|sister|him|her|angels|lord|god|jesus|baby|dog|parents|boy|girl|grandma ~1 again|soon|now|finally|at_last|forever|in_heaven|tonight|up_there !for_christmas|at_the_show|for_the
go|time|going|leave|heading|ready ~3 home ~2 to_god|to_the_lord|to_jesus|to_heaven|forever|for_good
leave|leaving|left this|the ~1 world|life|earth|planet|body|pain ~1 !of|series|tour
leave|leaving ~4 behind ~4 gone|die|dead|go|after_me|when_i|family|kids|anyone|anybody|letter|mess
not ~1 bother|burden|trouble|hurt|disappoint|cost|annoy ~1 anyone|anybody|you|people|them|her|him|my|everyone|nobody ~1 ~2 anymore|again|ever|any_longer|much_longer|after|any_more
not ~3 bother|burden|trouble|be_a_problem|be_a_burden|cause_problems ~3 much_longer|after_tonight|after_today|longer|ever_again|anymore
soon|tomorrow|tonight ~3 be free|gone|at_peace|with_her|with_him|nothing|out_of_pain|away_from_it_all|over_for_me !shipping|delivery|bid|listing
at peace ~2 soon|finally|now|with_it|at_last|with_my|with_that|with_dying
final|last ~1 peace|rest|sleep|curtain|chapter|act|exit|journey|trip ~3 mine|life|now|tonight|me|here|soon !of_the
only|one|single|last ~3 thing|reason|person|people|who|one ~3 keeping|keeps|kept|stopping|stops|holding|holds ~2 me ~3 alive|here|going|from|dead|back|dying|jumping|doing
checking|logging|signing|tapping|clocking|bowing ~1 out|off ~2 life|forever|for_good|for_ever|permanently|one_last_time|of_this_world|of_everything|for_the_last_time ~1 !the_app
exit bag|plan|strategy_is
how many ~3 pills|does_it_take_to_die
way|ways ~3 to ~1 die|go|end_it|kill ~3 painless|painlessly|quick|quickly|easy|without_pain
painless|painlessly|quickest ~3 die|death|go|end|way_to_go|way_out|suicide
look|looking|googled|searching|search|searched|reading|read ~4 ways|methods|how ~2 to ~1 die|end_it|kill|overdose|hang|suicide
step|stepped|stepping|walk|walking off|over|in_front ~2 edge|platform|roof|ledge|bus|train|lorry|traffic|kerb
driving|drive|drove|walk|walking|stand|standing ~4 past|over|under|across|by|on ~3 bridge|cliff|tracks|river|railway ~12 straight|harder|turn|jump|wonder|think|pull|stop|temptation|tempting|every_time|wheel|easy|would_be
swerve|turn|steer ~2 wheel|car ~6 wall|tree|lorry|truck|traffic|bridge|oncoming
`,
      { yields: ['idiom', 'fiction', 'title', 'past'] },
    ],
    [
      'condition',
      'emergency',
      'makes their life depend on an answer',
      `
if ~14 i ~4 kill|hang|shoot|end|harm|hurt|drown|jump|off ~1 myself|it_all|my_life|off_a|off_the|of_a
last|only|final hope|chance|straw|lifeline|call_for_help|cry_for_help|resort ~6 else|or|then|myself|alive|life|dead|not_know_what|end|before_i !to_buy|to_bid|to_win|to_get_the|to_see
what|nothing|not|anything ~2 know ~1 what ~1 i ~1 do|might|am_capable ~1 to_myself
cry for help
no|not ~1 safe ~1 !to_ship|to_buy|to_use|to_pay|for_kids|enough|with_your|payment|for_shipping|packaging|for_children|to_charge|to_plug
i ~2 not|no ~2 safe ~2 right_now|tonight|with_myself|by_myself|here|at_home|alone|from_myself
i ~1 not|no ~1 safe
life or death
`,
    ],
  ],
);

/** Weaker oblique signs; different ones together make an emergency. */
export const OBLIQUE_SIGNS = family(
  'oblique',
  {
    category: 'self-harm',
    group: 'self',
    yields: ['errand', 'idiom', 'past', 'fiction', 'title', 'negation'],
  },
  [
    [
      'leaving',
      'urgent',
      'speaks of going away for good',
      `
time ~2 for|that ~1 me ~1 to ~1 go|leave|rest|sleep !to_bed|to_work|on|to_the|online|back|ahead|home|through|with|over
made|making ~1 my peace
not ~1 plan|planning|intend|intending ~1 on|to ~1 be|being ~1 around|here
the end emojisad|goodbye|for_me|of_me|of_my_story|of_the_road|of_it_all
end ~1 of ~1 line|road ~1 for me
it ~1 all ~1 stops|ends|be_over|finishes|goes_away|goes_quiet
`,
      { facet: 'absence', points: 3 },
    ],
    [
      'leaving-maybe',
      'urgent',
      'speaks of going away for good',
      `
not ~3 think|plan|planning|intend|know ~3 am|be|going|coming|i|on ~1 driving|going|coming|walking|making ~2 home|back ~1 !in_time|by|before|for_the
not ~1 be ~1 around|here|there ~1 to ~1 answer|reply|explain|help|respond|ship|see|sign_anything
at|in|by|near|beside|to the ~1 lake|sea|bridge|tracks|cliff|river|woods|quarry|pier|beach|dam|reservoir ~6 not|alone|tonight|now|car|dark ~1 !house|scene|painting
something|anything ~1 happens|happened|should_happen ~1 to me !order|during
i|me|my|im ~4 not|never ~2 coming|be|come ~1 back|around|there|here ~1 from|after|anymore|anyway|then|by|when|soon|to_find|to_see
never ~1 see|hear|talk|speak ~1 me|from_me|of_me|you|to_me ~1 again
not ~2 hear|hearing ~1 from ~1 me ~1 again|anymore|after|ever
wont|not ~2 need|read|see|hear|answer|matter|get|be|know ~6 after tonight|today|tomorrow|this_weekend|friday|sunday|this
by ~1 tomorrow|morning|monday|sunday|friday|tonight|weekend|time ~6 gone|no_longer|over|nothing|free|too_late|peace
where|when i ~1 gone
gone by|before|on|tomorrow|after ~1 ${DAY} !to_work|shopping
once|when|after|before ~1 this|it|that ~1 is|was ~1 done|over|settled|paid|closed|sorted ~3 i_can_go|i_can_rest|i_am_free|nothing_left|no_reason
i|me|just ~3 want|need|wish|like|going ~3 to ~1 rest|sleep|peace|disappear|go_home|be_free|escape|let_go ~1 !in_on|the_details|of_this_deal|from_the|early|before_the_show|on_it|the_fees|of_my_collection|of_the_collection|of_some
let|letting go ~1 now|of_everything|of_life|at_last|finally|tonight
this|it|that is ~1 it ~1 for_me|then|guys|everyone|now|im_done|i_am_done|goodbye
this ~1 is ~1 end|it_for_me|the_end ~1 !of|user|table|date|time
no|not ~1 going|coming ~1 back ~1 !to_this_seller|to_the|in_stock|to_ebay|from_that
soon|tonight|tomorrow ~3 it ~1 stops|ends|over|be_over|all_be
`,
      { facet: 'absence', points: 2 },
    ],
    [
      'handing-over',
      'high',
      'hands things over as if for the last time',
      `
left|leave|leaving|given|wrote|written|gave ~2 instructions|directions|a_list|my_wishes ~8 brother|sister|wife|husband|son|daughter|mother|friend|family|lawyer|goes|everything|gone|after
let|want|so|and|give ~2 them|her|him|family|kids|wife|kids ~2 have|get|claim|collect ~2 insurance|money|pension|house|payout ~1 !back|refunded
can|should|may|could|please|let ~2 have|take|keep|inherit|enjoy ~3 trains|cards|collection|coins|comics|everything|it_all|stuff|binder|stamps|dolls|watches|records|slabs|rest|money|credit|charizard|toys|books|watch|guitar|games
give|giving|gave|leave|leaving|left|pass ~3 binder|collection|cards|coins|stuff|everything|money|watch|records|comics|trains|stamps|charizard|slabs|dog|cat|credit|balance|toys ~4 @kin|someone|charity|them|her|him|neighbour|neighbor|anyone|whoever|school|church|friend
tell|telling|told ~1 my|our ~2 @kin
tell ~1 her|him|them|everyone|people ~4 sorry|love|fault|tried|tired|happy|loved|miss|not_angry|hard|good|proud|forgive
settle|settling|pay|paying|clear|clearing ~3 balance|debts|debt|bill|account|everything ~6 before|gone|leave|behind|go|die|anymore
transfer|transferring|sign|signing|put|move ~3 ownership|store|account|shop|everything|name|payout|balance|credits ~6 @kin|someone|name
made|making|make|have arrangements|preparations|my_will|plans_for_the ~1 !for_delivery|to_collect|with_the_seller|for_shipping|for_pickup|with_the_courier|to_ship|for_collection
my will|last_will|executor|next_of_kin|funeral|obituary|eulogy|gravestone|grave|headstone
beneficiary|beneficiaries|power_of_attorney ~8 die|gone|when_i|if_something|death|after_me|kids|life_insurance|tonight|sunday
password|passwords|pin|safe_code|combination|code|codes ~8 if_something|when_i|after_i|gone|happens|lawyer|envelope|not_here|die|death
money|refund|payout|proceeds|credit ~4 to|for ~3 @kin|charity|hospice|funeral|shelter|them ~6 gone|not|wont|dead|before|anymore|die|last|after|need_it
look|looking|care|caring|looked ~1 after|for ~2 my|the|her|him|them ~1 cat|dog|kids|bird|mother|animals|them|pets|boy|girl|fish|son|daughter
cat|dog|pet|pets|fish|bird ~4 fed|food|feed|home|adopted|shelter|rehomed ~1 !bowl|figure
sold|selling|sell|got_rid ~3 everything|all_my|whole|entire|all_of_it|of_everything ~4 not_need|no_use|no_point|anymore|free|nothing
want ~2 nobody|no_one|not ~2 to ~1 deal|clean|suffer|worry|blame ~6 after|me|this|find|mess|gone
no|not|dont ~2 mess|boxes|debts|debt|burden|parcels|packages|problems ~4 find|behind|deal|left|piling|for_my|after
keys ~3 table|counter|mailbox|envelope
`,
      { facet: 'giving-away', points: 2 },
    ],
    [
      'stopped-caring',
      'high',
      'has stopped caring or trying',
      `
do|please ~1 not ~1 call|reply|ring|phone|look|worry|try|come|bother|send ~3 me|for_me|about_me|back|to_stop|to_find|anyone|replying|answering|looking|calling ~1 !again_about|with_offers|in_the_morning|marketing|before|after|during|at_work|on_my_work
written|wrote|left|writing a|my|the note|letter ~1 !to_thank|for_the|to_the|on_the|in_the|with_the|saying|about|to_seller|of_thanks|from
stopped|stop|quit|given_up ~1 caring|trying|eating|fighting|asking|sleeping|hoping|taking_my_pills|answering_the_phone|going_out !to_buy|to_bid|to_contact
not ~1 care ~1 anymore|about_anything|what_happens|if_i|any_more|about_myself|about_me|whether_i
what_happens to me
nothing ~2 feels|matters|helps|makes|left|lasts ~3 anymore|me|anything|like_anything|happy|real|sense
feel|feels|felt ~2 nothing|empty|numb|like_a_ghost|already_dead|like_a_failure|unwanted|hated|unloved|like_nothing|disgusting
everything ~2 hurts|dark|black|gone|grey|gray|pointless|over|lost|too_much|falling_apart|collapsed|hopeless ~1 !in_the_box
ashamed|shame|guilt|guilty|humiliated|disgusted ~3 of|with|what|to|myself|live|is|spent|lost ~1 !pleasure
who ~1 would ~1 even? ~1 care|miss|notice|blame
lie|lying|laying|sit|sitting ~2 here|bed|dark|floor|bathtub|bath ~6 think|thinking|dark|crying|wondering|staring|alone|night
alone ~2 tonight|now|here|world|in_this|again|always|forever|with_my_thoughts|in_the_dark|in_the_house !figure|stands
cannot|can|could not ~1 stop|sleep|eat|breathe|cope|function|face|look|live|get ~3 crying|anyone|anymore|myself|people|family|shame|her|them|mirror|day|bed|loss
cant|not ~2 face ~2 another|tomorrow|day|it|her|him|family|people|anyone|them|telling|christmas|this
not ~1 strong enough
not ~2 enough ~1 strength|left|fight
not ~3 anyone|anybody|any_one ~2 with me|left|here|else
no|nobody|no_one ~2 one? ~1 is|to|answers|answered|asks|came|calls|called|checks|talks|speaks|visits|writes|replied|cares|listens|believes ~2 me|talk|anymore|on_me|here|with ~1 !about_the_order|for_the_parcel
one|single|real ~1 human|person ~3 answer|answered|talk|listen|hear|care|cared|kind
please someone|anyone|somebody ~1 ~2 talk|help|answer|listen|anyone|care
everyone|people|they|you_all ~3 happy|glad|relieved|satisfied|celebrate ~3 when|if|once|now ~3 gone|dead|i_am|over
hate ~1 what|who ~1 i ~1 have? ~1 become|am
lost|lose|losing|ruined|destroyed|wasted|threw ~2 my? ~1 life|future|family|everything|mind|reason|everyone|marriage|faith ~1 !jacket|magazine|savings|in_transit
life|future ~2 ruined|destroyed|over|finished|gone|wasted|wreck|mess ~1 !sale
voices ~3 tell|telling|say|saying|head|louder|stop
noise ~3 head|stop
`,
      { facet: 'hopeless', points: 1 },
    ],
    [
      'despair-more',
      'urgent',
      'is at the end of their strength',
      `
i ~2 at ~1 rock|lowest|darkest ~1 bottom|point|place
darkest|lowest|worst ~1 place|hour|point|days|night|thoughts ~1 !price|offer|bid
thoughts ~3 dark|bad|scary|scaring_me|hurt|death|dying|ending|black|terrible|horrible|not_good
having ~1 thoughts|really_bad|very_dark
scared|afraid|frightened ~2 of|by|what ~2 myself|my_own_thoughts|my_thoughts|i_might|what_i|i_will_do|i_may|i_could_do
had enough ~1 !of_your|of_this_seller|of_this_app|of_the_excuses|of_waiting|of_the|of_these|bids|time|money|stock|of_this_site|of_this
why ~1 am i ~1 still ~1 here|alive|breathing
why ~1 i ~1 am|was|still ~1 still|even|ever ~1 here|alive|born
`,
      { facet: 'cannot-go-on', points: 3 },
    ],
    [
      'despair-maybe',
      'urgent',
      'is at the end of their strength',
      `
i ~1 just? ~1 want|wanted|need ~2 it|this|everything|pain|noise|voices|all ~2 to ~1 stop|end|over|be_over|go_away|go_quiet ~1 !buzzing|sending|charging
not ~2 see|know|find|think|have|be ~3 way|other_way|any_way|future|a_future|tomorrow|point|reason ~1 forward|out|anymore|left|except|but|other|on|to|through|for_me|in
not ~1 want ~1 one|a_future|tomorrow|any_of_it|to_know ~1 ~1 anymore
breaking|reached|past|beyond|over ~2 point|limit|edge|brink|end
on|over|at the|my edge|brink|ledge|last_legs
end of my !patience|shift|lease|contract|subscription|trial|street|driveway|budget|auction|stream|show|list|holiday|vacation|week|day|workday|message|email|comment|bid|term|semester|rant|review|story_here|question|complaint|membership|road_trip|sentence|rope_light
want|need ~1 out
had|have ~1 enough ~1 of_everything|of_it_all|of_life|of_this_life|of_being|and_i|now_and ~1
beyond|past help|saving|caring
too late ~2 for_me|to_save|now_for|anyway
it ~1 is|was ~1 too|just_too|all_too much ~1 !for_a|for_shipping|for_the_card|money|postage|to_pay|for_that|for_this_card
not ~1 good|safe|okay|ok|alright|well|right ~1 ~2 at_all|tonight|anymore|inside|today|right_now ~1 !to_ship
i ~1 not ~1 okay|ok|alright|coping|doing_well|doing_good|doing_ok|doing_okay|well ~1 !with_the_price|with_this_price|with_that|with_paying|with_this_decision|to|with
save|saving me
such a ~1 failure|burden|disappointment|waste|disgrace|loser|coward|mess|idiot_and_i
let|letting|giving|gave everyone|everybody|them|her|family ~1 down ~1 and|again|i|for
head|mind|brain ~3 not|wont|never ~1 shut|stop|quiet|rest|leave
got|get|getting|gets|getting me ~1 up|out_of_bed|through ~1 !to_speed|by_email
everything hurts|ached|aches|crumbled|collapsed|collapsing|went_dark
scared|afraid|terrified|dread|dreading ~2 of|about ~1 tonight|the_night|nights|being_alone|going_home|waking|tomorrow
every|each day|night|morning ~6 harder|worse|fight|struggle|battle|die|dying|why|pain|cry
i ~3 broke|broken|snapped|cracked|relapsed|collapsed ~1 last_night|again|today|down|this_morning|inside ~1 !box|glass|case|it|seal|slab|record
`,
      { facet: 'cannot-go-on', points: 2 },
    ],
    [
      'means-more',
      'urgent',
      'speaks of a means of ending life',
      `
i|have|got|bought|my|the ~3 rope|noose|pills|gun|razor|knife|blades|bullets|helium|charcoal ~6 letter|note|ready|here|tonight|goodbye|done|want|end|everything|enough|waiting|last
enough ~2 pills|to_do_it|in_the_cabinet|to_sleep|tablets
`,
      { facet: 'method', points: 3, yields: ['idiom', 'past', 'fiction', 'title'] },
    ],
    [
      'means-maybe',
      'urgent',
      'speaks of a means of ending life',
      `
train|railway tracks|line|platform|bridge ~2 ~4 behind|near|by|close|thinking|tonight
thinking|think|thought ~2 about|of ~3 tracks|bridge|cliff|river|pills|rope|gun|train_line|roof|ledge|water|razor ~1 !for|set|card
recorded|wrote|written|left|finished ~2 my|the ~1 tapes|note|notes|goodbyes|will|goodbye
everything|all|it ~1 is? ~1 ready|set|planned|prepared|in_place ~3 tonight|goodbye|do_it|me|now|sorry|finally
`,
      { facet: 'method', points: 2, yields: ['idiom', 'past', 'fiction', 'title'] },
    ],
  ],
);
