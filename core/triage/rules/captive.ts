import { family } from '../rule.ts';

/** Violence at home, coercion, captivity: the writer or a witness speaks of somebody under another's power. */
export const CAPTIVE = family(
  'captive',
  { category: 'violence', yields: ['negation', 'past', 'idiom', 'title', 'fiction'] },
  [
    [
      'home-violence',
      'emergency',
      'reports violence at home',
      `
husband|wife|boyfriend|girlfriend|partner|ex|father|mother|stepfather|he|she|son|roommate|brother|fiance|uncle|grandson|landlord|man_i_live_with|dad's ~6 hit|hits|hitting|beat|beats|beating|slapped|slaps|punched|punches|choked|chokes|strangled|kicked|kicks|hurt|hurts|attacked|attacks|raped|rapes|abuses|abused|assaulted|broke|burned|burnt|threw|shoved|pushed|grabbed|locked|locks|shot|stabbed ~1 me|us|my|mum|mother|kids|the_kids|my_kids|the_baby|baby ~1 !to|up_with|feelings|to_it|heart|with_a_fee|at_the_auction|by_a_dollar|by|at|on_the_price|in_the_bidding|account|out_of_my_account|with_the|fee|record|out_of|favourite|favorite|copy|figure|vase|plate|card|toy
find|finds|found|sees|see|seen|knows|learns|discovers|caught|catches|reads|notices|hears ~6 hurt|hit|beat|kill|hurts|hits|beats|kills|murder|punish|go_crazy|lose_it|explode|violent|angry_and|lock ~2 me|us|kids|again|my|children
going|will|would ~1 hurt|hit|beat|kill|punish|strangle|batter me|us !to|up|at|by|on_price|with_fees|in_the_bidding
afraid|scared|terrified|frightened|fear|fears ~2 of ~1 my ~1 husband|wife|boyfriend|girlfriend|partner|ex|father|mother|son|roommate|dad|brother|him
hits|beats|hurts|abuses|chokes|raped|rapes|slaps|strangles|abusing|hitting|beating|hurting|molests|touches me|us|my_kids|my_son|my_daughter|my_mother
domestic violence|abuse|abuser
abusive husband|wife|boyfriend|girlfriend|partner|ex|father|relationship|marriage|household|stepfather|stepdad|parent|mother|home
my abuser|stalker|attacker|rapist|captor|kidnapper|trafficker
bruise|bruises|bruised|black_eye|broken_arm|broken_ribs ~6 he|husband|boyfriend|me|my|partner|face|wife|arm|all_over|again|when !card|apple|corner|edges|box
left|leave|leaving|ran|fled|escape|escaped|escaping|hiding|hid|run ~2 from ~2 husband|ex|boyfriend|abuser|partner|him|abusive|wife|violent|father|stalker|family
restraining|protective|protection|no_contact order ~1 !status|form
violent ~2 ex|husband|partner|boyfriend|wife|man|father|son
shelter ~4 husband|ex|boyfriend|partner|abuse|abusive|him|address|safe|kids
womens|women's|domestic|battered shelter|refuge
safe|secret|new|hidden|current ~1 address|house|place|location ~6 ex|husband|abuser|abusive|boyfriend|violent|restraining|stalker|partner|he_found|him
in|at ~1 refuge|safe_house
he|she|husband|they|boyfriend|wife|someone|man|men ~3 will_not|wont|not|never|refuses|forbids ~1 let|lets|letting|allow|allows|allowed ~2 me|us|her|him ~1 leave|out|go|use|call|see|have|talk|eat|sleep|go_home|speak !feedback|a_review|a_comment|refund|return|cancel|bid
controls|control|controlling|took|takes|taken|has|monitors|checks|watches|locks|locked|reads ~2 my|the|our|all ~2 phone|money|account|passport|car_keys|keys|messages|cards|everything|id|documents ~6 hit|hurt|beat|hits|afraid|scared|leave|abusive|library|neighbour|violent|escape|secret|hits
can|could not ~1 talk|speak|call|type|say|write ~2 he|she|they|freely|now|much|long|long_he|is_in|is_here|listening|watching|safely|out_loud|aloud|husband
he|she|they|husband|boyfriend|father|dad ~1 is|are ~1 in|next|outside|listening|watching|downstairs|upstairs|coming|home ~3 room|door|me|us|home|back|stairs|soon|upstairs ~6 do_not|please|call|help|hurry|scared|hiding|reply|answer|quiet|cannot|police
do not|dont|never|please_dont ~2 call|ring|phone|reply|write_back|send|email|text|answer|respond ~4 he|husband|she|boyfriend|they|partner|wife ~3 see|sees|hear|hears|check|checks|find|finds|read|reads|kill|hurt|angry|know|knows|hit|will
just help|send_help|send_police|send_someone
pls|please|someone|can|somebody|you|just ~1 send|call|get ~1 police|cops|help|ambulance|somebody|911 ~1 !me_find|to_track|with|me_with|the_refund
run|ran|running|fled|moved|escaped|hiding|hide|get|getting|got ~1 away? ~1 from ~1 my ~1 husband|ex|boyfriend|abuser|partner|wife|father|family|stalker
send|need|get|want ~1 police|the_police|ambulance ~1 please|now|to|immediately|quick|asap|here|quickly|hurry !report|regarding|the_thief|him_to_court
hiding|hid|locked|barricaded|trapped|stuck ~2 in|upstairs|under|myself|behind|from ~3 bathroom|closet|bedroom|basement|attic|room|bed|baby|kids|wardrobe|him|house|toilet|garage|cellar|boot|trunk|cupboard|door|upstairs !the_box|transit|the_listing|pack
hiding upstairs|downstairs|inside
he ~3 outside|at|in|banging|breaking|kicking|trying_to_get|pounding|smashing|knocking|hammering ~3 door|window|windows|house|front_door|back_door|home|in ~1 !mirror|number|prize|the_video|of_the_advent|stock
banging|pounding|kicking|hammering|smashing|bashing|knocked_down|trying_to_break|breaking ~2 door|window|windows|doors
break|breaks|breaking|broke|broken ~1 into|in my|our ~1 house|home|flat|place|room|apartment
someone|somebody|man|intruder|burglar|stranger ~2 in|inside|entered|broke_into my|our|the ~1 house|home|flat|garage|bedroom|kitchen|yard|garden !of_the_listing
`,
    ],
    [
      'held',
      'emergency',
      'reports somebody held, forced or trafficked',
      `
locked ~1 in|inside|up ~2 room|basement|cellar|closet|house|here|garage|bathroom|flat|bedroom|attic|shed|van|warehouse !case|glass|the_safe|cabinet|storage
forced ~1 his|her|their|my way|door|inside
do|does|can|is|am|are|never|only ~1 not|allowed|get|gets ~1 get|to|gets|allowed|let ~2 eat|sleep|drink|food|rest|leave ~1 if|unless|until|all|for_days|only|when_i|i_am
not ~1 get ~1 to ~1 eat|sleep|leave
not|wont ~1 let ~2 me|us|her|him|them ~1 eat|sleep|drink|rest
slipped|passed|handed|gave|showed ~2 me? ~1 a? note ~8 help|trafficked|police|save|held|leave
held|holding|kept|keeping|locked|trapped|kidnapped|abducted|imprisoned|chained ~4 against_my|against_her|against_his|against_their|hostage|captive|prisoner|basement|locked_room|in_a_room|ransom|in_the_cellar|in_here|in_a_house|in_this_house|in_a_warehouse|in_this_room|inside_a
hold|holds|holding|keeps|keeping|kept|trapped|trapping ~1 me|us|her|him|them ~2 in|at ~1 his|her|their|a|the|this ~1 garage|basement|house|room|van|car|shed|warehouse|flat|cellar|hotel|truck|trunk|attic|closet|home|place|apartment
can ~1 text|type|write ~2 not ~1 talk|speak|call
against ~1 my|her|his|their|our ~1 will
held|taken|holding|take|kept hostage !figure|by_customs|by_paypal|by_ebay
kidnapped|abducted|trafficked|enslaved|kidnapping|trafficking|ransom|slavery|forced_labour|forced_labor|human_trafficking|sold_to|sex_slave !figure|card|in_the_film|game
sex|human|child|labour|labor|organ|women|girls|people trafficking|trafficker|traffickers|trafficked
not|never|cannot|cant|wont ~2 allowed|permitted|free|able|let|lets ~3 leave|go_home|go_outside|go_out|out_of_the_house|escape|use_the_phone|contact_family|speak_to_anyone !feedback|a_review|comments|a_comment
forced|forcing|forces|force|making|makes|made ~2 me|us|her|him|them|girls|women|children|kids|someone|people ~3 sell|work|pack|stream|perform|strip|undress|have_sex|sex|do_things|do_sexual|prostitute|live_stream|livestream|film|pose|marry|to_stay !to_wait|at_a_loss|on_another|elsewhere|more|for_less|around|late|harder|through
forced ~2 to|into ~1 work|sell|marriage|marry|sex|labour|labor|prostitution|strip|perform|it_by !elsewhere|at_a_loss|for_less|by_circumstances|late|by_financial
they|he|she|boss|husband|someone|agency ~2 have|has|took|taken|keep|keeps|keeping|hold|holding|confiscated ~1 my|her|his|our|their|the ~1 passport|passports|papers|documents|phone_and_passport|kids_until !number|photo|photos|scan|copy|details|stamp|cover|ready|for_verification|uploaded
owe|owes ~4 work|works|pay ~4 off|debt ~6 not|leave|cannot|passport
someone|somebody|they|he|she|man ~3 is|are ~1 making|forcing ~1 her|me|us|him|them
whispered|whispering|mouthed|mouthing|held_up|sign|signal|gesture|blinking|mouths ~6 help|leave|sos|save_me|allowed|trapped|police
note ~4 help|sos|save_me|trapped|police|held
help|save|rescue|free ~1 me|her|us|him ~1 please|from|now|before|he|they|i_am_being|quick|hurry !with|find|to|understand|out
`,
    ],
    [
      'extortion',
      'emergency',
      'reports blackmail over intimate pictures or another threat to a person',
      `
naked|nude|nudes|intimate|private|explicit|sexual|sex|topless|compromising|webcam ~2 photo|photos|video|videos|tape|pics|recording|clip|screenshots|nudes ~12 pay|send|sends|post|posts|release|leak|share|family|friends|parents|money|unless|threatening|threatens|if|online|everyone|school|work|wife|husband|contacts
nudes|nude|naked ~10 unless|pay|send_to|family|friends|parents|leak|post|blackmail*|threat*|asking|asked|wants|wanted|demanding|demands|everyone|school|share|contacts !painting|figure|sculpture|study|statue|drawing|art|portrait|print|bronze|torso|lithograph
send|sends|sending|post|posting|leak|leaking|release|share|show|publish|spread|upload|posted|shared|leaked ~4 nudes|naked|intimate|explicit|nude|private_photos|private_pictures|private_videos|sex_tape ~1 !painting|figure|art|sculpture|statue
sextortion|sextorted|sextorting|revenge_porn
blackmail|blackmailed|blackmailing|blackmails|blackmailer|extort|extorted|extorting|extortion|extorts ~2 !card|dvd|film|with_negative|me_with_a_negative|with_bad|for_feedback|feedback|me_with_bad|with_feedback|over_feedback|for_a_refund
private|personal|my|intimate|embarrassing ~1 photos|video|videos|pics ~6 asking|demanding|wants|unless|or_they|or_he|or_she|pay|bitcoin|gift_cards|money ~8 send|go|goes|boss|family|wife|husband|everyone|friends|work|public|share|post|online|parents
has|have|got|stole|took ~2 my|private ~1 private|personal|intimate ~1 photos|videos|pics ~6 asking|demanding|wants|pay|dollars|money|unless|or
send|sends|sending|share|shares|post|posts|leak|publish|show|shows|release|forward|upload|sent|tell|tells|give ~8 contacts|family|friends|everyone|wife|husband|boss|parents|school|coworkers|colleagues|followers|employer|church|mother|father|internet ~6 unless|if_i_do_not|if_i_dont|pay
unless ~1 i|we ~1 pay|send|give|transfer|do ~4 ~1 !shipping|postage|extra|fee|fees|the_difference
recorded|recording|filmed|screenshot|screenshots|hacked ~6 camera|webcam|video_call|call|me|naked|private ~12 pay|unless|send|money|bitcoin|contacts
want|wants|wanted|asking|asks|demand|demands|demanding|pay|send|give ~4 #|money|dollars|bitcoin|cash|euros|pounds|thousand|hundred|gift ~3 or|otherwise|else ~10 sees|see|send|sends|share|school|family|post|everyone|friends|parents|publish|leak|wife|husband|boss
photo|photos|video|pic ~16 or ~6 everyone|school|family|parents|friends|wife|husband|boss ~3 sees|see|gets|finds|knows|will
pay ~5 or|otherwise ~6 kill|hurt|find|send|post|leak|family|photos|video|house|break|burn|daughter|son
deepfake|deepfakes ~6 me|my|nude|naked|daughter
`,
      { category: 'harassment' },
    ],
    [
      'sex-threat',
      'emergency',
      'reports sexual violence or pressure',
      `
@they ~6 rape|raped|raping|molest|molested|sexually|groped|drugged
rape|raping me|her|him|you|us|my
sexual|sexually assault|assaulted|abuse|abused|abusing
`,
    ],
  ],
);
