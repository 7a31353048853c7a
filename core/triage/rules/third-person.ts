import { family } from '../rule.ts';

/** Somebody else may end or harm their own life; a witness writes. */
export const THIRD_PERSON = family(
  'third-person',
  { category: 'self-harm', yields: ['negation', 'idiom', 'title', 'fiction', 'past'] },
  [
    [
      'may-die',
      'emergency',
      'reports that somebody else may end their life',
      `
kill|killing|kills|hang|hanging|drown|drowning|shoot|shooting|stab|stabbing|poison|poisoning|harm|harming|hurt|hurting|cut|cutting|off|offing|burn|burning himself|herself|themselves|himself_live !on_the|killed
end|ending|take|taking|ends|takes ~1 his|her|their ~1 own? life|lives !savings
end|ending|ends it ~1 all
@person ~5 will|going_to|gonna|about_to|want_to|wants_to|wanted_to|planning_to|threatening_to|threatens_to|threatened_to|plans_to|ready_to|might|said|says end|ending it !early|with|by|at|before
@person ~6 want|wants|wanted|wishes|wish|going|ready|hoping|deserves|rather|trying|about|hopes|better ~2 die|be_dead|was_dead|were_dead|not_exist|was_never_born|not_to_be_alive !for|of|from
@person ~6 not ~2 want|wants|wish|wishes|wanna ~2 live|be_alive|be_here_anymore|exist|wake_up|be_here|go_on !in|at|with|near
@person ~4 suicidal
@person ~6 commit|committing|of|by|about suicide !squad|kings|prevention|in_the_film|girls|king|charity
suicidal friend|buyer|seller|user|customer|host|person|streamer|bidder|message|messages|comment|comments|post|posts|note
suicide ~3 on_stream|on_camera|live|in_the_chat|in_chat|note|message|threat|threats|attempt
threatening|threatened|threatens|threat|talking|talks|talked|mentioned|hinted|hinting|joking|spoke|speaking|tried|attempted|attempting|saying ~3 suicide|kill_himself|kill_herself|ending_it|ending_his_life|ending_her_life|end_it|end_his_life|end_her_life|kill_themselves
@person ~6 took|taken|swallowed|taking|drank|swallowing|popping|downed|downing|popped ~4 pills|overdose|bleach|something|poison|too_much|whole_bottle|all_his|all_her|a_bottle !photo|photos|item|from_my|off|out_of_the_box|time|with|from_the_lot|out
@person ~6 overdosed|overdosing|overdose|oding
@person ~8 do|doing ~1 something|anything stupid|drastic|terrible|to_himself|to_herself|to_themselves|bad_to
he|she|they ~2 self harm|harming|harms|harmed
@person ~2 left|leave|leaving|posted|found ~3 note|goodbye|letter ~1 !on_the_box|in_the_box|in_the_package|with_the_card|feedback|in_the_parcel|saying_thank|saying_thanks|with_the|for_the_buyer|item|order
his|her|their|a ~1 suicide|goodbye note|letter|message|video|post
@person ~6 goodbye ~4 forever|everyone|strange|weird|last|final|scared|worried|crying|all|hung|stopped|ended|offline
@person ~8 last|final ~1 stream|show|break|purchase|night|post|day|message|sale|goodbye ~3 on_earth|ever|alive|goodbye|his_life|her_life|of_his_life|of_her_life
said|says|saying ~6 see_you|see_u|see_yall|meet_you ~4 other_side|next_life|hell|heaven|afterlife
@person ~6 gun|knife|rope|noose|razor|blade|bag ~4 his|her|their|to|around|over head|mouth|throat|wrist|wrists|neck|temple|own|himself|herself
gun|pistol ~1 to|at|against ~2 his|her|their|own|someone's|somebodys ~1 head|temple|chin|mouth
@person ~4 standing|sitting|stood|climbed|walked|is|on|went|threatening|hanging ~4 ledge|roof|bridge|rooftop|tracks|railing|overpass|cliff|balcony
@person ~4 jump|jumping|jumped ~2 off|from|in_front_of|in_front|out_of ~3 bridge|roof|building|train|window|balcony|ledge|cliff|tower|tracks|car|traffic
cut|cutting|slicing|slashing|burning|carving ~1 her|his|their ~1 arm|arms|wrist|wrists|leg|legs|thigh|thighs|skin|hand !off_the
@person ~6 cut|cutting|cuts|slit|slitting|sliced|slashed|slashing|burning ~2 arm|arms|wrist|wrists|legs|leg|herself|himself|themselves|throat|thigh|veins !on_the_box
@person ~8 give|gives|gave|giving|given|sold|selling|sell ~3 everything|away|whole|entire|all ~8 goodbye|worried|funeral|other_side|other_side|die|crying|note|see_you|not_answering|not_need|stupid|strange|sorry
sold everything
paid|arranged|planned|booked|prepaid ~3 funeral|cremation
better off|place without him|her|them
@person ~4 no|nothing|not ~2 reason|will|live|point ~2 to|for|in ~1 live|living|go_on|be_here
worried|scared|afraid|fear|concerned|think|frightened|believe ~6 he|she|they|him|her ~4 hurt|kill|harm|end ~1 himself|herself|themselves|it|his_life|her_life|themself
point|points|pointed|pointing|pulled|pulling|waved|waving|aimed|aiming ~2 gun|knife ~1 at|on|in
@person|friend|kid|teen ~6 talk|talking|talks|said|says|saying|spoke|mentions|speaks|feels|posting|posted|wrote ~4 not ~2 want|wanting|be|wishing ~3 be|live|here|around|alive|exist|wake
@person ~4 said|says|saying|told|wrote|typed|posted|messaged ~8 be_gone|not_be_here|not_be_alive|be_dead|with_grandpa|no_longer_be|goodbye_forever|last_one|never_wake|tired_of_living|done_with_life|end_it_all|join_his|join_her|be_with_god|want_to_sleep_forever|everything_ends|give_up_on_life|had_enough_of_life|die_tonight|dying_tonight|no_point_in|nothing_to_live|over_by_tomorrow|see_his|see_her
@person ~10 be ~1 with ~2 mother|father|grandpa|grandma|wife|husband|him|her ~1 soon|again|in_heaven|now
cuts|scars|cut_marks|slashes|wounds|burns ~3 on|all_over|along|up ~3 arm|arms|wrist|wrists|legs|thighs !box|the_figure
not ~1 alive ~1 when
!a|give|gives|gave|given|hobby|company black eye ~1 !to|on_the_hobby|peas|beans
has|had|have|with|got ~1 a black eye
bruises ~3 on|all_over|face|arms|neck|her|his
typed|wrote|mouthed|whispered|said|written|signed|begged|asks|asked|spelled|spelling ~1 help|help_me|sos|save_me
flinch|flinches|flinched|cowered|cowering
nobody|no_one ~3 seen|heard ~3 her|him|them|since|from_her|from_him ~3 since|yesterday|noon|morning|hours|days|night
not ~2 seen|heard ~3 since ~3 noon|yesterday|morning|last_night|hours|days|she_left|he_left
worried|scared|afraid|concerned|fear ~2 for|about ~3 his|her|their safety|life|wellbeing|mental|state
missing ~6 sold|left|keys|phone|note|collection|yesterday|wallet
not|wont|stopped|isnt|is_not ~2 answering|answer|respond|responding|picking|pick|replying ~3 pills|overdose|note|goodbye|gun|suicid*
@person ~6 has|got|have|holding|bought|with|shows|showing|showed|tying ~2 rope|noose|razor|pills|gun ~8 stop|nobody|goodbye|end|himself|herself|die|tonight|sorry|neck|crying|alone|ready|done
rope|noose|razor|pills ~6 nobody|stop|cant|cannot|no_one ~4 stop|help|save ~1 him|her|them
phone ~3 off|dead|disconnected|silent ~8 worried|scared|reach|help|note|kids|goodbye|please ~1 !charger
turned|switched|shut ~1 off ~2 phone ~12 worried|scared|help|goodbye|reach
worried|scared ~3 about|for ~1 him|her|them ~1 !selling|order|shipping|scamming
last ~1 order|purchase|stream|message|show ~8 sorry|kind|goodbye|end|ended|thank|forgive
locked|locks ~1 himself|herself|themselves ~1 in
do|request|please|ask|send|need|arrange ~2 welfare|wellness|safety check !was|embarrassing
please|can|someone|somebody|you|need|needs|must|should|should_i|do_i|to|pls ~2 call|send|contact|alert|notify|ring|phone|get ~2 police|ambulance|911|999|112|emergency|paramedics|cops|authorities|help_to_him|help_to_her|somebody_to_him !report_number|about_my_refund|report|about_the_fraud|for_the_fraud|over_this_scam|on_the_seller|about_this|regarding|if_i_do_not_get
call|called|calling 911|999|112|ambulance
ambulance|paramedics|paramedic ~4 coming|way|called|here|took|on|arrive|with|working !toy|model|card|corgi|matchbox|dinky|die_cast
`,
    ],
    [
      'collapse',
      'emergency',
      'reports somebody unconscious, hurt or missing',
      `
shooting|stabbing|gunman|shooter|explosion|stampede ~4 at|in|outside|near|on ~4 show|event|night|meetup|convention|store|venue|hall|mall|expo|studio|shop|fair|lobby|warehouse ~1 !game|star|range|gallery|video|scene
there|been|is|was|just|heard|active ~3 shooting|stabbing|gunman|shooter !star|game|range|match|gallery|foul|guard|for|an|a|video|stars|me|him|you
people|men|guys|someone|somebody|kids|man|woman|person ~1 are|is|went|got ~1 down|hurt|bleeding|shot|dying|screaming|unconscious|trapped ~1 !for|to_earth|by_a_bid|by_price
breathing ~1 weird|funny|strange|slow|shallow|slowly|weirdly
had|has|having ~1 a? stroke|heart_attack|seizure|overdose ~3 on|live|now|air|camera|stream|here|front ~1 !in|years
face|mouth|arm ~2 drooped|drooping|droops|gone_numb|went_numb|is_numb
slurring|slurred|gibberish ~3 words|speech|talking|speaking|help|live|stream
air|oxygen ~2 running|runs|ran|run ~1 out ~1 !of_the_tank
afraid|scared|fear ~2 for ~1 my ~1 life
unconscious|unresponsive|passed_out|collapsed|fainted|seizure|convulsing|seizing|not_breathing|stopped_breathing|no_pulse|overdosed|foaming|blue_lips|lips_are_blue|turning_blue|turned_blue|not_responding|motionless !shelf|box|display|seller|to_my|stand|stitching|to_messages|to_emails|roof|support|market|in_transit
not|can_not|could_not|cannot|stopped|struggling|trouble|hard|hardly|difficulty|barely|cant ~2 breathe|breathing|wake|waking ~1 !him_up_at|early|up_early|room|down_my_neck
fell|fallen|slumped|collapsed ~5 stream|camera|live|chair|floor|not_moving|stopped_moving ~5 not|nobody|help|moving|blood|ambulance|response
not moving|waking|woke|wake|move
bleeding|blood ~3 everywhere|lot|heavily|stop|badly|face|head|camera|floor|a_lot|out|profusely|all_over
is|am|having|are ~1 having|had ~1 a? ~1 heart_attack|stroke|seizure|overdose !when_i_saw|looking|at_the_price|almost|nearly
has|have|is|are|been|went|gone|was missing ~3 since|for|child|kid|person|teen|girl|boy|after
missing child|person|kid|teenager|girl|boy|daughter|son
@kin ~3 is|has|went|gone|been|are missing !card|piece|part|from_the_package|from|out_on|a|her|the|his
@kin|she|he ~4 not|never|hasnt|has_not|didnt|still_not ~1 come|came|returned|back|been ~1 home|back|seen|heard|house !in_stock|to_me_about_the_refund|with_an_offer|with_a_price
@kin|she|he ~8 went|going|gone|left|meet|meeting|met ~6 buyer|seller|stranger|someone|man|guy|collector|user|trade ~10 not|phone|hours|missing|answering|home|back|reach|disappeared|since !yet_paid|shipped|to_pick_up_the
@kin|he|she|husband ~3 not ~2 answer|answering|pick|picking|reply|replying|answered ~6 phone|calls|texts|since|worried|hours !email|emails|my_message|my_messages|my_emails|from_the_seller|to_my_offer
phone ~2 off|dead|straight_to_voicemail|voicemail ~8 worried|note|missing|last|goodbye|scared|hours|met
note ~4 phone ~3 off
@kin|friend ~4 disappeared|vanished !from_my_account
went ~2 meet ~4 buyer|seller|stranger|collector|man|guy ~12 not|phone|missing|answering|home|back|since !pay|paid
not ~1 come|came|returned|back home ~4 after|since|from|last_night|yesterday|meeting|all_night
screaming|screamed|screams|shouting|crying|yelling|cries ~8 cut_off|went_dark|ended|dark|hit|hurt|hurting|help|stop|police|blood|stream_stopped|went_black|crash|bang|bangs|gunshot|thud|off !card|pull|with_joy|goal
gunshot|gunshots|shots_fired|heard_shots|gunfire|heard_a_shot|heard_a_bang !sound_effect|game
@they ~6 hit|hits|hitting|punched|punching|slapped|slapping|choking|choked|strangling|strangled|beating|beats|kicked|kicking|grabbed|grabs|dragging|dragged|attacked|attacking|hurting|threw|stabbed|shot|raped|raping|molested|assaulted|assaulting|abusing|pushed ~2 her|him|his|the|a|them|me|my|their|woman|girl|boy|child|kid|man|someone|host|streamer|wife|girlfriend|boyfriend|husband|another ~2 !boxes|box|cards|packaging|receipt|certificate|slip|up_on|bid|price|reserve|a_message|buy_it_now|limit|up|bids|button|offer|by_one|to_the_lot|to_it|record|jackpot|with_a_strike|high|watch|bids|an_email|price|me_with|me_up
hurting|beating|hitting|abusing|attacking|choking|strangling|raping|holding ~1 her|him|them|kid|child|woman|girl|boy|wife
by the|her|his|my throat|neck|hair
thrown|pushed ~2 wall|stairs|downstairs
someone|somebody ~3 being|is|getting|was ~1 hurt|beaten|attacked|abused|held|assaulted|kidnapped|stabbed|shot|raped|strangled
@kin|she|he|host|streamer|they ~4 being|is|getting|was ~1 beaten|attacked|abused|assaulted|kidnapped|stabbed|shot|raped|strangled|tortured !up|price
`,
      { category: 'violence' },
    ],
  ],
);
