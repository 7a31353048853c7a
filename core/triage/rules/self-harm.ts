import { family } from '../rule.ts';

/** The writer speaks of ending or harming their own life in plain words (C-SSRS: ideation, intent, plan, act). */
export const SELF_HARM = family(
  'self-harm',
  { category: 'self-harm', yields: ['negation', 'past', 'idiom', 'title', 'fiction'] },
  [
    [
      'kill-self',
      'emergency',
      'speaks of killing themselves',
      `
kill|kills|killing|hang|hanging|drown|drowning|stab|stabbing|shoot|shooting|poison|poisoning|gas|gassing|unalive|suffocate|suffocating|electrocute|starve|starving|strangle|off|offing|delete|choke myself|ourselves !mentally|with_laughter|in_the_foot
kill|killing me_myself
kill|killing|hang|hurt|hurting|hanging|harm|harming|cut|cutting|shoot my self
do|doing away with myself
finish|finishing|end|ending myself|my_suffering|my_misery|my_pain|this_pain|the_pain
make|making myself disappear|vanish
blow|blowing|shoot my|me ~1 brains|head|self
put|putting a? bullet|gun|round ~1 in|through|to|into|against my|me !head_off
gun|barrel|knife ~2 to|against|in|at my head|temple|mouth|throat|wrist|wrists|chin
noose|rope ~3 my|neck|ready|ceiling|rafters|beam|tied|garage
tied|tie|tying|made|make|got|bought|bring ~2 noose
catch the bus !to|home|into|from|at|back|for
unalive|unaliving ~1 myself
i|me|want|wanna|going|gonna|to|about ~4 unalive|unaliving !him|her|them|you|that|some|a|the|your|someone|people|kings|king|girls|doors|prevention
commit|committing|commits suicide|sudoku|seppuku|die|harakiri
self suicide|delete|exit|deletion|terminate|termination
permanent|final solution ~3 problem|problems|me|pain
i ~3 choose|chosen|chose death|to_die
check|checking out permanently|for_good|forever|of_life|early
`,
    ],
    [
      'end-life',
      'emergency',
      'speaks of ending their life',
      `
end|ending|ends|ended|take|taking|finish|finishing my ~1 life !savings|of|work's
end|ending it|this|things|everything ~1 all !by|together
end|ending it|this|things|everything ~1 tonight|today|now|tomorrow|soon|myself|forever|permanently|already
end|ending|leave|leaving|exit|depart|departing this|my ~2 existence|life|world|earth|planet !savings
want|going|need|ready|decided|about|time|planning|think|thinking|gonna|rather|plan to|of|about ~1 end|ending it !early|with|by|at|now_with|before|and_start
my ~1 life ends|is_over|is_finished|must_end|has_to_end|should_end !at|when
no more life|living|me
opt out of life|living|existence
`,
    ],
    [
      'want-to-die',
      'emergency',
      'says that they want to die',
      `
i|me|we|really|just|honestly|literally|truly|only|still ~2 want|wish|hope|need|prefer|deserve|ready|prepared|love|like|going|decided|hoping|wishing|wanting|pray|praying|begging|longing to ~2 die|perish !for|of|from|laughing|on_this_hill|hard|happy|a_legend
want|wanted|wanting|wish|ready|wishing|deserve|choose to ~1 die !for|of|from|laughing|on_this_hill|hard|happy|in|by
want|wanted|wish|deserve|prefer|rather|better|hope|hoping|wishing ~2 be|am|was|were|being dead !serious|on|honest|certain|sure|set|right|wrong|simple|easy
wish|wishing|hope|prefer|want i|me ~1 dead|died|gone|were_never_born|was_never_born|would_die|could_die|did_not_exist|was_not_alive|were_not_alive|were_not_here|was_not_here|could_disappear|could_vanish|would_not_wake_up|do_not_wake_up|never_existed|not_here|could_just_disappear|do_not_survive|never_wake_up|never_woke_up|had_never_been_born
i rather|better|should ~1 die|be_dead|dead !than_pay|for|of|than_buy|than_deal
better ~1 dead !than|on|or
let me|us die
i ~2 should be dead|not_be_alive|have_died
i ~2 am|feel|felt|been|was ~2 dead inside
death is|would_be|seems|looks|feels|sounds ~3 only|relief|peaceful|easier|answer|option|way|better|kinder|inviting
going|about|ready to die !for|of|laughing|from|if|hard|waiting
i|me will|shall|am ~1 die|dying tonight|today|tomorrow|soon|alone|by|here|anyway
tonight i|we die
i ~1 thinking|thought|think|dream|dreaming|fantasise|fantasising|fantasize|fantasizing|obsessed ~2 death|dying|being_dead|my_own_death !metal|of_laughter|note|star|eater
i ~1 ready|prepared|time to ~1 go|leave|meet ~1 my_maker|for_good|forever|this_world|god|my_god
go|going|get|getting ~1 to|for|into ~1 sleep|bed ~4 not|never ~2 wake|waking !up_early|on_time
sleep|rest forever|for_good|permanently|for_ever|eternally
never|not ~1 wake|waking up ~1 again|tomorrow|ever|from|anymore|tbh
fall|go|drift|want|like|love ~1 asleep|to_sleep|sleep ~4 never|not wake|waking
hope|wish|pray ~3 not|never ~1 wake|waking
`,
    ],
    [
      'not-want-to-live',
      'emergency',
      'says that they do not want to live',
      `
not|no|never|nor|neither|cannot|hardly|stopped ~2 want|wanting|wish|care|longer|interest|desire|wanna|like|deserve|feel|planning|plan|intend|intending ~2 live|living|exist|existing|be_alive|being_alive|stay_alive|breathe|breathing|wake_up|survive !in|with_my|at|near|without_it|up_early|there|close|next|alone_with|chat|stream|streaming|streams|shows|show|bid|auction
not|no|never ~2 want|wish|longer|care|wanna ~2 be|stay|remain here|around anymore|at_all|any|no_more|any_longer
not|no|never ~2 want|wish|longer ~2 be|stay here|around !for|at|when|on|long|in|next|until|because|to_argue|all|waiting
not|never ~1 want|wish ~1 be|remain|stay|exist in|on this|the world|earth|planet
no|without|lost|lose|losing|losing_the|any|little|zero ~2 will|desire|wish|reason|reasons|point|purpose|motivation|energy|strength|cause ~1 to|for|in|of ~1 live|living|go_on|exist|existing|existence|keep_living|stay_alive|be_alive|life|be_here|keep_going|wake_up|wake|get_up|get_out_of_bed|carry_on|being_here|being_alive|continue|staying|stay_here|going_on|keep_breathing !with_the_auction|bidding|online|support
nothing|no_one|nobody|none|anything|little ~3 live|living for
nothing|no_one|nobody ~3 stay|stick_around|hang_on|hold_on|go_on|carry_on for
tired|sick|weary|exhausted|fed|enough|done|over|finished|through|hate|hating ~2 of|with|from|up ~2 living|life|being_alive|existing|existence|breathing|being_here|fighting|trying|the_pain !savings|with|in_a_small|in|at|size|like_this_app
hate|hating|loathe|despise ~1 my_life|being_alive|my_own_life|existing|myself|living|waking_up
can|could not|hardly|barely ~3 live ~1 like_this|anymore|with_myself|another_day|any_longer|without_her|without_him|any_more|with_the_shame|with_the_guilt|with_what
life|living is|has|seems|feels|became|ain|hurts ~3 worth|meaningless|pointless|unbearable|worthless|not_worth|too_much|too_hard|no_meaning|no_point|lost_all_meaning|unliveable|unlivable|hell|empty|torture
not ~2 worth living|being_alive|going_on|staying_alive|it_to_live|the_air
what is the point|use|sense of|in ~1 living|life|being_alive|going_on|carrying_on|existing|anything|it_all
why|should ~3 keep|bother|go|carry|stay|am|be|continue ~2 living|alive|breathing|existing|live
can|could|will not|hardly ~3 go on|further ~1 anymore|any|like|living|longer|without|this|with_this|no_more|much !the|sale|holiday|vacation|trip|site|website|stream|app|strike|your
can|could not|hardly|barely ~2 go|carry on !to|the|sunday|monday|tuesday|wednesday|thursday|friday|saturday|my|that|this_date|those|holiday|with_my|vacation|a_trip|holiday|vacation|site|sale|with_the_order|with_this_order|stream|your|a|my_account
not|no|never ~1 able|way|strength|energy|power|possible ~3 go|carry|keep|continue on|going|living
i|me ~2 done|finished|through with ~1 life|living|this_world|everything|existing|it_all|this_life|being_here|everyone
`,
    ],
    [
      'suicidal',
      'emergency',
      'says that they are suicidal or have suicidal thoughts',
      `
i_am|me|feel|feeling|felt|been|getting|become|becoming|become|bit|pretty|super|very|so|really|kinda|actively|extremely|now|again ~1 suicidal
suicidal ~1 and|because|again|tonight|now|right|over|since|after|today|rn|cause|due|thoughts|thinking|ideation|urges|feelings|help|at|please|lately|when
think|thinking|thought|thoughts|contemplating|contemplate|considering|consider|considered|plan|planning|plans|attempt|attempted|attempting|urge|urges|idea|ideas|option|googling|googled|researching|researched|tempted|talk|talking|wanting|feeling|choose|choosing|only ~4 suicide !squad|prevention|kings|king|girls|charity|doors
suicide is|was|seems|looks|feels|keeps|sounds ~4 only|option|answer|way|mind|solution|better|easier|constantly|creeping|pull
suicide note|letter|plan|pact|attempt !prop|from_the|in_the_film|in_the_movie
driven|drive|driving|pushed|pushing ~2 to suicide|take_my
my ~1 suicide
`,
    ],
    [
      'harm-self',
      'emergency',
      'speaks of harming themselves',
      `
hurting|harming|injuring|punishing|mutilating|burning myself !on|with_the_box|opening|when|lifting|carrying|while_moving
want|wanting|going|might|will|could|urge|urges|afraid|scared|about|thoughts|thinking|feel|feeling|like|need|would|may|tempted|plan|planning|shall|to|started|stop|been ~3 hurt|harm|hurting|harming|injure|cut|cutting|burn|punish|mutilate myself !on_the_box|opening|off|short|some|loose|in_half|out|a
self harm|harmed|harming|harms|injury|injuring|mutilation|mutilating|injure !prevention|awareness|charity|but|filter|flag|warning|policy|category

cut|cutting|slit|slitting|slash|slashing|slice|slicing|open|opening my ~1 wrist|wrists|veins|arms|throat|legs|thighs !on_the|on_a|with_the_box
started|been|start|back|am|keep|stop|again ~2 cutting !on_the|off|it_close|costs|down|prices|corners|out|me_off|cards|fees|board|mat|back
cut|cutting|knife|blade ~2 my_wrist|my_wrists|my_veins|my_arms|my_arm|my_thighs|my_skin !opening|on_the|while
bleeding|bleed out|everywhere|badly|myself !through
bled|blood ~3 from|on my ~1 wrists|wrist|arms
`,
    ],
    [
      'means-now',
      'emergency',
      'has taken or is holding something to end their life with',
      `
i|just|have|already|and|then ~2 took|taken|swallowed|swallow|ate|eaten|downed|popped|gulped|drank|drunk|overdosed|chugged ~4 pills|all_of_them|the_lot_of_them|whole_bottle|entire_bottle|whole_pack|whole_box|bleach|antifreeze|sleeping_pills|too_many|all_my|every_one_of_them|the_bottle|em_all|them_all|rat_poison|poison !vitamins|back|for_my_headache|as_prescribed|and_feel_better
overdose|overdosed|overdosing|od !of_nostalgia|green|on_nostalgia|on_pokemon|on_cuteness|of_cuteness|on_cards|on_sugar|mm|size|is|inches
i|have|got|holding|with|sitting|counted|counting|lined|bottle|bottles|full|handful|stash|saved|saving|hoarding|stockpiled|staring|looking|next|here|these|pile|box|pack|whole ~4 pills|emojipills !arrived|case|box_is|organizer|for_my
pills ~4 in_my_hand|in_front_of_me|beside_me|next_to_me|ready|lined_up|here|on_the_table|on_the_nightstand|right_here|with_me|in_hand|tonight|again|and_booze|and_wine|counted|will_do_it|should_do_it
pills and ~2 booze|alcohol|wine|bottle|gin|rum|whiskey
booze and ~2 pills
loaded|load|loading|cleaned|bought|got|have|holding|took ~2 gun ~6 me|myself|tonight|lap|table|ready|drawer|mouth|hand|end|over
gun|revolver ~2 in_my_mouth|to_my_head|in_my_lap|in_my_hand|on_my_lap|loaded|against_my|under_my_chin|on_the_table|next_to_me|beside_me
i|me|im|am ~4 on|at|standing|sitting|edge|over|near|climbed|off|from|up ~2 bridge|overpass|ledge|rooftop|roof|cliff|train_tracks|tracks|railway|railing|balcony|parking_garage|viaduct|level_crossing !of_the_house|figure|card
jump|jumping|throw|throwing|step|stepping|walk|walking|drive|driving|leap|leaping|fall|falling|run|running ~2 off|of|from|in|into|under|before|out|over ~1 front? of? ~3 bridge|roof|building|train|traffic|window|balcony|cliff|overpass|ledge|tower|tracks|tree|wall|pier|sea|ocean|lake|river|lorry|truck|bus|subway|tube|canyon|quarry|tram|metro|car|floor|edge|storey !ticket
drive|driving|crash|steer|run my? car|truck|bike ~2 into|off ~3 tree|wall|bridge|cliff|river|road|lake|pole|barrier|myself
walk|walking|wade|swim|go|going into the ~2 sea|ocean|river|lake|water|woods ~4 not|never|forever|keep
garage|car ~4 running|hose|exhaust ~4 fall_asleep|sleep|closed|shut|sealed|end
hose|pipe ~2 exhaust
`,
    ],
    [
      'farewell',
      'emergency',
      'says a last goodbye',
      `
last|final ~1 evening|night|day|days|hours|hour|message|email|words|letter|goodbye|post|thing|things|purchase|mail|stream|wish|wishes|bid|note|chat|sunset|meal|birthday|christmas ~4 alive|earth|ever_do|ever_write|ever_send|i_will_ever|from_me|living|breathing|world|life !warranty|size
my last|final day|night|hours|evening|days|moments|minutes|goodbye|words|sunrise|hour|breath !to_pay|of_work|at_work|to_return|bid|of_the_sale|of_vacation|of_holiday|of_school|in_town|at_the|before|for|here_at|with_the_company|in
this|here is|comes ~2 goodbye !to|sale|lot|stream
goodbye ~1 cruel_world|world|everyone|all|forever|for_good|for_ever|my_friends|life|my_friend|everybody
say|said|saying|tell|telling|wanted|want ~4 goodbye ~3 forever|before_i|before_it|to_everyone|my_kids|my_family|one_last|everyone|properly|last|to_someone|to_all
goodbye letter|letters|note|notes|video|message
written|wrote|write|writing|left|leaving|leave|finished|recorded|recording|have ~3 letter|letters|note|notes|video|videos ~3 for|to|behind|on ~3 @kin|everyone|kids|loved_ones|police|whoever|parents|table|bed|goodbye|mom|dad|fridge !santa|thank_you|about
see|meet|catch you|yall|everyone|ya ~3 other_side|next_life|afterlife|in_hell|another_life|heaven|hereafter|valhalla
see_you_on|on|to the other side ~1 !of
by the time ~4 read|reads|get|gets|see|sees|find|finds|answer|open|opens|reply|replies|receive ~3 this|it|me|my ~6 gone|dead|late|matter|not_be_here|be_over|no_longer|over|peace|anymore|free|hurt
when|once|if|after ~2 read|reads|get|gets|find|finds|see this|it|me ~4 dead|gone_for_good|no_longer_alive|gone_forever|not_be_alive|no_longer_here|already_gone|not_be_here
i|me will|would ~2 dead|gone_forever|long_gone|no_longer_alive|not_be_alive|6_feet_under|six_feet_under|in_the_ground|no_longer_exist|no_longer_be_alive|no_longer_be_here|in_a_better_place|at_peace|with_the_angels|in_heaven !serious|set|by_now_if|tired|at|on|in_the_water|right|if_my_wife|when_my_wife|meat|sure|before_this|before_it|by_the_time
no|not ~1 tomorrow|future|next_week|next_month for me !delivery|slot
there will be no me|tomorrow_for_me
will|wont ~1 not be alive|breathing|living !bidding
will|wont ~1 not live|survive|make|see|be ~1 to|through|here_for|another|the|see|it ~1 night|tomorrow|weekend|see|morning|sunrise|christmas|birthday|another_day|another_birthday|the_end_of_the_week|spring|next_week !auction|sale|show|stream|postage|deadline
remember me !for|when|from|as_the_buyer|the_password|on_this|next
forgive|sorry ~3 what_i_am|what_i_have_to|for_what_i|leaving|for_being|for_existing|have_to_do|about_to_do|for_everything
tell ~1 @kin|her|him|them|everyone|people|kids ~4 i_love|i_loved|love_them|love_her|love_him|i_am_sorry|not_their_fault|not_her_fault|not_his_fault|i_tried|it_is_not|it_was_not|was_not_their|sorry
it is not|nobody ~3 her|his|their|your|anyone|nobody|anybody ~1 fault ~4 i|me
this ends|end tonight|today|now|here !at|in|sale
tonight|today|soon|it ~3 ends|end|over|finished ~2 for_me|for_good|forever|once_and_for_all|tonight|my_pain|the_pain|suffering
i ~3 made|making my|peace with|peace ~4 god|it|death|dying|decision|everyone|end !price
i ~2 decided ~3 when|how|go|leave|end|die|to_do_it|the_day|the_date ~3 die|end|do_it|myself|for_good|this_world|it_all|forever
`,
    ],
    [
      'no-future-here',
      'emergency',
      'says that others would be better off or that nobody would miss them',
      `
everyone|everybody|they|world|family|kids|wife|husband|people|you|all|mother|father|son|daughter|who|friends|earth|parents|children|place|children|he|she ~3 better|happier|easier|lighter|relieved ~2 off|place|without|if|when|once ~3 me|i|im|gone|dead !pricing|app|buy|with_a_phone
better off ~1 dead|without_me|if_i|when_i|not_here|gone
better|happier|easier without me !at|on
nobody|no_one|who|anyone|not_one_person|anybody|everyone|hardly_anyone|would_anyone|will_anyone|would_they|not_a_soul|no_soul|somebody ~2 notice|notices|miss|misses|care|cares|cared|cry|remember|mind|find|come|forget|remembers ~1 me|if|when|that|whether|about ~3 gone|dead|die|died|disappeared|disappear|vanished|here|alive|living|me|exist|existed|survived|breathing !bids|miss|order|email
nobody|no_one|not_one|anyone ~2 miss|misses ~1 me !and_win
world|place|earth ~2 without me
burden ~2 everyone|everybody|family|to|on|for|my|them|anymore|others|son|daughter|wife|husband|kids !of_proof|tax|of_the
i|me|am|being|such|just|nothing|become|only|feel ~2 burden !of
i|me ~2 not deserve|worthy|meant ~2 live|be_alive|be_here|life|to_exist|breathe|exist
i ~2 waste|wasting of ~1 space|oxygen|air|skin|life !money
i|just ~3 want|wish|need|like|could|can|going|time|gonna|hope ~2 to? disappear|vanish|not_exist|stop_existing|cease_to_exist|cease|be_gone|fade_away !from_the_list|from_search|off
stop|cease existing|to_exist
i ~2 never ~2 been|be born
insurance ~5 worth_more|pay_out|payout|pays_out|more_dead|if_i_die|when_i|dead|once_i|kids_will|will_take_care
worth more dead
`,
    ],
    [
      'do-something',
      'emergency',
      'fears what they may do to themselves',
      `
do|doing|done something|anything ~1 stupid|drastic|permanent|irreversible|terrible|i_can_not_take_back|to_myself|i_will_regret|bad_to_myself !with_the_price|like_buy
not|dont|never ~2 trust|safe|feel_safe|leave|left|be ~1 myself|with_myself|around_myself|by_myself_tonight|alone_with_my_thoughts|from_myself
danger|risk|threat to myself
going|about|ready to do it ~1 tonight|today|now|this_time|myself|soon
i|me ~2 have|got|had|made|my|with ~1 plan|plans|date|method ~4 die|end|kill|dead|myself|over|it_all|suicide|carry_it_out|how_to_go
today|tonight ~4 have ~1 plan
one|only|no|single|easy|other ~1 way|option|choice|thing|exit|door ~2 out|left|end|exit ~2 of_this|for_me|now|anymore|and|except|i_can_see|left|of_it|but !parcel|auction|refund_me|of_this_contract|of_the_bid|of_this_bid
there|it ~2 no other way ~1 out|for_me|to_stop
only ~2 way ~3 stop|end|peace|escape|free|pain
in crisis|distress|mental_health_crisis !on
mental|nervous breakdown !of
psych|psychiatric ward|hold|hospital|unit|emergency
crisis|suicide|help hotline|line|lifeline|988 !number_on_your|on_your_page|poster
`,
    ],
  ],
);
