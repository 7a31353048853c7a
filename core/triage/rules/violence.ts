import { family } from '../rule.ts';

/** Somebody means to kill or hurt the writer, the writer means to, or a third person is in danger. */
export const VIOLENCE = family(
  'violence',
  { category: 'threat-to-life', yields: ['negation', 'past', 'idiom', 'title', 'fiction'] },
  [
    [
      'death-threat',
      'emergency',
      'reports a threat to kill or hurt somebody',
      `
@they ~6 @will ~2 @kill|@hurt ~2 me|us|myself_and|my_family|her|him|them|themselves|you|everyone|our !with_kindness|on_the_price|up_with|with_fees|a_card|my_feedback|my_rating|on_price|in_the_bidding|to_it|my_reputation|your_reputation|my_bid|the_price|in_the|by_a
@they ~4 @will ~2 @kill|@hurt ~2 my ~3 @kin|house|home|@body|car|face|shop|kids !reputation|sales|business|rating|feedback
@threat ~4 me|us|my|our|to|him|her|them|with ~4 @kill|@hurt|death|gun|knife|violence|@kin|life|harm|acid|physically|bomb|harming|shooting|set
@threat ~2 @kill|death|violence|@hurt !of_legal|of_lawsuit|spiral
death|bomb|shooting|rape|kill|physical|violent|knife|gun|acid threat|threats
i ~2 got|getting|received|receiving|receive|been|get|had|have|am ~3 threat|threats !of_legal|of_a_lawsuit|to_sue|of_chargeback|of_negative|of_a_chargeback|to_leave|of_bad|of_a_dispute|to_report|about_feedback|of_negative
i|me|we|us|being|been|feel|felt|am|is ~1 threatened !to_leave|to_sue|with_legal|with_a_lawsuit|with_a_chargeback|to_dispute|with_negative|with_bad|legal|to_report|with_a_bad|to_open|to_file|to_cancel|to_return|with_feedback|with_a_negative|with_a_dispute|to_give|me_with_a_bad|by_your_terms
threatening|threatened|threatens ~2 me|us|my|our ~1 !with_legal|with_a_chargeback|with_negative|with_a_lawsuit|with_a_bad|to_leave|to_sue|to_dispute|to_open|to_report|to_give|with_bad|to_file|with_a_negative|with_a_dispute|that_he_will_leave|to_cancel|with_court|over_feedback|feedback
threatening messages|texts|emails|calls|dms|letters|comments|phone|message|email|voicemail|voicemails|letter
i|we ~3 fear|afraid|scared|terrified|worried|frightened ~3 for_my|for_our|for_her|for_his|for_their|of_him|of_her|he_will|she_will|they_will|to_go|to_leave|to_sleep|someone_will|hurt|kill|my_life|come|coming_to|will_find|for_us|to_open_the_door ~2 !card|item|missing|package|money|out|deal|bid|arrive
life|lives|safety|family ~2 in danger|jeopardy
killed|hurt|stabbed|shot|jailed for ~1 less
speak|talk|use ~2 with ~2 fists|fist
eat|eating|fed|feed|drink ~2 through ~1 straw|tube
said|say|says|saying|kiss|hug ~1 goodbye ~1 to ~1 their|your|his|her|ur ~1 family|families|kids|wife|husband|children|loved
disappear|vanish ~3 you|me|him|her ~1 !from_the
make|makes ~1 me|you|him|her|us ~1 disappear|vanish|regret|suffer|cry|beg|sorry ~1 !the_listing
been|being|was|is|got|were|get|gets ~2 slapped|hit|punched|beaten|kicked|choked|strangled|stabbed|shot|attacked|assaulted|raped|grabbed|burned|whipped|shoved ~2 by|again|twice|off|in_front|on ~2 man|husband|boyfriend|him|someone|screen|camera|stream|father|he|partner|her|two|a_guy|a_person|stage|live|her_own ~1 !fees|price
do|did|does ~1 something|things|anything ~1 to ~1 my|our|your ~1 @kin
@they ~3 tried|tries|trying|rattled|rattling|pulled|pulling ~2 door|handle|doorknob|window|lock
enjoy|enjoyed|hope|was|be|have ~4 your|ur|his|her|my ~1 last ~1 christmas|birthday|meal|day|days|summer|breath|night|weekend|holiday ~1 !order|bid|email
better|should ~2 move ~1 house|away|town|city|out ~4 ~1 because|before|if|coming
because|cause|cos|and|yes i|we|they ~1 am|are ~1 coming ~1 !to_the|along|by_train|from|with_my_wife|back|over_for
rip|tear|ripping|tearing ~2 throat|head|heart|arms|face|tongue|eyes|spine|limbs ~1 out|off|apart
unsafe ~2 home|house|here|right_now|with_him
not ~1 feel safe|secure ~1 !paying|buying|sending|using|with_this_seller|shipping|giving|entering|selling|sharing|with_my_card
you|ur|your|yours|youre|he_is|she_is ~1 dead ~1 when|if|man|meat|soon|bitch|to|tomorrow|once|wait|mate|b|i_find
dead man walking|when
you|ur ~3 will|going ~2 die|bleed|burn|suffer|pay_with|never_see|be_dead|wish_you_were_never !on_this_hill|laughing|when_you_see|of_laughter|too|for|for_this|from
watch|check|looking_over|look_over your|my|ur|his|her ~1 back|backs|shoulder|step|steps|mouth|your_family !button|of_the_card|issue|order
your|my|ur|our|his|her ~2 @kin ~2 is_next|are_next|will_be_next|not_safe|not_be_safe|be_safe|dies|dead|pay|will_die|will_suffer|will_pay|gets_hurt|get_hurt|will_regret !to|when|tracking|card|ship|for_the
@they ~3 know|knows|found|find|finds|knew|tracked|has|got|have|figured|looked ~4 where ~1 i|we|you|my|our|she|he|u ~2 live|lives|work|works|sleep|park|kids|school|daughter|son|stay|house|are
know|knows|found_out where ~1 i|we|you|u|my|our|your ~2 live|lives|work|sleep|school|are|hang|house|kids !available|shipping
i ~1 know|found|have ~3 where ~1 you|he|she|they|u|your|that|the ~3 live|lives|work|works|sleep|office|house|sleeps|located !animals|the_card|this|item
come|comes|coming|came|drive|drives|driving|show|showing|turn|turning|turned|fly|flying|pull|going|visit|wait|waiting|head|heading|drop|swing ~4 house|home|door|place|office|shop|store|work|school|hq|headquarters|warehouse|address|apartment|building|studio|street|kids|booth|over|up|down|here|there|round|after|for ~6 @kill|@hurt|knife|gun|bat|gasoline|petrol|sorry|pay|bleed|friends|boys|deal_with|settle|sort|end|personally|regret|lesson|bullet|burn|weapon|hammer|axe|crowbar|revenge|blood|in_person|fire|teach|laughs|laughing
come|comes|coming|came|show|showed|showing|turn|turned|drive|driving ~3 after|for|at|to|get|find ~2 me|my_house|my_home|my_family|us|my_kids|you|your_house|my_door|my_place|my_work|my_wife|your_family|your_kids|your_home|our_house !for_damages|for_the_money|for_every|for_what_you_owe|for_fraud|for_a_refund|for_my_money|for_costs|with_a_better|on_time|with_a_chargeback|with_a_lawsuit|with_lawyers|with_my_lawyer|with_a_lawyer|in_court|in_small|legally|with_a_bad|with_everything_the_law|with_a_refund|through_the_app|tomorrow_by|in_the_mail|in_a_box|the_parcel|with_the_parcel|package|in_two
with ~2 gun|knife|bat|baseball_bat|axe|hammer|crowbar|weapon|acid|gasoline|petrol|emojiknife|emojigun ~3 if|and|until|at|unless|to|outside|when|over|because
@they ~4 has|have|had|got|carrying|pulled|pulling|pointed|brought|waving|holding|wielding|shows|showed|sent|showing|sends|keeps ~4 gun|knife|weapon|bat|axe|emojiknife|emojigun|bullet|bullets|rifle|coffin|dead_animal|gasoline|hammer|acid !for_sale|listed|in_the_listing|lot|auction|set|listing|collection|for_auction|a_card|replica|from_ww2|with_the_original|in_stock
throw|threw|throwing|pour|poured|splash ~2 acid|petrol|gasoline|boiling ~3 me|face|us|my|her|him
acid|fist|knife|bullet|boot|bat ~1 in|into|through|to ~1 my|her|his|your ~1 @body|back|stomach
put|putting|puts ~1 a? ~1 bullet ~1 in|through|into ~1 me|you|him|her|your|my|his|us|them|your_head|someone
better|you_should|start ~1 pray|praying|run|hide|hope ~3 i|we|he|they|never|not ~4 find|see|come|catch|get ~1 you|u|me
pray ~2 not|never ~1 find ~1 you|me
find|found ~2 you|me|him|her|body ~2 in ~1 ditch|river|dumpster|trunk|grave|lake|woods|canal|pieces|bin
we|i|they ~1 are|am|is|be watching ~2 your|you|ur|my|me|us|his|her|family|kids|house ~1 !listing|show|stream|auction|auctions|store|item
he|she|they|you|snake|thief|seller|buyer|guy|bastard|scammer is|are ~1 a? dead man|woman|men|meat !hand|walking_dead|hands
said|says|called|told|claims|wrote|emailed|phoned|messaged ~8 bomb|bombs|explosives|shoot|blow|burn|explode|stab|kill|gas ~8 if|unless|we|us|shop|store|building|house|stream|event ~1 !card|deal
bomb|bombs ~6 if|unless ~2 not|pay|cancel|refund|we
bomb scare
start|begin|open|opening shooting|fire|killing ~1 !sale|price|price_of
use|using it|gun|knife ~2 on ~2 everyone|you|him|her|them|someone|people|everybody|all|staff
hands ~2 around|round|on ~2 his|her|your|their|that ~1 neck|throat
check|checking|look|looking ~1 under ~1 your|their|the|his|her ~1 car|cars|bed
get|gets|getting|someone|somebody|people ~2 hurt|killed|shot|stabbed ~2 unless|if|until|tonight|today|soon|badly|next|over_this|for_this ~1 !feelings
or ~4 someone|somebody|people|you|he|she|staff|one_of_you ~6 getting|get|gets|going_to|will ~2 hurt|killed|die|shot|suffer|burned
you ~1 have # hours|days|minutes ~10 or|else|before ~10 hurt|kill|die|dead|blood|regret|burn|come
you|they ~1 will ~2 get ~2 what_is_coming|whats_coming|what_you_deserve|what_they_deserve ~1 !to_me_in
gun|knife|weapon ~1 pulled|pointed|on_me|at_me|to_my_head|to_her|to_his|to_my_throat|at_us|on_us|in_my_face
pulled|pointed|held ~1 a? gun|knife !from
put ~1 you|me|him|her|them|us|someone|somebody|people ~1 in ~2 ground|hospital|grave|coffin|wheelchair|body_bag|morgue|box|cemetery|icu|er
six feet under
break|broke|breaking|broken|snap|crush|cave ~3 his|her|their|my|your|every|you|ur|both|in ~2 @body|skull !on_the_figure|of_the|figure
slit|cut|slice|rip|stab ~2 my|your|his|her|their|ur|the ~2 throat|throats|neck|heart|face|head|open !off_the_card|of
burn|burned|burning|burnt|torch|firebomb|blow|set|setting|shoot ~3 house|office|building|place|home|store|shop|warehouse|hq|car|headquarters|it|school|you|your|studio|everything ~3 down|fire|up|on_fire|ground|with_you|kids|inside|alive|ablaze !price
you|yall|they|all ~2 will|gonna|going|deserve ~1 all ~1 burn|die|bleed|suffer|pay_with_your_lives
make|making|made ~3 bleed|suffer|scream|beg|regret_being_born|pay_with_blood|wish_you_were_dead|wish_he_was_dead|disappear|wish_they_were_never_born|sorry_they_were_ever
find|hunt|track|come_after|look|get|catch ~2 you|me|him|her|them|us|u|thief|scammer|seller|buyer|guy ~5 @kill|gut|beat|hurt|dead|sorry|make_you|make_him|put|pay|grave|down|wherever|no_matter|break|bleed|wish|anywhere
hunt|hunting ~1 you|me|him|her|them|us|his_family ~1 down|like
i will|am_going_to ~2 find|hunt|get|come_for|bury|end|destroy ~1 you|u|him|her|them|thief|your_family !a_buyer|another|a_refund|in_reviews|in_the_reviews|on_social|in_court|a_seller|out|something|on_the_phone|wrong|the_tracking|to_see|to_send|a|the|help
will|can|gonna|to find you|me|u|us|him ~1 !wherever|and|anywhere|soon|one|in
never|not|no_longer ~2 deserve|deserves|get|gets|keep ~3 breathing|live|to_live|to_breathe|alive|see_tomorrow
send|sending|sent|post|hire|hired|pay|paid|know|have|call|got ~3 someone|somebody|guys|people|boys|hitman|friends|thugs|brothers|cousins|men ~4 @kill|@hurt|handle|take_care|visit|deal|house|door|collect|sort|after|you|over|him|her|me !email|link|message|invoice|package|parcel|to_pick|help_me|review|buy|buys|bids|delivered|photos
hitman|hit_man|contract_killer|bounty_on !game|figure|trilogy|steelbook|dvd|card
price|bounty|hit on my|his|her|your head|life
bullet|bullets ~4 mail|parcel|envelope|letter|photo|head|name|package|daughter|note|box|family|school|for_you
your|ur|my|his|her|their ~1 days ~2 numbered
sleep with|one_eye ~2 open|eye
last|worst ~1 thing|mistake|day|face ~3 you_ever|see|you_make|you_will
say ~1 goodbye|your_prayers|prayers ~1 to ~1 your|my|our ~1 @kin|life|family|kids|dog
you|he|she|they|we|i ~1 will|gonna|going ~3 regret|pay|suffer|sorry ~4 blood|life|body|physically|come|find|house|family|kids|address|knife|gun|when_i_see|dead|bleed
know ~2 people|guys|someone ~4 hurt|break|visit|take_care|deal|kill|come
would be ~1 shame|pity|terrible|sad|unfortunate ~3 if ~3 something|anything|happened|burn|fire|accident|hurt|die|kids|your|happen !sold|missed|lost|torn|box|damaged|wrong|to_the_card|it
nice|lovely|beautiful|cute|pretty ~1 house|family|kids|daughter|wife|dog|car|home|son|place|boy|girl|baby ~6 shame|on|happened|safe|street|careful|you_have_there|too_bad|pity|school|would|burn|back|looked|drove|saw !dolls|figure|set|print|card
@kin ~3 goes_to|go_to|school|walks|plays|photo|picture ~5 know|knows|school|safe|watching|waiting|careful|sent|sends|threat
hope ~2 have|got|you|he|she|they ~3 insurance|funeral|will_ready|die|dies|coffin|life_insurance|burn|crash|get_cancer|get_hit|suffer|rot !on_the|parcel|package|card
hate|hates|wants|want|wanted|wish|wishes ~1 me|us|him|her|you|them dead
wants|want ~1 my|his|her blood
kill yourself|urself|herself|himself|themselves|themself
go|you|should|u|told|tells|telling|said|says|tell|just|please ~6 kill|hang|off|neck|drown yourself|urself|myself_on
told|tells|telling|tell ~3 to ~1 die|kill_myself|kms|end_it|jump|end_my_life|hang_myself|kill_herself|kill_himself|end_his_life|end_her_life|kill_themselves
`,
    ],
    [
      'threat-made',
      'emergency',
      'threatens to hurt somebody',
      `
i|we|ill|me|let ~3 @will|will|am|swear|promise ~3 @kill ~1 you|him|her|them|u|someone|somebody|thief|scammer|seller|buyer|guy|everyone|people|every|all|that|this|your|somebodys|anyone|these|those|whoever|his|ur|staff|scammers !for_that_price|card|lot|deal|bid|listing|order|an_email|a_message|email|message|auction|account|offer|duplicate|bids|another|price|a_line|subscription|show|video|photo|photos|film|scene|over_an|off_an|a_quick
i|we|ill ~2 will|going_to|gonna|want_to|swear|would|could|about_to|am ~2 @hurt ~1 you|him|her|them|u|someone|somebody|thief|scammer|seller|buyer|guy|everyone|people|those|your_family|your_kids|your_face|his_family|ur|every|all|whoever|anyone|these|that_seller|that_man|that_woman|that_buyer|your|his_face|his_head|his_legs|up_someone !up_with|in_the_bidding|in_the_auction|in_court|in_the_reviews|feedback|with_a|rating|reputation|reserve|hard_in|off|price|in_reviews|on_social|by|to_it|bid|record|at_their_own|bids|auctions|offer|the_card|card|item|package|at_the_auction|deadline
going|about|ready|planning|plan|want|wants to ~1 kill|murder|stab|strangle|slaughter|gut|behead|butcher|execute ~2 @victim ~1 !that|this|one|card|deal|bid|listing|order|auction|price|prices|video|stream|two_birds|time|the_lights|it
going|about|ready|want to ~1 shoot ~1 him|her|them|you|that_dude|that_guy|that_seller|someone|everyone|people|up ~1 !an|a|the_film|over|some|any|your|line|message
going|about|ready to ~1 beat|punch|smash|hurt|stomp|bash|kick|knock|batter|fight|choke|cripple|thrash ~1 the? ~3 him|her|them|you|that_dude|that_guy|that_seller|that_buyer|that_kid|seller|buyer|thief|scammer|agent|his|your|someone|whoever|whichever|outta|crap|shit|hell !up_in_price|to_it|by_a|bid|on_price|price|in_the_auction|with_a_bid|reserve|that_bid|wallet|wallets|for_it|over_the_price|sales|feedback|in_court|this_in
kiss|hug|say ~4 @kin ~1 goodbye
will|going|would|said|threaten|threatened|threatens|try|tried|wants|want ~4 run|mow|running|knock ~1 me|you|him|her|them|us ~1 over|down|off_the_road ~1 !to_the_store|through|the_details|the_price
death warrant
said|says|told|wrote|message|called|calls|telling ~6 dead man|woman|meat|girl|kid|bitch|boy ~1 !s|walking_fan
you|your|he_is|she_is ~1 are? next ~1 !in|to_bid|on_the|up|week|day|time|one|stream|show|door|year|sale|month|lot|auction
better|should ~3 hope|pray ~4 find|finds|get|gets|catch|catches|reach ~2 him|her|you|them|me ~1 before|first
find|get|catch|reach ~2 him|her|them ~1 before ~1 i|we do|find|get|catch !the_deal
waiting|wait ~2 for ~1 her|him|you|them ~4 parking|car_park|parking_lot|garage|alley|after_work|after_her_shift|after_his_shift|exit|bus_stop|back_door|in_the_dark|outside ~1 !reply
leave|leaving|leaves|left|come|go|goes|carried ~2 in ~1 a? ~1 body_bag|coffin|box_with|ambulance|hearse|stretcher
i|ill ~4 kill|murder|shoot|stab|strangle|slaughter ~1 him|her|them|everyone|everybody|someone|somebody|people|that_thief|that_man|that_guy|that_seller|that_buyer|this_guy|that_bastard|this_scammer|that_scammer !an_email|a_message
i|im|ill ~6 beat|stomp|bash|smash|kick|punch|knock ~4 to_death|head_in|skull|teeth|out_of_him|to_a_pulp|unconscious|face_in|half_to_death|black_and_blue|senseless|door_in|lights_out|his_head|your_head|brains|the_shit|the_crap
bring|bringing|brought|grab|got|have|load|loading|loaded|with|take|taking|buying|buy|carry ~2 my|a|the ~2 gun|knife|bat|axe|crowbar|gasoline|petrol|ar|weapon|hammer|machete|bomb ~8 you|office|them|house|people|see|laughs|booth|school|everyone|show|come|him|her|hq|con|sorry|headquarters|warehouse|meet|somebody|someone
gonna|going|will|to shoot|shooting|light|blow ~1 up ~3 school|office|place|mall|show|con|church|mosque|synagogue|everyone|building|warehouse|people|booth|convention|hq|work|shop|store|event|stream
shoot|shooting|stab|stabbing|bomb|bombing|gun ~2 up|down|every|everyone|people|as_many|them_all ~3 school|office|place|church|everyone|people|convention|show|booth|synagogue|mosque|mall|one_of|scammers|them|teachers|students|classmates|possible|building|warehouse|shop|store
school|mass|church|mall|workplace|synagogue|mosque shooting|shooter|stabbing|massacre|murder
going|go ~3 school|work|mall|church|office ~4 gun|ar|rifle|knife|dad's|bomb|weapon|shoot|everyone|sorry
take|taking ~2 as_many|everyone|people|them|you_all|some_of_you|others ~3 with_me|down_with_me|out|people
kill ~3 everyone|everybody|all_of_you|as_many|you_all|them_all|people|them_both|all_of_them !deal|price|duplicates|for_that
bomb|explosive|explosives|pipe_bomb|device|emojibomb ~5 warehouse|office|building|hq|school|facility|in_your|planted|go_off|going_off|explode|package|headquarters|mail|stadium|plane|airport|event|venue !deal|card|replica|toy|shell|inert|prop|figure|squad
planted|building|built|made|making|placed|put|leave|left ~3 bomb|explosive|explosives|pipe_bomb|device ~3 !card|replica|toy
not|nobody ~2 leave|leaves|leaving|get|walk ~2 alive|in_one_piece
they|everyone|you ~2 all|will ~3 be|going sorry ~3 when|tomorrow|for
tomorrow|tonight|soon|everyone|all ~5 will|gonna ~2 know_my_name|remember_my_name|pay_for_what|see_on_the_news|be_sorry
see|watch|hear ~3 me on ~2 news
end|take|ended|taking his|her|their|your|somebody's life|lives !warranty
blood ~3 on ~1 your|their|his hands
violence|blood|bloodshed ~3 only|way|language|will|answer|option|flow|understand !movie|game
i ~4 revenge|vengeance ~4 blood|him|her|them|you|all|pay
do not|dont ~2 think|believe|push|make|doubt ~3 i ~2 not ~2 kill|hurt|come|do_it|shoot|find
dont|not make me hurt|kill|come|do_something|shoot
`,
    ],
    [
      'to-staff',
      'emergency',
      'threatens people who work here',
      `
i|we|ill|me ~6 come|coming|came|drive|driving|show|showing|turn|visit|visiting|going|be|head|heading|fly|flying|walk|walking|find|stop ~4 your ~2 office|offices|hq|headquarters|building|warehouse|studio|workplace|house|home|front_desk|desk|place|door|doorstep|parking !hours|website|link|to_collect|to_pick|for_collection|to_drop|to_return|to_see_the|for_the_viewing|by_appointment|for_pick|for_pickup|for_the_auction|for_viewing|if_that_is
i ~2 know|found|looked|have|googled|got ~4 where ~2 you|office|staff|employees|team|your ~2 office|are|live|work|located|park|sleep|is
i ~3 know|found|looked|have|see|saw|got ~4 your ~2 name|address|house|car|home|family|kids|wife|face|school|daughter|son|children|licence|license|plate|husband ~3 !number|in_the_email|on_the_invoice|on_file|shop|on_the_label|in_my|email|for_the_return|for_returns
looked|look ~1 you|u up !in_the
you|support|staff|your|employees|agents|agent|whoever|somebody|someone|moderator ~5 will|gonna|going|should|better ~3 bleed|die|burn|hurt|shot|stabbed|dead|get_hurt|be_killed|get_shot|be_sorry_when|suffer|get_what|watch_your_back|pay_with
watch your ~1 back|backs
i hope ~3 you|your ~4 die|dies|burn|burns|killed|shot|stabbed|cancer|raped|suffer !of_laughter
everyone|anyone|every_one|all|people ~3 who_works|works_there|work_there|in_that_building|in_your_building|in_your_office|at_your_office|of_you ~5 die|dead|shot|burn|kill|hurt|pay|suffer|bleed|sorry
kill|shoot|stab|murder|bomb|attack ~2 you|your|all|every ~2 staff|employees|team|workers|people|agents|moderators|ceo|one_of_you|of_you|office|support
wait|waiting ~3 outside|for_you|for_someone ~3 your|office|work|you|shift|parking|tonight !reply|answer|response|invoice|to_confirm|shipping|to_reply|to_respond|to_ship|to_send|to_fix
`,
      { category: 'threat-to-staff' },
    ],
  ],
);
