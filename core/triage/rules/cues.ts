import { type Cue, cues } from '../rule.ts';

const IDIOMS = cues('idiom', [
  [
    'thing-is-killing-me',
    'a thing, not a person, is doing the killing',
    `
offer|offers|shipping|wait|waiting|fees|fee|suspense|postage|price|prices|site|app|this|it|that|lag|ads|bot|chatbot|humidity|heat|delay|delays|tracking|customs|anticipation|curiosity|back|feet|website|auction|auctions|not_knowing|commission|traffic|inflation|internet|wifi|connection|deadline|silence|tax|taxes|packaging|queue|bidding|stream|boredom|hunger|updates|price ~4 killing|kills|murdering|slaying|torturing ~1 me|us|my|the
killing|kill|kills|murdering me ~2 with|here|smalls|softly|lol|haha
you guys|are|all ~2 killing|slaying ~1 me|us|it !myself
killing it
`,
  ],
  [
    'kill-a-thing',
    'to kill a thing means to stop or use it',
    `
kill|killed|killing|kills|murder|murdered ~2 time|bid|bids|listing|order|auction|lights|mood|vibe|hype|deal|sale|offer|subscription|duplicate|notifications|process|app|stream|account|engine|battery|tab|fun|joy|price|prices|budget|wallet|value|resale|market|two_birds|sound|switch|shot_card|screen|draft|thread|link|page|song|it_on|it_at|the_set|the_show|buzz|momentum|collection_hype
kill|killed|killing|kills|murder|slay|slaying it
kill|die|murder|dying|killing for that|this|a|the|one|it|another|those|these|some|more|any|an|your|to|cheap|first|good|better|free
would|could|will ~1 kill|die|murder for
to die for
dressed|dressing to kill
kill|killing ~1 to ~1 have|own|get|see|know
kill|kills|killed with kindness
kill switch|screen|team|shot|command|count|zone|bill
make|making|made a killing
i am dying here|over_here|inside_lol
die|dying of embarrassment|laughter|boredom|shame|curiosity|happiness|excitement|joy|thirst|cringe|nostalgia|anticipation|suspense|cuteness|old_age|jealousy|envy|impatience|heat|cold|laughing|hunger|mortification
died|dying|dead|die|dies ~1 of|from ~1 embarrassment|laughter|laughing|boredom|happiness|excitement|shock|joy|cringe|old_age|curiosity|cuteness|waiting|impatience|jealousy|suspense
die|died|dying|dead|crying laughing|inside_a_little|a_little_inside|from_laughing
i ~2 almost|nearly|literally|practically|just|basically|about|could|could_have|have|could_just ~2 died|dead|die|dying|dies ~2 when|laughing|of|at|over|lol|haha|after|because|reading|from|watching|on_the_spot|right_there
dying ~2 to|for ~1 get|know|see|have|own|buy|hear|find|try|open|play|receive|meet|win|complete|watch|read|add|unbox|finish|that|this|it|a|one|hold|use|show|tell|start|collect|grab|bid
dead|died on|upon arrival|the_vine|start|its_arse
phone|battery|laptop|ipad|tablet|computer|screen|wifi|internet|stream|connection|router|pc|app|server|car|engine|console|disc|motor|plant|market|cell|modem|card_reader|printer|controller|mic|camera|link|watch|clock|radio|fridge|hobby ~3 died|dies|dying|dead|die|killed
dead serious|end|ends|line|stock|pixel|pixels|pixles|listing|listings|link|links|account|accounts|weight|bidder|bidders|simple|easy|mint|on|tired|heat|beat|silence|giveaway|cert|battery|batteries|inventory|mans|letter|ringer|zone|centre|center|cat_bounce|wrong|right|last|set_on|stock|cheap|deadlock|corner
at|until|by|before|for my ~1 own? funeral
over|until|till my|our ~1 dead ~1 body
dead and buried
death of me
sick|scared|bored|worried|tired|frightened|loved|starved to death
death ~1 by ~1 a_thousand|spreadsheet|email|paperwork
heart attack|stroke|aneurysm ~2 when|seeing|looking|at|from|reading|over|opening
edge ~2 of ~1 our|my|your|the ~1 seat|seats
could ~1 have ~1 strangled|killed|murdered|throttled
gave|give|gives|nearly ~2 me ~1 a? coronary
blew|blowing|blow ~1 up ~2 my|the ~1 phone|inbox|notifications|mentions
die happy
hill ~3 die ~1 on
final|last notice
registered letter
breathe ~1 new life
too late ~1 for ~1 me to
box|package|parcel|item|order|it ~3 left|sat|sitting|lay|was|put|dumped ~4 outside|in_front_of|on|at ~2 my|our ~1 house|door|porch|step|doorstep|gate|driveway
your ~1 office|warehouse|studio|store ~8 appointment|meeting|interview|viewing|to_drop|to_collect|dropoff|drop_off
not ~2 be? ~1 buying|bidding|selling|shopping|ordering|purchasing|using|coming ~3 here|back|again|anymore|with_you
not ~1 buy|bid|sell|shop|order ~2 here|again|anymore
driver|courier|postman|carrier ~2 took|takes|sent|left|leaves|posted ~3 photo|photos
lost ~2 everything|all|it_all|most ~1 in|to ~1 a? flood|fire|move|crash|burglary|hurricane|storm|tornado|divorce_settlement
breathe ~2 with|under|for ~2 notifications|emails|boxes|heat|packages|excitement|alerts
found|have|got|see|know ~1 your ~1 address ~1 on|online|in|from ~2 website|site|app|label|invoice|google|page|email
never|not ~2 want ~3 see ~2 seller|host|app|site|item|thing|card ~1 again
suicide inducing|inducingly|pact_with_my_wallet
your ~1 company|business|corporate|registered|postal|mailing|legal ~1 address
hand|handing ~1 it|this|you|the_case ~1 over
take|taking|on|takes ~1 my|daily|prescribed|this? pills ~3 for|daily|every|as_prescribed|that_makes|that_make|each
last order ~3 with ~1 you
nearly|almost|about|practically|just_about ~1 fainted|cried|choked|collapsed|passed_out|drowned|puked|fell_over|fell
cancel|stop|last|previous|unnecessary|embarrassing|no_need_for ~3 welfare|wellness check
near|mini|minor|almost|nearly|gave|giving|give ~2 heart_attack|stroke|aneurysm|coronary
shoot|shooting|shot ~1 me|you|us|him|her|them|over|off|through ~1 an|a|the|your|over|any|email|message|text|quick|line|details|pics|photos|dm|offer|price|link|tracking|note
shoot|shooting ~1 for ~1 the|a|friday|under|gem|ten
take|took|taking|give|gave|have|long|worth|best|screen|one|free|glass|glasses|big|cheap|my|parting|photo|money|head|action ~2 shot|shots|stab
shot|shots glass|glasses|at|of|in_the_dark|list|clock
stab|shot|crack at ~1 grading|it|bidding|that|restoring|selling|buying|winning|listing
stab|stabbed ~1 in ~1 the ~1 back|dark
snipe|sniped|sniper|sniping|snipes|sniper_bot|bidnapper
stalk|stalking|stalked|stalker ~2 listing|auction|item|tracking|parcel|lot|card|page|mailbox|postman|mailman|store|shop|site|seller's_store|package|drop|ebay
killer|bomb|sick|insane|wicked|deadly|brutal|savage|lethal ~1 deal|deals|price|prices|show|stream|break|pull|card|packaging|copy|collection|app|set|service|lineup|selection|work|item|piece|condition|hit|condition|hits|sale|content|finish|whale|bees|customer|seller|buyer|on|fees|rabbit
the|da|is ~1 bomb !in|at|threat|squad
bath bomb|bombs
photobomb|bombshell|bombed|time_bomb|glitter_bomb|yarn_bomb
bomb ~1 diggity
jump|jumping|jumped|hop|hopping off|on ~2 app|stream|call|chat|phone|here|line|bandwagon|bid|the_auction|zoom|the_call|for_a_while|now|this|offer|that|it|a_call|stream|live
jump|jumping|jumped ~1 ship|the_gun|through_hoops|to_conclusions|queue|for_joy|at_the|in_at|the_line|right_in|straight_in|out_of_my_skin|up
cut|cuts|cutting ~2 slack|costs|cost|corners|losses|chase|deal|price|prices|grass|fees|off|cable|cards|it_close|sheet|box|tape|open_the_box|the_box|edge
cut|cuts|cutting|hurt|burn|burnt|nicked|sliced|scratched|injured|poked|stabbed ~1 my|myself|hand|finger|thumb|fingers|hands ~3 on|opening|with|unpacking|unboxing ~4 box|glass|package|parcel|tape|packaging|cutter|wrapping|staple|plastic|shard|edge|sharp|broken|frame|figure|case|item
cut my finger|fingers|thumb|hand|teeth
hit|hits me|us|you up|back|with_a|with_another|with_his
beat|beats|beaten|beating ~2 me|you|us|him|them|her ~3 to|by|at|in|on|out|with ~3 it|lot|bid|auction|bidding|seconds|dollar|card|that|one|dollars|price|punch|pounds|dollar|second|bids|game|draft
hurt|hurts|hurting|kill|killing|ruin|ruining ~2 my|our|his|your|their ~1 wallet|sales|feelings|rating|ratings|reputation|feedback|eyes|brain|business|bank_account|bottom_line|score|metrics|stats|margins|back|heart|head|budget|conversion
burn|burned|burnt|burning ~1 a_hole|me_before|by_sellers|by_that|out|by_fake|by_counterfeits|bridges|cd|time|through|cash|by_this_seller|by_scammers
burned|burnt|stung ~1 by|before
self harm|suicide awareness|prevention|charity|filter|hotline_number|survivors|memorial|bereavement|fundraiser|hotline
lost ~3 to suicide
flag|flagged|flags|misread|misunderstood|filter ~8 suicide|suicidal|self_harm
charity|awareness|prevention|fundraiser|helpline|memorial ~4 suicide
suicide|suicidal ~1 bunt|dive|pass|mission|run|drill|blonde|bidding|pricing|price|prices|bid|rates|burger|wings|soda
i ~2 literally|actually|would|will|could|might|almost|nearly|may ~1 literally? ~1 die|cry|faint|scream ~1 if ~3 pulled|pull|won|win|got|get|hit|saw|see|found|lose|lost|miss|missed
if ~4 wifi|wi|internet|app|site|stream|page|server|connection|price ~14 off_a_cliff|out_the_window|jump|scream|kill_myself|shoot_myself|throwing_myself_off_a_cliff|throw_myself_off_a_cliff
throw|throwing|threw ~2 my|the|this ~1 phone|laptop|computer|tablet|ipad
out the window
hang|hanging|hung on|in_there|out|up|tight|around|it|myself_out|by_a_thread|with|from_the|onto|over|the_picture|the_painting
hang in there
murder|murders|murdered|killed|robbed|slaughtered ~1 on|by|in|with ~2 fees|price|shipping|postage|commission|auction|bidding|tax|customs|grading|the_hammer
is|are|be|was|been|bloody|sheer|absolute|pure|getting|get|got|blue ~1 murder !suspect|mystery|weapon|victim|scene|threat
fees|shipping|postage|price|prices|tax|customs|stairs|traffic|grading ~2 murder|criminal|killer|robbery
wife|husband|kids|mother|father|girlfriend|boyfriend|son|daughter|boss|partner|friend|friends|brother|sister|parents|family|missus|mate|nan ~1 is|are|will|would|going_to|gonna|may|might ~2 kill|murder|skin|strangle|shoot|divorce|behead me|us !with|again_if|because_i_told|because_he_found|tonight|and_then_himself|he_has|he_said|i_am_scared|for_real|please_help|i_mean
kill|murder|skin|strangle|hang|shoot me ~3 if|when ~4 spend|spent|buy|bought|miss|lose|lost|another|bid|find_out_what_i|finds_out_i|finds_out_how_much|sees_the_bill|sees_the_price|sees_how|see_the_bill|see_what|knew_how_much|sees_this_bill|sees_the|know_what_i_paid|do_not_win
kill|shoot|hang|bury me ~1 now|already|dead|please lol|haha|emojilaugh|lmao|emojilaugh
god|lord kill|help me
chok*|choked ~1 on ~2 coffee|tea|drink|water|food|popcorn|lunch|cereal|toast
bury|buried ~1 me with
put|putting ~4 out of its|their misery
get away with murder
bleeding|bleed ~1 edge|money|heart|cash|ink|colour|color|me_dry|red
attack|attacks|attacked of|by_bots|by_a_moth|nerves|by_moths|panic
fire|on_fire|lit|heat ~1 sale|deal|card|pull|show|break|stream|price|cards|collection|emojilaugh|drop|today|tonight|packs|lately
emojiskull|dead ~2 emojilaugh|lol|lmao|bro|lmfao
emojiskull that
i|im|am ~1 dead|deceased|ded|dying|crying|screaming ~1 emojilaugh|lol|lmao|emojiskull|lmfao|haha|hahaha|at_that|bro|at_this
drop dead gorgeous|date
suicide|murder|death for|to ~2 small_sellers|sellers|business|small|profit|margins|my_margins|wallet|sellers|resellers|buyers
suicide squad|kings|king|girls|prevention|doors|awareness|hotline_number|door|lane|grip|knob|squeeze|pass|commando|forest|slum|club|silence|machine|boys
russian roulette
bite|bites|biting|bit the ~1 dust|bullet
bullet proof|point|points|train|journal|list|coin|mold|mould|pencil
trigger|pull|pulled ~2 trigger|finger !on_myself|on_him|on_her|warning
blood sweat|moon|bowl|oath|type|red|diamond|orange|brothers
under|over the ~1 gun|moon|knife_for
gun ~1 shy|metal|to_my_head_i_would|smoke|dam|gun|blue
jump|jumped|jumping the gun
nuke|nuked|nukes|nuking
war bidding
bidding war|wars|massacre
rip|ripped|ripping|rips ~2 pack|packs|box|boxes|cases|off|me_off|case|wax|some|one|apart|jacket|cover|page
stick|stuck|up ~1 em|hands
drowning in ~2 cards|boxes|paperwork|emails|inventory|packages|orders|stock|listings|pokemon|comics
driving|drive|drives|driven|sending|going ~1 me|us|my_wife ~2 insane|crazy|nuts|mad|wall|bananas|mental|bonkers|batty|to_drink|potty|barmy
shoot|shooting|shot ~1 for|down|up_in_price|itself_in|myself_in|themselves_in|yourself_in
price|prices|value|values|bids|bidding|it ~3 shot up
would|rather ~3 jump|jumping ~1 off ~3 before|than|if
i ~2 would ~3 before ~2 i ~2 would|sell|pay|buy
kick|kicking|hate|kicked|could_kick|slap ~1 myself|me ~2 for|not|missing|over|that|now
addicted|obsessed ~1 to|with ~2 app|stream|streams|cards|breaks|site|lego|show|shows|collecting|pokemon|watching|these|your
i ~1 am ~1 done|finished|over|through ~1 with ~2 app|site|platform|seller|company|service|ebay|this_site|this_app|collecting|this_hobby|buyer|the_order|the_listing|packing|sorting
kidney|firstborn|arm_and_a_leg|soul|left_arm
long|very|slow ~1 painful death
ghost|ghosted|ghosting
buried|bury|burying ~2 in|under|treasure|listing|search
crushed|gutted|devastated|heartbroken ~3 if|that|when|about|to|over|by|because|lost_the
get|getting|got|gets ~2 slaughtered|crucified|roasted|destroyed|killed|murdered|smoked|hosed|crushed ~2 by|in|on|with|for
leave|leaving|quit|quitting|left|done|finished|through ~4 platform|app|site|store|account|hobby|ebay|community|group|room|chat ~2 for_good|forever
platform|app|site ~1 for_good|forever
survive|survived|survives ~2 the|shipping|post|transit|journey|postage|mail|trip
poison|poisoned ~1 pill|ivy|type|chalice|dart
beating|beat ~1 a_dead_horse|heart|heating
dead horse
strangle|throttle ~1 hold
attack|attacking|defense|hit|hp ~1 points|position|power|card
pain|nightmare|torture|hell|agony|misery|suffering ~2 to|in_the|this|waiting|with|of|trying|wait|ass|neck|butt|dealing
wait|waiting|suspense|delay|site|app|this|process|tracking ~2 torture|agony|hell|painful|nightmare|pain|unbearable
`,
  ],
]);

const TITLES = cues('title', [
  [
    'film-tv',
    'the name of a film or a series',
    `
kill bill|me_again|your_darlings|list|team|the_messenger|em_all|la_kill
suicide squad
to kill a mockingbird
killers of the flower moon
killing|murder|murders|killer|killers|death|dead|die|slaughter|kill|dying|massacre ~1 eve|on_the_orient_express|she_wrote|in_the_building|space|calm|poets_society|ringers|of_the_dead|mans_chest|note|star|eater|stranding|proof|becomes_her|hard|another_day|on_the_nile|race|wish|pool|man_walking|man_down|rising|island|cells|again|bride|alive|by_daylight|or_alive|of_a_salesman|in_venice|mystery|mysteries|on_the_dancefloor|instinct|zone|klowns|tomatoes|joke|queen|bees|croc|frost|moth|kennedys|reagan|most_foul|drones|party|of_superman|of_the_family|race_2000|in_the_family|valley|parade|dealer|knight|lands|me_softly|in_the_name|of_a_sacred_deer|in_small_steps|the_dead|walking|at_a_funeral|wood|kings|can_dance|weapon|to_smoochy|to_rights
dead space|pool|island|rising|cells|poets|or_alive|by_daylight|red_redemption|alive|mans_hand|kennedys|weather|can_dance|snow|boy|heat|wood|presidents|milkmen|ringer
walking|evil|grateful|night_of_the_living|dawn_of_the|shaun_of_the|army_of_the|red|land_of_the|day_of_the|city_of_the|fear_the_walking|left_4|the_quick_and_the|return_of_the_living|world_of_the ~1 dead
no|only|live time_to_die|and_let_die|let_die|the_good_die_young|a_good_day_to_die_hard
a time to kill
live and let die
die hard|another_day|antwoord|cut|cast|hards|hard_trilogy
tomorrow never dies
john wick
saving private ryan
american psycho|sniper|history_x
texas chainsaw|chain_saw massacre
natural born killers
lethal weapon
how to get away with murder
thirteen|13 reasons ~1 why
only murders
breaking bad
the virgin suicides
friday the 13th
nightmare on elm street
silence of the lambs
final destination|girl
fight club|island
jennifers body
i saw the devil
i know|still_know what you did last summer
mars|red attacks
the boys
hitman|hit_man game|figure|trilogy|steelbook|3|2|agent
dexter|columbo|poirot|scream
`,
  ],
  [
    'game',
    'the name of a game',
    `
dead|mortal|killer|assassins|call|left|resident|grand|silent|manhunt|doom|bloodborne|dying|hotline|max|duke|street|postal|gears|god|suicide|death|carmageddon|killzone|kill|sniper ~1 space|kombat|instinct|creed|of_duty|4_dead|evil|theft_auto|hill|light|miami|payne|nukem|fighter|of_war|kill_the_justice_league|stranding|la_kill|elite|zone|knight
among us
hungry hungry hippos
battle royale
danganronpa|persona
murder|mystery mystery|party|game|dinner
clue|cluedo
`,
  ],
  [
    'card',
    'the name of a trading card or of a mechanic',
    `
suicide star|kings|bomb
kill shot|command|the_mindless|switch
go for the throat
doom blade
swords to plowshares
lightning bolt
murder|murderous ~1 card|cards|foil|mtg|rider|redcap|compulsion|investigation|strike
path to exile
final judgment|flash|strike
destroy|exile|sacrifice target|creature|creatures|all_creatures
4x|3x|2x|1x|playset|playsets|foil|holo|borderless|nm|lp ~3 murder|kill|death|slaughter|assassinate|strangle|execute|bury|suicide|killer
death|dark|deadly|doom ~1 magician|dealer|touch|baron|god|shadow|rite_shaman|hole|greeter|mist_raptor
killer needle|whale|snake|instinct
spirit bomb
final countdown
`,
  ],
  [
    'music',
    'the name of a band, a song or a record',
    `
killers|slayer|megadeth|anthrax|suicidal_tendencies|cannibal_corpse|dead_kennedys|grateful_dead|killswitch|my_chemical_romance|death_grips|napalm_death|death_cab|five_finger_death_punch|eagles_of_death_metal|cattle_decapitation|bullet_for_my_valentine|body_count|the_killers|murderdolls|suicide_silence|suicideboys|murs|killing_joke|death_row_records|death_metal|deathcore|dying_fetus|carcass|jonestown
suicidal|suicide ~1 tendencies|silence|solution|boys|blonde|messiah|machine|is_painless|season|note_part|rap
killing|kill ~1 me_softly|in_the_name|moon|em_all|an_arab|is_my_business|joke|strangers|the_vibe|for_company
murder ~1 ballads|inc|on_the_dancefloor|was_the_case
pumped up kicks
live through this
ready to die|or_not
born to die
don't|dont fear the reaper
another one bites ~1 dust
i dont|not want to ~1 wait|miss|set
die for you|with_a_smile|young|lit|in_your_arms|with_your_boots_on
knockin|knocking on heavens door
stairway to heaven
reign in blood
appetite for destruction
guns n|and roses
sex pistols
bat out of hell
highway to hell
smashing pumpkins
blood on the tracks|dance
jump in the fire
ride the lightning
hurt by johnny|nine
`,
  ],
  [
    'book-comic',
    'the name of a book, a comic or a collectible line',
    `
killing joke
death note|in_the_family|of_superman|of_captain|of_wolverine|of_the_family|of_a_salesman|on_the_nile|metal|dealer|star|stroke|of_gwen_stacy|of_spider_man|of_jean_dewolff|trooper|eaters|eater|watch
murder|death ~2 novel|paperback|hardcover|first_edition|first_print|book|issue|comic|at_the_vicarage|in_mesopotamia|is_announced|of_roger_ackroyd
the body|murder|death in|of the library|links
crime|war ~1 and_punishment|and_peace
serial|true killer|killers|crime ~3 book|books|card|cards|documentary|podcast|memorabilia
punisher|deadpool|deadshot|bullseye|deathstroke|carnage|bloodshot|killmonger|lobo|ghost_rider|red_hood|spawn|batman|joker|harley
garbage pail kids
batman a_death|the_killing
die|dead ~2 comic|issue|variant|first_print|cgc
`,
  ],
]);

const TIMES = cues('past', [
  [
    'long-ago',
    'it is told as long past',
    `
years|year|decades|decade|months ago|back|earlier !and_now_again
long|while|some_time ago
in|since|back ~1 1980|1985|1990|1995|1998|1999|2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023
back|when in|i|then ~2 20s|twenties|teens|college|uni|university|high_school|day|army|navy|nineties|eighties|90s|80s|service
when|as i|me|a|my ~2 young|younger|teen|teenager|kid|child|boy|girl|student|teens|twenties|was_#|at_school|in_school|in_college|in_the_army|a_teenager
used to
in the ~1 past
history of
last year|summer|winter|spring|autumn|fall !and_now
once ~1 pulled|pointed|threatened|attacked|stalked|robbed|hit
once|previously|formerly ~1 tried|attempted|was|felt|thought|wanted
many|few|several|couple|two|three|ten|five|twenty|four|six|# ~1 of? years|months ~1 ago|back|sober|clean|free|recovered
passed|died|killed|took ~3 suicide|his_own_life|her_own_life|their_own_life|himself|herself ~3 in_#|years|ago|last_year|when
late ~1 brother|husband|wife|son|daughter|father|mother|sister|friend|uncle
survivor|survived
no longer
`,
  ],
]);

const RECOVERED = cues('recovered', [
  [
    'well-now',
    'says that they are well now',
    `
i|am|much|doing|feel|feeling|been|is ~2 well|better|fine|good|great|ok|okay|happy|healthy|safe|recovered|stable ~1 now|today|these_days|since|again_now|thanks|thank
in recovery|remission|therapy_now
clean|sober|free ~2 years|now|since
years|months ~1 clean|sober|free|stable|in_recovery
got|getting|received ~2 help|therapy|treatment|support|sober|better
therapy|medication|treatment|counselling|counseling|hobby|collecting|collection|community|doctor|wife ~3 helped|saved|helps|got_me|pulled_me|kept_me
he|she|they ~1 is|was ~2 jail|prison|arrested|convicted|locked|behind_bars|safe_now|custody|fine_now|doing_well|recovering|okay_now|ok_now
police ~3 arrested|dealt|handled|sorted|resolved
grateful|glad|happy|thankful|lucky ~2 alive|here|survived|still_here|be_alive
behind me
no longer ~2 suicidal|feel|want_to_die|self_harm|cut
everyone|nobody|all ~3 fine|hurt|safe|injured
recovered|overcame|overcome|survivor
moved on
`,
  ],
]);

const RELAPSE = cues('relapse', [
  [
    'again-now',
    'says that it is back or happening now',
    `
tonight|rn
right now
coming|came|come|come_flooding|creeping|flooding|is|are ~1 back !to_the_sale|to_bid|to_you|in_stock|to_me_about
happening|started|starting|starts|begun|feeling|thinking|here|doing ~3 again
pills|rope|gun|there|place|same|thoughts|urge|urges ~1 again
same place|spot|feeling|feelings|thoughts|rope|dark|bridge|point|state
until|till|before this|now|yesterday|today|recently|last_week|this_week
this time
relapse|relapsed|relapsing
try|trying|do|doing|going ~3 again
now ~1 i|it ~2 want|feel|am|back|worse|same|going|really|only
but|and|again ~1 today|now ~2 want|feel|back|worse|same|going|here|thinking|cannot|am_not|do_not
still|keeps|keep ~2 threatening|want|wants|feel|think|messaging|scared|afraid|in_danger|saying|sending|happening|going
thoughts|feelings|urges|it ~1 have|has|are|is ~1 returned|back|worse|stronger|returning
found me again|now
out of ~1 prison|jail
released
can|could not ~3 anymore
`,
  ],
]);

const SCENES = cues('fiction', [
  [
    'story',
    'a film, game, card or book is being described',
    `
movie|film|episode|season|scene|character|villain|hero|boss|npc|campaign|gameplay|chapter|plot|novel|sequel|trailer|script|storyline|anime|manga|comic|cosplay|dialogue|cutscene|quest|screenplay|flavor|flavour|panel|storyboard|playthrough|movies|characters|film's|protagonist|mtg|deck|creature|spell|opponent
in|from|of the ~1 game|book|story|comic|film|movie|song|card|novel|manga|anime
card|cards ~2 says|reads|text|effect|ability|art|named|titled|called
signed|poster|print|quote|quotes|shirt|tee|mug|sign|sticker|badge|pin|patch|magnet ~4 says|reads|saying|reading|quote|with|that|from|quotes|line
the|famous|movie|film|that|iconic ~1 line|quote|tagline|catchphrase|poster
`,
  ],
]);

const SPEECH = cues('speech', [
  [
    'lyrics',
    'lyrics, a title or a line are being quoted',
    `
lyric|lyrics|chorus|verse|refrain|song|songs|track|album|single|tune|singing|sang|sings|rapper|vinyl|record|ballad|b_side|setlist|hook|melody
song|one|track|chorus|it|lyric ~3 goes|go
called|titled|entitled|title
!i quote|quoting|quoted
tagline|meme|caption|slogan|inscription|engraved|print|poster|movie|film|book|novel|poem|card|flavor|flavour|comic|game|joke
`,
  ],
]);

const LAUGHTER = cues('laughter', [
  [
    'laughing',
    'laughing cues',
    `
lol|lmao|lmfao|rofl|haha|hahaha|hahahaha|hehe|jk|xd|lolol|lul|lmaoo|lmaooo|lmfaoo|loool|ha|kidding|emojilaugh|hah|joking|teasing|hyperbole|jkjk
`,
  ],
]);

const ERRANDS = cues('errand', [
  [
    'site-or-journey',
    'a delivery, a journey or the site itself is meant',
    `
courier|postman|mailman|deliver|delivery|delivered|delivers|holiday|holidays|vacation|travelling|traveling|trip|abroad|out_of_town|business_trip|sign_for|pick_up|pickup|collect|work_shift
upload|uploading|login|logging_in|log_in|app|website|browser|button|crashes|crashing|crash|error|errors|chatbot|chat_bot|bot|wifi|password|captcha|page|checkout|notifications|emails|newsletter|loading|platform|site
at work|school|the_office|home
moving|moved|move to|house|abroad
`,
  ],
]);

const TRADE = cues('trade', [
  [
    'business',
    'the message is about a purchase, a sale or the site',
    `
ship|ships|shipped|shipping|shipment|parcel|package|invoice|tracking|fee|fees|price|prices|pricing|priced|bid|bids|bidding|sell|selling|list|listing|listed|listings|grade|graded|grading|reserve|subscription|value|copy|edition|seller|payment|service|box|company|gift|store|sales|download|retiring|retire|retirement|movie|album|dishwasher|replica|vintage|antique|collector|lot|coupon|discount|checkout|label|po_box|return_address|prop|invoiced|lots|refund|discount|chef|kitchenpostage|insurance_for|size|warranty
`,
  ],
]);

const POINTING = cues('pointing', [
  [
    'see-quoted',
    'the writer points at the quoted text',
    `
see|read|look|this|below|attached|forwarding|forwarded|forward|here|look_at|got_this|received ~4 below|what|message|messages|sent|wrote|said|attached|him|email|threat|me|threats
below
look what
forwarding|fwd
`,
  ],
]);

export const CUES: readonly Cue[] = [
  ...IDIOMS,
  ...TITLES,
  ...TIMES,
  ...RECOVERED,
  ...RELAPSE,
  ...SCENES,
  ...SPEECH,
  ...LAUGHTER,
  ...ERRANDS,
  ...TRADE,
  ...POINTING,
];
